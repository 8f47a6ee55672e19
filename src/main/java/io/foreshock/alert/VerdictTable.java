package io.foreshock.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What analysts have said of alerts, in the database.
public final class VerdictTable {
  private final Handle handle;

  /// In a transaction of the caller's.
  public VerdictTable(Handle handle) {
    this.handle = handle;
  }

  /// Notes a verdict; a later one about the same development takes its place.
  public void add(Verdict verdict) {
    handle
        .createUpdate(
            """
            INSERT INTO verdict (alert_key, development, verdict, why, made)
            VALUES (:key, :development, :verdict, :why, :made)
            """)
        .bind("key", verdict.key())
        .bind("development", verdict.development())
        .bind("verdict", verdict.word().word())
        .bind("why", verdict.why())
        .bind("made", verdict.made().toEpochMilli())
        .execute();
  }

  /// The verdict that counts, by development.
  public Map<String, Verdict> all() {
    var all = new LinkedHashMap<String, Verdict>();
    handle
        .createQuery(
            "SELECT alert_key, development, verdict, why, made FROM verdict ORDER BY number")
        .map((row, _) ->
            new Verdict(
                row.getString("alert_key"),
                row.getString("development"),
                Verdict.Word.of(row.getString("verdict")).orElseThrow(),
                row.getString("why"),
                Instant.ofEpochMilli(row.getLong("made"))))
        .forEach(each -> all.put(each.development(), each));
    return all;
  }
}
