package io.foreshock.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// The hosts that feeds lie on, and when each may be asked again: kept in the database, so that
/// restarts and other nodes keep the gaps too.
final class HostTable {
  private final Handle handle;

  /// In a transaction of the caller's.
  HostTable(Handle handle) {
    this.handle = handle;
  }

  /// Takes a host for one poll; false where another poll has it, or its gap is not over.
  boolean claim(String name, Instant now, Duration lease) {
    return handle
            .createUpdate(
                """
                INSERT INTO host (name, free_at, lease_until) VALUES (:name, 0, :until)
                ON CONFLICT (name) DO UPDATE SET lease_until = :until
                  WHERE host.lease_until <= :now AND host.free_at <= :now
                """)
            .bind("name", name)
            .bind("now", now.toEpochMilli())
            .bind("until", now.plus(lease).toEpochMilli())
            .execute()
        > 0;
  }

  /// Gives a host back that was not asked after all.
  void giveBack(String name) {
    handle.execute("UPDATE host SET lease_until = 0 WHERE name = ?", name);
  }

  /// Gives hosts back after they were asked; none is asked again before `freeAt`.
  void rest(Collection<String> names, Instant freeAt) {
    for (var name : names) {
      handle
          .createUpdate(
              """
              INSERT INTO host (name, free_at, lease_until) VALUES (:name, :free, 0)
              ON CONFLICT (name) DO UPDATE SET lease_until = 0,
                free_at = CASE WHEN host.free_at > :free THEN host.free_at ELSE :free END
              """)
          .bind("name", name)
          .bind("free", freeAt.toEpochMilli())
          .execute();
    }
  }

  /// Gives back what a process that is no more had taken.
  void endLeases() {
    handle.execute("UPDATE host SET lease_until = 0 WHERE lease_until > 0");
  }
}
