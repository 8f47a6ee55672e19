package io.foreshock.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/// The alerts and their updates in the database, as JSON beside the columns that are searched.
public final class AlertTable {
  /// Why an alert of a shadow rule is held.
  static final String SHADOW = "shadow: for the maintainers only";

  private final Handle handle;
  private final JsonMapper json = JsonMapper.shared();

  /// In a transaction of the caller's.
  public AlertTable(Handle handle) {
    this.handle = handle;
  }

  /// An alert as it was decided.
  ///
  /// @param alert the alert or update
  /// @param held the silence that held it back, or empty
  /// @param acknowledged what an analyst said to it, or empty
  public record Kept(Alert alert, String held, String acknowledged) {}

  /// Stores an alert of a shadow rule: it is kept for the maintainers and goes out to nobody.
  public boolean storeShadow(Alert alert) {
    return store(alert, SHADOW);
  }

  /// The alerts that shadow rules raised since a time, oldest first.
  public List<Alert> shadowed(Instant since) {
    return all().stream()
        .filter(each -> each.held().equals(SHADOW) && !each.alert().raised().isBefore(since))
        .map(Kept::alert)
        .toList();
  }

  /// Stores an alert; returns false where it is known already.
  public boolean store(Alert alert, Optional<Silence> silence) {
    return store(alert, silence.map(Silence::toString).orElse(""));
  }

  private boolean store(Alert alert, String held) {
    return handle
            .createUpdate(
                """
                INSERT INTO alert (development, sequence, kind, alert_key, place, raised, held,
                  acknowledged, body)
                VALUES (:development, :sequence, :kind, :key, :place, :raised, :held, '', :body)
                ON CONFLICT DO NOTHING
                """)
            .bind("development", alert.development())
            .bind("sequence", alert.sequence())
            .bind("kind", alert.kind())
            .bind("key", alert.key())
            .bind("place", alert.place())
            .bind("raised", alert.raised().toEpochMilli())
            .bind("held", held)
            .bind("body", json.writeValueAsString(alert))
            .execute()
        > 0;
  }

  /// What analysts have said of them.
  public VerdictTable verdicts() {
    return new VerdictTable(handle);
  }

  /// The latest alerts and updates, newest first.
  public List<Kept> latest(int most) {
    return kept("SELECT * FROM alert ORDER BY raised DESC, sequence DESC LIMIT " + most, "");
  }

  /// An alert and its updates by key, oldest first.
  public List<Kept> byKey(String key) {
    return kept("SELECT * FROM alert WHERE alert_key = :value ORDER BY raised, sequence", key);
  }

  /// All alerts and updates, oldest first.
  public List<Kept> all() {
    return kept("SELECT * FROM alert ORDER BY raised, sequence", "");
  }

  /// An alert of a development.
  public Optional<Alert> find(String development, int sequence) {
    return kept(
            "SELECT * FROM alert WHERE development = :value AND sequence = " + sequence,
            development)
        .stream()
        .map(Kept::alert)
        .findFirst();
  }

  /// Alerts that silences held back, newest first.
  public List<Kept> held(int most) {
    return kept("SELECT * FROM alert WHERE held <> '' ORDER BY raised DESC LIMIT " + most, "");
  }

  private List<Kept> kept(String sql, String value) {
    var query = handle.createQuery(sql);
    if (!value.isEmpty()) {
      query.bind("value", value);
    }
    return query
        .map((row, _) ->
            new Kept(
                json.readValue(row.getString("body"), Alert.class),
                row.getString("held"),
                row.getString("acknowledged")))
        .list();
  }

  /// How many alerts and updates were raised in a span of time, its end not included.
  public int countRaised(Instant from, Instant to) {
    return handle
        .createQuery("SELECT COUNT(*) FROM alert WHERE raised >= :from AND raised < :to")
        .bind("from", from.toEpochMilli())
        .bind("to", to.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// The rules that raised something since a moment.
  public List<String> rulesSince(Instant since) {
    return handle
        .createQuery("SELECT body FROM alert WHERE raised >= :since")
        .bind("since", since.toEpochMilli())
        .map((row, _) -> json.readValue(row.getString("body"), Alert.class).rule())
        .stream()
        .distinct()
        .toList();
  }

  /// Notes that an analyst has seen all alerts of a key; returns how many there are.
  public int acknowledge(String key, String words) {
    return handle
        .createUpdate("UPDATE alert SET acknowledged = :words WHERE alert_key = :key")
        .bind("words", words)
        .bind("key", key)
        .execute();
  }

  /// Adds a silence.
  public void silence(Silence silence, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO silence (matches, until, reason, made) VALUES (:matches, :until, :reason, :now)")
        .bind("matches", silence.matches())
        .bind("until", silence.until().toEpochMilli())
        .bind("reason", silence.reason())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// Ends the silences of a key, a kind or a country; returns how many were in force.
  public int lift(String matches, Instant now) {
    return handle
        .createUpdate("UPDATE silence SET until = :now WHERE matches = :matches AND until > :now")
        .bind("now", now.toEpochMilli())
        .bind("matches", matches)
        .execute();
  }

  /// The silences in force.
  public List<Silence> silences(Instant now) {
    return handle
        .createQuery(
            "SELECT matches, until, reason FROM silence WHERE until > :now ORDER BY number")
        .bind("now", now.toEpochMilli())
        .map((row, _) ->
            new Silence(
                row.getString("matches"),
                Instant.ofEpochMilli(row.getLong("until")),
                row.getString("reason")))
        .list();
  }
}
