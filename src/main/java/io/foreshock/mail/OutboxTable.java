package io.foreshock.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The letters in the database: waiting, sent, or given up.
public final class OutboxTable {
  /// The kind of letters about Foreshock itself.
  static final String NOTICE = "notice";

  /// The state of letters that are not tried again.
  static final String UNDELIVERABLE = "undeliverable";

  private final Handle handle;

  /// In a transaction of the caller's.
  public OutboxTable(Handle handle) {
    this.handle = handle;
  }

  /// A letter on its way.
  ///
  /// @param messageId the same for each attempt
  /// @param rootId the Message-ID of the development's first letter to this address
  /// @param development which development
  /// @param sequence which alert of it
  /// @param address to whom
  /// @param language in which language
  /// @param kind the pattern
  /// @param severity CAP's word
  /// @param headers further ones, for machines: `Name: value`, one a line
  /// @param letter what it says
  /// @param cap the alert as a CAP document, or empty
  /// @param made when it was written
  /// @param attempts so far
  record Waiting(
      String messageId,
      String rootId,
      String development,
      int sequence,
      String address,
      String language,
      String kind,
      String severity,
      String headers,
      Letter letter,
      String cap,
      Instant made,
      int attempts) {}

  /// Writes a letter down, once.
  void add(Waiting waiting) {
    handle
        .createUpdate(
            """
            INSERT INTO letter (message_id, root_id, development, sequence, address, language, kind,
              severity, headers, subject, body_text, body_html, picture, cap, made, state, attempts,
              next_try, lease_until, answer)
            VALUES (:id, :root, :development, :sequence, :address, :language, :kind, :severity,
              :headers, :subject, :text, :html, :picture, :cap, :made, 'waiting', 0, :made, 0, '')
            ON CONFLICT DO NOTHING
            """)
        .bind("id", waiting.messageId())
        .bind("root", waiting.rootId())
        .bind("development", waiting.development())
        .bind("sequence", waiting.sequence())
        .bind("address", waiting.address())
        .bind("language", waiting.language())
        .bind("kind", waiting.kind())
        .bind("severity", waiting.severity())
        .bind("headers", waiting.headers())
        .bind("subject", waiting.letter().subject())
        .bind("text", waiting.letter().text())
        .bind("html", waiting.letter().html())
        .bind("picture", enclosed(waiting.letter().picture()))
        .bind("cap", enclosed(waiting.cap()))
        .bind("made", waiting.made().toEpochMilli())
        .execute();
  }

  /// Keeps what many letters share once; returns its hash, empty for nothing.
  private String enclosed(String content) {
    if (content.isEmpty()) {
      return "";
    }
    var hash = Hash.of(content);
    handle
        .createUpdate(
            "INSERT INTO enclosure (hash, content) VALUES (:hash, :content) ON CONFLICT DO NOTHING")
        .bind("hash", hash)
        .bind("content", content)
        .execute();
    return hash;
  }

  /// The first letter of a development to an address: its Message-ID and subject.
  Optional<Root> root(String development, String address) {
    return handle
        .createQuery(
            "SELECT message_id, subject FROM letter WHERE development = :development"
                + " AND address = :address ORDER BY sequence LIMIT 1")
        .bind("development", development)
        .bind("address", address)
        .map((row, _) -> new Root(row.getString("message_id"), row.getString("subject")))
        .findOne();
  }

  /// When letters about alerts were written to an address since a moment, oldest first.
  List<Instant> writtenSince(String address, Instant since) {
    return handle
        .createQuery(
            "SELECT made FROM letter WHERE address = :address AND made > :since AND kind <> 'notice'"
                + " ORDER BY made")
        .bind("address", address)
        .bind("since", since.toEpochMilli())
        .map((row, _) -> Instant.ofEpochMilli(row.getLong("made")))
        .list();
  }

  /// The first letter of a thread.
  record Root(String messageId, String subject) {}

  /// Gives back what a process that is no more had taken: for one that is alone on its database.
  void endLeases() {
    handle.execute("UPDATE letter SET lease_until = 0 WHERE lease_until > 0");
  }

  /// Takes letters that are due, for as long as the lease lasts.
  List<Waiting> claimDue(Instant now, Duration lease, int most, boolean shared) {
    var due =
        handle
            .createQuery(
                """
                SELECT letter.*,
                  (SELECT content FROM enclosure WHERE hash = letter.picture) AS picture_content,
                  (SELECT content FROM enclosure WHERE hash = letter.cap) AS cap_content
                FROM letter WHERE state = 'waiting' AND next_try <= :now AND lease_until <= :now
                ORDER BY made, sequence LIMIT :most\
                """
                    + (shared ? " FOR UPDATE SKIP LOCKED" : ""))
            .bind("now", now.toEpochMilli())
            .bind("most", most)
            .map((row, _) -> waiting(row))
            .list();
    for (var letter : due) {
      handle
          .createUpdate("UPDATE letter SET lease_until = :until WHERE message_id = :id")
          .bind("until", now.plus(lease).toEpochMilli())
          .bind("id", letter.messageId())
          .execute();
    }
    return due;
  }

  /// Gives back letters that were taken and not tried.
  void giveBack(List<Waiting> letters) {
    for (var letter : letters) {
      handle
          .createUpdate("UPDATE letter SET lease_until = 0 WHERE message_id = :id")
          .bind("id", letter.messageId())
          .execute();
    }
  }

  /// Notes what a delivery came to.
  void note(Waiting waiting, String state, String answer, Instant nextTry) {
    handle
        .createUpdate(
            """
            UPDATE letter SET state = :state, answer = :answer, attempts = attempts + 1,
              next_try = :next, lease_until = 0
            WHERE message_id = :id
            """)
        .bind("state", state)
        .bind("answer", answer)
        .bind("next", nextTry.toEpochMilli())
        .bind("id", waiting.messageId())
        .execute();
  }

  /// How many letters are in a state: `waiting`, `sent` or `undeliverable`.
  public int count(String state) {
    return handle
        .createQuery("SELECT COUNT(*) FROM letter WHERE state = :state")
        .bind("state", state)
        .mapTo(Integer.class)
        .one();
  }

  /// How many letters came to a state in a span of time, its end not included.
  public int count(String state, Instant from, Instant to) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM letter WHERE state = :state AND next_try >= :from AND next_try < :to")
        .bind("state", state)
        .bind("from", from.toEpochMilli())
        .bind("to", to.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// When the letter that has waited longest was written.
  public Optional<Instant> oldestWaiting() {
    return handle
        .createQuery("SELECT MIN(made) FROM letter WHERE state = 'waiting'")
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /// The letters that wait or are undeliverable, newest first: a line each, for people.
  public List<String> pending(int most) {
    return handle
        .createQuery("SELECT * FROM letter WHERE state <> 'sent' ORDER BY made DESC LIMIT " + most)
        .map((row, _) ->
            "%s  %-13s %d attempts  %-28s %s%s"
                .formatted(
                    Instant.ofEpochMilli(row.getLong("made")).toString().substring(0, 16),
                    row.getString("state"),
                    row.getInt("attempts"),
                    row.getString("address"),
                    row.getString("subject"),
                    row.getString("answer").isEmpty() ? "" : "  (" + row.getString("answer") + ")"))
        .list();
  }

  /// Leaves out what letters said that have been done with since before a moment: that they were
  /// written, to whom and what became of them stays. Returns how many.
  public int forgetTexts(Instant before) {
    int forgotten =
        handle
            .createUpdate(
                "UPDATE letter SET body_text = '', body_html = '', picture = '', cap = ''"
                    + " WHERE state <> 'waiting' AND next_try < :before AND body_html <> ''")
            .bind("before", before.toEpochMilli())
            .execute();
    if (forgotten > 0) {
      handle.execute(
          "DELETE FROM enclosure WHERE NOT EXISTS (SELECT 1 FROM letter"
              + " WHERE letter.picture = enclosure.hash OR letter.cap = enclosure.hash)");
    }
    return forgotten;
  }

  /// How many letters have been left without what they said.
  public int countForgotten() {
    return handle
        .createQuery("SELECT COUNT(*) FROM letter WHERE body_html = ''")
        .mapTo(Integer.class)
        .one();
  }

  /// Gives undeliverable letters to an address another chance, but for those whose text is
  /// forgotten; returns how many there are.
  public int retry(String address, Instant now) {
    return handle
        .createUpdate(
            "UPDATE letter SET state = 'waiting', attempts = 0, made = :now, next_try = :now"
                + " WHERE address = :address AND state = 'undeliverable' AND body_html <> ''")
        .bind("now", now.toEpochMilli())
        .bind("address", address)
        .execute();
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("message_id"),
        row.getString("root_id"),
        row.getString("development"),
        row.getInt("sequence"),
        row.getString("address"),
        row.getString("language"),
        row.getString("kind"),
        row.getString("severity"),
        row.getString("headers"),
        new Letter(
            row.getString("subject"),
            row.getString("body_text"),
            row.getString("body_html"),
            text(row, "picture_content")),
        text(row, "cap_content"),
        Instant.ofEpochMilli(row.getLong("made")),
        row.getInt("attempts"));
  }
}
