package io.foreshock.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foreshock.OurRules;
import io.foreshock.SettableClock;
import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.Read;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A desk that is thrown away and rebuilt goes on as the old one would have.
///
/// `-Dforeshock.streams=300` tries so many made-up streams.
class RecoveryTest {
  private static final Patterns PATTERNS = OurRules.RULES.patterns();
  private static final String MEMORY = "jdbc:sqlite::memory:";
  private static final int STREAMS = Integer.getInteger("foreshock.streams", 6);
  private static final int ITEMS = 60;
  private static final int DAYS = 110;
  private static final Duration TICK = Duration.ofHours(1);

  private final SettableClock clock = new SettableClock("2026-03-01T00:00:00Z");

  private Desk desk(Store store, Exit... exits) {
    return new Desk(store, PATTERNS, List.of(exits), clock);
  }

  static LongStream seeds() {
    return LongStream.range(1_221, 1_221 + STREAMS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void live_replayed_and_rebuilt_give_the_same_alerts(long seed) {
    var random = new Random(seed);
    var ticks = shuffledTicks(Wire.random(random, ITEMS, DAYS), random);

    try (var steady = Store.open(MEMORY);
        var shaken = Store.open(MEMORY);
        var live = desk(steady)) {
      var restarted = desk(shaken);
      for (var tick : ticks) {
        log(steady, tick);
        log(shaken, tick);
        live.catchUp();
        if (random.nextInt(12) == 0) {
          restarted.close();
          restarted = desk(shaken);
        }
        if (random.nextInt(3) > 0) {
          restarted.catchUp();
        }
      }
      restarted.catchUp();
      restarted.close();

      assertThat(alerts(shaken)).isEqualTo(alerts(steady));
      assertThat(replayed(steady)).isEqualTo(alerts(steady));
      assertThat(alerts(steady)).hasSizeGreaterThan(10);
    }
  }

  @Test
  void what_a_failed_transaction_had_seen_is_seen_again() {
    var reports =
        Wire.hourly(
            "2025-12-13T09:00:00Z",
            "prisoner-release released actual place BY count 100",
            "sanctions lifted actual actor US target BY");
    try (var store = Store.open(MEMORY)) {
      reports.forEach(report -> log(store, List.of(report)));
      var broken = new Broken();
      try (var desk = desk(store, broken)) {
        assertThatThrownBy(desk::catchUp).hasMessage("the disk is full");
        assertThat(alerts(store)).isEmpty();
        broken.mended = true;
        assertThat(desk.catchUp()).isPositive();
      }
      assertThat(alerts(store).keySet()).anyMatch(key -> key.startsWith("exchange BY"));
    }
  }

  private static final class Broken implements Exit {
    private boolean mended;

    @Override
    public void take(Handle transaction, Alert alert) {
      if (!mended) {
        throw new IllegalStateException("the disk is full");
      }
    }
  }

  @Test
  void an_emergency_declared_long_before_the_window_is_still_in_force_after_a_restart() {
    try (var store = Store.open(MEMORY)) {
      tell(store, "2025-01-10T09:00:00Z", "state-of-emergency declared actual place LT");
      try (var desk = desk(store)) {
        desk.catchUp();
      }
      tell(store, "2025-09-10T09:00:00Z", "state-of-emergency declared actual place LT");
      try (var desk = desk(store)) {
        desk.catchUp();
      }
      assertThat(alerts(store)).hasSize(2); // the declaration, and that another publisher says so
      assertThat(alerts(store).keySet()).allMatch(key -> key.contains("new-state-of-emergency LT"));
    }
  }

  @Test
  void a_rule_that_is_new_after_a_restart_does_not_tell_what_the_window_holds() {
    try (var store = Store.open(MEMORY)) {
      tell(store, "2025-09-10T09:00:00Z", "border closed actual actor PL target BY");
      try (var desk = desk(store)) {
        desk.catchUp();
      }
      store.run(handle -> {
        handle.execute("DELETE FROM memory WHERE kind = 'development'");
        handle.execute("UPDATE memory SET body = 'older' WHERE kind = 'rules'");
      });
      tell(store, "2025-09-10T10:00:00Z", "border closed actual actor PL target BY");
      try (var desk = desk(store)) {
        assertThat(desk.catchUp()).isZero();
      }
    }
  }

  private static void tell(Store store, String time, String line) {
    var at = Instant.parse(time);
    var item = Wire.item("at-" + time, "p" + time.hashCode() + ".example", at, at, line);
    log(store, List.of(new Report(0, item, Wire.signal(line))));
  }

  private static void log(Store store, List<Report> tick) {
    var byItem = new LinkedHashMap<Item, List<Signal>>();
    tick.forEach(report ->
        byItem.computeIfAbsent(report.item(), _ -> new ArrayList<>()).add(report.signal()));
    store.run(handle ->
        byItem.forEach((item, signals) -> {
          new ItemTable(handle).store("feed", item);
          new SignalTable(handle).append(item, new Read(Optional.of("en"), signals, List.of()));
        }));
  }

  /// Items in the order in which they were seen, those of one hour in any order.
  private static List<List<Report>> shuffledTicks(List<Report> reports, Random random) {
    var ticks = new TreeMap<Long, List<Report>>();
    reports.stream()
        .sorted(Comparator.comparing(report -> report.item().seen()))
        .forEach(report ->
            ticks
                .computeIfAbsent(
                    report.item().seen().toEpochMilli() / TICK.toMillis(), _ -> new ArrayList<>())
                .add(report));
    ticks.values().forEach(tick -> Collections.shuffle(tick, random));
    return List.copyOf(ticks.values());
  }

  /// Alerts and updates by key, development and sequence, with all that they say.
  private static Map<String, Object> alerts(Store store) {
    var alerts = store.transaction(handle -> new AlertTable(handle).latest(100_000));
    var said = new TreeMap<String, Object>();
    alerts.forEach(kept -> put(said, kept.alert()));
    return said;
  }

  private static void put(Map<String, Object> said, Alert alert) {
    said.put(
        alert.key() + " " + alert.development() + " " + alert.sequence(),
        List.of(
            alert.change(),
            alert.raised(),
            alert.certainty(),
            alert.publishers(),
            alert.account(),
            alert.story(),
            alert.reports(),
            alert.because()));
  }

  /// The same log, seen by an analyst in one go.
  private static Map<String, Object> replayed(Store store) {
    var said = new TreeMap<String, Object>();
    try (var analyst = new Analyst(PATTERNS)) {
      List<LogEntry> log = store.transaction(handle -> new SignalTable(handle).after(0, 1_000_000));
      for (var entry : log) {
        analyst.alertsAfter(entry).forEach(alert -> put(said, alert));
      }
    }
    return said;
  }
}
