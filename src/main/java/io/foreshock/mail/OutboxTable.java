package io.foreshock.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The letters in the database: waiting, sent, or given up.
public final class OutboxTable {
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
  /// @param letter what it says
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
      Letter letter,
      Instant made,
      int attempts) {}

  /// Writes a letter down, once.
  void add(Waiting waiting) {
    handle
        .createUpdate(
            """
            INSERT INTO letter (message_id, root_id, development, sequence, address, language, kind,
              severity, subject, body_text, body_html, made, state, attempts, next_try, lease_until,
              answer)
            VALUES (:id, :root, :development, :sequence, :address, :language, :kind, :severity,
              :subject, :text, :html, :made, 'waiting', 0, :made, 0, '')
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
        .bind("subject", waiting.letter().subject())
        .bind("text", waiting.letter().text())
        .bind("html", waiting.letter().html())
        .bind("made", waiting.made().toEpochMilli())
        .execute();
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
                "SELECT * FROM letter WHERE state = 'waiting' AND next_try <= :now"
                    + " AND lease_until <= :now ORDER BY made, sequence LIMIT :most"
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
        new Letter(
            row.getString("subject"), row.getString("body_text"), row.getString("body_html")),
        Instant.ofEpochMilli(row.getLong("made")),
        row.getInt("attempts"));
  }
}
