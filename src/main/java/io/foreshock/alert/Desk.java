package io.foreshock.alert;

import io.foreshock.pattern.Patterns;
import io.foreshock.pattern.Watch;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Consumes the signal log: position, alerts, updates and what the exits take are written in one
/// transaction, so that a crash neither loses nor repeats.
///
/// One thread at a time; on a shared database one node at a time. Memory that has run ahead of the
/// database, or fallen behind another node, is thrown away and rebuilt from the log of the watch's
/// window and what was kept beside it.
public final class Desk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final int BATCH = 1_000;
  private static final int DAYS_AHEAD = 30;
  private static final int MOST_AHEAD = 5;

  private final Store store;
  private final List<Exit> exits;
  private final InstantSource clock;
  private Patterns patterns;
  private Analyst analyst;
  private long seen;

  /// Nothing is read before the first [#catchUp].
  public Desk(Store store, Patterns patterns, List<Exit> exits, InstantSource clock) {
    this.store = store;
    this.patterns = patterns;
    this.exits = List.copyOf(exits);
    this.clock = clock;
    this.analyst = new Analyst(patterns);
  }

  /// Watches with other patterns from the next entry of the log on. What they would have raised
  /// before it is held back: the log is seen again without telling.
  public synchronized void use(Patterns others) {
    patterns = others;
    forget();
  }

  /// Reads the log to its end; returns how many alerts and updates went out.
  public synchronized int catchUp() {
    int told = 0;
    while (true) {
      var batch = step();
      told += batch.told();
      if (batch.entries() < BATCH) {
        return told;
      }
    }
  }

  private record Batch(int entries, int told) {}

  private Batch step() {
    try {
      return store.transaction(this::step);
    } catch (RuntimeException e) {
      forget(); // what the analyst saw was rolled back
      throw e;
    }
  }

  private Batch step(Handle transaction) {
    var log = new SignalTable(transaction);
    long position = log.position();
    if (position != seen) {
      rebuild(transaction, position);
    }
    var entries = log.after(position, BATCH);
    var news = new LinkedHashMap<String, Alert>();
    int told = 0;
    for (var entry : entries) {
      for (var alert : analyst.alertsAfter(entry)) {
        told += tell(transaction, alert, news) ? 1 : 0;
      }
      seen = entry.number();
    }
    if (!entries.isEmpty()) {
      keep(transaction, entries);
      log.moveTo(seen);
    }
    news.values().stream()
        .map(analyst::upToDate)
        .forEach(alert -> exits.forEach(exit -> exit.take(transaction, alert)));
    return new Batch(entries.size(), told);
  }

  private void keep(Handle transaction, List<LogEntry> entries) {
    var memory = new MemoryTable(transaction);
    memory.keep(analyst.takeChanges());
    entries.stream()
        .filter(LogEntry.DayEnded.class::isInstance)
        .map(entry -> ((LogEntry.DayEnded) entry).day())
        .reduce((_, last) -> last)
        .ifPresent(day -> memory.forgetVoicesBefore(midnight(day).minus(Watch.LOOKS_BACK)));
  }

  private static Instant midnight(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// Comes to where the log was left, from what was kept and the log of the watch's window.
  private void rebuild(Handle transaction, long position) {
    forget();
    var log = new SignalTable(transaction);
    long from = log.dayBefore(position, Watch.LOOKS_BACK.toDays());
    var memory = new MemoryTable(transaction).read();
    analyst.resume(() -> log.between(from, position, BATCH), memory);
    seen = position;
    LOG.info("watch rebuilt from the log, entries {} to {}", from, position);
  }

  private void forget() {
    analyst.close();
    analyst = new Analyst(patterns);
    seen = 0;
  }

  private boolean tell(Handle transaction, Alert bare, Map<String, Alert> news) {
    var alerts = new AlertTable(transaction);
    var alert = withAhead(bare, new SignalTable(transaction), alerts);
    if (patterns.isShadow(alert.rule())) {
      alerts.storeShadow(alert);
      return false;
    }
    var silence =
        alerts.silences(clock.instant()).stream()
            .filter(each -> each.holds(alert, clock.instant()))
            .findFirst();
    if (!alerts.store(alert, silence)) {
      return false;
    }
    if (silence.isPresent()) {
      LOG.info("{} held: {}", alert.key(), silence.get());
      return false;
    }
    LOG.info("{} {} ({})", alert.key(), alert.certainty().word(), alert.change());
    news.merge(alert.development(), alert, Desk::together);
    return true;
  }

  /// Of an alert and its updates in one step, readers get one letter: the latest, told as what it
  /// is to them.
  private static Alert together(Alert before, Alert update) {
    return before.sequence() == 0 ? update.as(before.sequence(), before.change()) : update;
  }

  /// Adds the dated events ahead that concern the alert's countries, and the open half of a
  /// pattern.
  private static Alert withAhead(Alert alert, SignalTable signals, AlertTable alerts) {
    var today = day(alert.raised());
    var countries = new LinkedHashSet<>(List.of(alert.place(), alert.actor(), alert.target()));
    countries.remove("");
    var ahead = new ArrayList<Ahead>();
    for (var country : countries) {
      signals
          .agenda(country, today, today.plusDays(DAYS_AHEAD), MOST_AHEAD)
          .forEach(
              entry -> ahead.add(new Ahead("agenda", entry.from(), entry.to(), entry.evidence())));
    }
    var soonest = ahead.stream().distinct().limit(MOST_AHEAD);
    return alert.withAhead(Stream.concat(openHalf(alert, alerts), soonest).toList());
  }

  /// What would make an exchange of this alert, where none has been told yet.
  private static Stream<Ahead> openHalf(Alert alert, AlertTable alerts) {
    var open = OpenHalves.of(alert).filter(half -> !half.to().isBefore(day(alert.raised())));
    var told =
        alerts.byKey("exchange " + OpenHalves.place(alert)).stream()
            .map(kept -> day(kept.alert().raised()))
            .anyMatch(
                day -> !day.isBefore(day(alert.raised()).minusDays(OpenHalves.EXCHANGE_DAYS)));
    return told ? Stream.empty() : open.stream();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  @Override
  public synchronized void close() {
    analyst.close();
  }
}
