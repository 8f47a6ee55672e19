package io.foreshock.workshop;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The sets of rules that the daemon has taken in or turned away, in the database.
public final class RuleSetTable {
  private static final int KEPT = 50;

  private final Handle handle;

  /// In a transaction of the caller's.
  public RuleSetTable(Handle handle) {
    this.handle = handle;
  }

  /// What became of a set of rules.
  ///
  /// @param at when it was looked at
  /// @param version its content hash
  /// @param taken whether it went live
  /// @param told what was said about it: the summary of its differences, or what was wrong
  public record Line(Instant at, String version, boolean taken, String told) {}

  /// Notes a set of rules; the folder is kept where it went live. The last fifty lines are kept.
  public void add(Line line, byte[] zip) {
    handle
        .createUpdate(
            """
            INSERT INTO rule_set (at, version, taken, told, folder)
            VALUES (:at, :version, :taken, :told, :folder)
            """)
        .bind("at", line.at().toEpochMilli())
        .bind("version", line.version())
        .bind("taken", line.taken() ? 1 : 0)
        .bind("told", line.told())
        .bind("folder", line.taken() ? Base64.getEncoder().encodeToString(zip) : "")
        .execute();
    handle.execute(
        "DELETE FROM rule_set WHERE number <= (SELECT MAX(number) FROM rule_set) - " + KEPT);
  }

  /// The latest lines, newest first.
  public List<Line> latest(int most) {
    return handle
        .createQuery(
            "SELECT at, version, taken, told FROM rule_set ORDER BY number DESC LIMIT :most")
        .bind("most", most)
        .map((row, _) ->
            new Line(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("version"),
                row.getInt("taken") == 1,
                row.getString("told")))
        .list();
  }

  /// The folder that is live, as a zip; none where no daemon has run on this database.
  public Optional<byte[]> live() {
    return handle
        .createQuery("SELECT folder FROM rule_set WHERE taken = 1 ORDER BY number DESC LIMIT 1")
        .mapTo(String.class)
        .findOne()
        .map(Base64.getDecoder()::decode);
  }
}
