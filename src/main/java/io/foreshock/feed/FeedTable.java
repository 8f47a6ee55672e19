package io.foreshock.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What is remembered of the feeds, in the database.
public final class FeedTable {
  private final Handle handle;

  /// In a transaction of the caller's.
  public FeedTable(Handle handle) {
    this.handle = handle;
  }

  /// Makes sure that each of these feeds has a row; a feed seen for the first time is due at once.
  public void register(Collection<Feed> feeds, Instant now) {
    for (var feed : feeds) {
      handle
          .createUpdate(
              """
              INSERT INTO feed (url, next_check, next_reason, lease_until, etag, last_modified,
                failures, problem, repairs, gap, polls, items)
              VALUES (:url, :now, 'never asked', 0, '', '', 0, '', '', 0, 0, 0)
              ON CONFLICT DO NOTHING
              """)
          .bind("url", feed.url().toString())
          .bind("now", now.toEpochMilli())
          .execute();
    }
  }

  /// Gives back what a process that is no more had taken: for one that is alone on its database.
  public void endLeases() {
    handle.execute("UPDATE feed SET lease_until = 0 WHERE lease_until > 0");
  }

  /// Takes the feeds that are due, for as long as the lease lasts: another node, or a second turn,
  /// leaves them alone.
  public List<FeedState> claimDue(Instant now, Duration lease, int most, boolean shared) {
    var due =
        handle
            .createQuery(
                "SELECT * FROM feed WHERE next_check <= :now AND lease_until <= :now"
                    + " ORDER BY next_check, url LIMIT :most"
                    + (shared ? " FOR UPDATE SKIP LOCKED" : ""))
            .bind("now", now.toEpochMilli())
            .bind("most", most)
            .map((row, _) -> state(row))
            .list();
    for (var state : due) {
      handle
          .createUpdate("UPDATE feed SET lease_until = :until WHERE url = :url")
          .bind("until", now.plus(lease).toEpochMilli())
          .bind("url", state.url())
          .execute();
    }
    return due;
  }

  /// Writes down what a poll came to, and gives the feed back.
  public void save(FeedState state) {
    handle
        .createUpdate(
            """
            UPDATE feed SET next_check = :next, next_reason = :reason, lease_until = 0, etag = :etag,
              last_modified = :modified, failures = :failures, problem = :problem,
              repairs = :repairs, last_success = :success, last_new = :new, gap = :gap,
              polls = :polls, items = :items
            WHERE url = :url
            """)
        .bind("url", state.url())
        .bind("next", state.nextCheck().toEpochMilli())
        .bind("reason", state.nextReason())
        .bind("etag", state.validators().etag())
        .bind("modified", state.validators().lastModified())
        .bind("failures", state.failures())
        .bind("problem", state.problem())
        .bind("repairs", state.repairs())
        .bind("success", state.lastSuccess().map(Instant::toEpochMilli).orElse(null))
        .bind("new", state.lastNew().map(Instant::toEpochMilli).orElse(null))
        .bind("gap", state.gap().toMillis())
        .bind("polls", state.polls())
        .bind("items", state.items())
        .execute();
  }

  /// All feeds that were ever asked.
  public List<FeedState> all() {
    return handle.createQuery("SELECT * FROM feed ORDER BY url").map((row, _) -> state(row)).list();
  }

  private static FeedState state(ResultSet row) throws SQLException {
    return new FeedState(
        row.getString("url"),
        Instant.ofEpochMilli(row.getLong("next_check")),
        row.getString("next_reason"),
        new Fetched.Validators(row.getString("etag"), row.getString("last_modified")),
        row.getInt("failures"),
        row.getString("problem"),
        row.getString("repairs"),
        instant(row, "last_success"),
        instant(row, "last_new"),
        Duration.ofMillis(row.getLong("gap")),
        row.getLong("polls"),
        row.getLong("items"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
  }
}
