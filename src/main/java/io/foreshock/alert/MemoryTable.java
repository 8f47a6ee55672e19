package io.foreshock.alert;

import io.foreshock.pattern.InForce;
import io.foreshock.pattern.LedgerLine;
import io.foreshock.pattern.Plan;
import io.foreshock.pattern.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/// The analyst's memory in the database, as JSON.
final class MemoryTable {
  private static final String RULES = "rules";
  private static final String VOICE = "voice";
  private static final String IN_FORCE = "in-force";
  private static final String PLAN = "plan";
  private static final String DEVELOPMENT = "development";

  private final Handle handle;
  private final JsonMapper json = JsonMapper.shared();

  /// In a transaction of the caller's.
  MemoryTable(Handle handle) {
    this.handle = handle;
  }

  /// All that is kept.
  Memory read() {
    var voices = new HashMap<String, Voice>();
    rows(VOICE).forEach((item, body) -> voices.put(item, json.readValue(body, Voice.class)));
    var ledger = new ArrayList<LedgerLine>();
    rows(IN_FORCE).values().forEach(body -> ledger.add(json.readValue(body, InForce.class)));
    rows(PLAN).values().forEach(body -> ledger.add(json.readValue(body, Plan.class)));
    var developments =
        rows(DEVELOPMENT).values().stream()
            .map(body -> json.readValue(body, Development.State.class))
            .toList();
    return new Memory(rows(RULES).getOrDefault(RULES, ""), voices, ledger, developments);
  }

  private Map<String, String> rows(String kind) {
    var rows = new java.util.LinkedHashMap<String, String>();
    handle
        .createQuery("SELECT name, body FROM memory WHERE kind = :kind ORDER BY time, name")
        .bind("kind", kind)
        .map((row, _) -> Map.entry(row.getString("name"), row.getString("body")))
        .forEach(row -> rows.put(row.getKey(), row.getValue()));
    return rows;
  }

  /// Keeps what changed; the ledger is kept as a whole.
  void keep(Analyst.Changes changes) {
    put(RULES, RULES, Instant.EPOCH, changes.rules());
    changes
        .voices()
        .forEach((item, voice) -> put(VOICE, item, voice.since(), json.writeValueAsString(voice)));
    changes
        .developments()
        .touched()
        .forEach(state ->
            put(
                DEVELOPMENT,
                state.id(),
                state.first().last().at(),
                json.writeValueAsString(state)));
    changes.developments().dropped().forEach(id -> delete(DEVELOPMENT, id));
    keep(changes.ledger());
  }

  private void keep(List<LedgerLine> ledger) {
    handle.execute("DELETE FROM memory WHERE kind IN (?, ?)", IN_FORCE, PLAN);
    for (int i = 0; i < ledger.size(); i++) {
      var line = ledger.get(i);
      var kind =
          switch (line) {
            case InForce _ -> IN_FORCE;
            case Plan _ -> PLAN;
          };
      put(kind, String.valueOf(i), line.opened().at(), json.writeValueAsString(line));
    }
  }

  private void put(String kind, String name, Instant time, String body) {
    handle
        .createUpdate(
            """
            INSERT INTO memory (kind, name, time, body) VALUES (:kind, :name, :time, :body)
            ON CONFLICT (kind, name) DO UPDATE SET time = excluded.time, body = excluded.body
            """)
        .bind("kind", kind)
        .bind("name", name)
        .bind("time", time.toEpochMilli())
        .bind("body", body)
        .execute();
  }

  private void delete(String kind, String name) {
    handle.execute("DELETE FROM memory WHERE kind = ? AND name = ?", kind, name);
  }

  /// Forgets the voices of items first heard before a time.
  void forgetVoicesBefore(Instant time) {
    handle.execute("DELETE FROM memory WHERE kind = ? AND time < ?", VOICE, time.toEpochMilli());
  }
}
