package io.foreshock.exit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The webhook calls in the database: waiting, sent, or given up.
public final class WebhookTable {
  private final Handle handle;

  /// In a transaction of the caller's.
  public WebhookTable(Handle handle) {
    this.handle = handle;
  }

  /// A call that is to be made.
  ///
  /// @param id of the alert: development and sequence
  /// @param url whom
  /// @param body JSON
  /// @param made when it was written down
  /// @param attempts so far
  record Waiting(String id, String url, String body, Instant made, int attempts) {}

  /// Writes a call down, once.
  void add(String id, String url, String body, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO hook_call (id, url, body, made, state, attempts, next_try, lease_until, answer)
            VALUES (:id, :url, :body, :now, 'waiting', 0, :now, 0, '') ON CONFLICT DO NOTHING
            """)
        .bind("id", id)
        .bind("url", url)
        .bind("body", body)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// Gives back what a process that is no more had taken: for one that is alone on its database.
  void endLeases() {
    handle.execute("UPDATE hook_call SET lease_until = 0 WHERE lease_until > 0");
  }

  /// Takes calls that are due, for as long as the lease lasts.
  List<Waiting> claimDue(Instant now, Duration lease, int most, boolean shared) {
    var due =
        handle
            .createQuery(
                "SELECT * FROM hook_call WHERE state = 'waiting' AND next_try <= :now"
                    + " AND lease_until <= :now ORDER BY made, id LIMIT :most"
                    + (shared ? " FOR UPDATE SKIP LOCKED" : ""))
            .bind("now", now.toEpochMilli())
            .bind("most", most)
            .map((row, _) -> waiting(row))
            .list();
    for (var call : due) {
      handle
          .createUpdate("UPDATE hook_call SET lease_until = :until WHERE id = :id AND url = :url")
          .bind("until", now.plus(lease).toEpochMilli())
          .bind("id", call.id())
          .bind("url", call.url())
          .execute();
    }
    return due;
  }

  /// Notes what a call came to.
  void note(Waiting call, String state, String answer, Instant next) {
    handle
        .createUpdate(
            """
            UPDATE hook_call SET state = :state, answer = :answer, attempts = attempts + 1,
              next_try = :next, lease_until = 0
            WHERE id = :id AND url = :url
            """)
        .bind("state", state)
        .bind("answer", answer)
        .bind("next", next.toEpochMilli())
        .bind("id", call.id())
        .bind("url", call.url())
        .execute();
  }

  /// Leaves out what calls said that have been done with since before a moment; returns how many.
  public int forgetBodies(Instant before) {
    return handle
        .createUpdate(
            "UPDATE hook_call SET body = ''"
                + " WHERE state <> 'waiting' AND next_try < :before AND body <> ''")
        .bind("before", before.toEpochMilli())
        .execute();
  }

  /// How many calls are in a state: `waiting`, `sent` or `undeliverable`.
  public int count(String state) {
    return handle
        .createQuery("SELECT COUNT(*) FROM hook_call WHERE state = :state")
        .bind("state", state)
        .mapTo(Integer.class)
        .one();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("id"),
        row.getString("url"),
        row.getString("body"),
        Instant.ofEpochMilli(row.getLong("made")),
        row.getInt("attempts"));
  }
}
