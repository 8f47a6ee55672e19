package io.foreshock.alert;

import io.foreshock.pattern.Patterns;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Consumes the signal log: position, alerts, updates and what the exits take are written in one
/// transaction, so that a crash neither loses nor repeats.
///
/// One thread at a time; on a shared database one node at a time. Memory that has run ahead of the
/// database, or fallen behind another node, is thrown away and rebuilt from the log.
public final class Desk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final int BATCH = 200;
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
      rebuild(log, position);
    }
    var entries = log.after(position, BATCH);
    int told = 0;
    for (var entry : entries) {
      for (var alert : analyst.alertsAfter(entry)) {
        told += tell(transaction, alert) ? 1 : 0;
      }
      seen = entry.number();
    }
    log.moveTo(seen);
    return new Batch(entries.size(), told);
  }

  /// Sees the whole log up to a position again, with everything already decided held back.
  private void rebuild(SignalTable log, long position) {
    forget();
    while (seen < position) {
      var entries = log.after(seen, BATCH);
      for (var entry : entries) {
        if (entry.number() <= position) {
          analyst.alertsAfter(entry);
          seen = entry.number();
        }
      }
      if (entries.isEmpty()) {
        seen = position;
      }
    }
    LOG.info("watch rebuilt from the log up to signal {}", position);
  }

  private void forget() {
    analyst.close();
    analyst = new Analyst(patterns);
    seen = 0;
  }

  private boolean tell(Handle transaction, Alert bare) {
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
    exits.forEach(exit -> exit.take(transaction, alert));
    return true;
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

  /// Logs the ends of the days that are over, so that rules about what did not happen can fire.
  public static void endDays(Handle transaction, LocalDate today) {
    var log = new SignalTable(transaction);
    var last = log.lastDay().orElse(today.minusDays(2));
    for (var day = last.plusDays(1); day.isBefore(today); day = day.plusDays(1)) {
      log.dayEnded(day);
    }
  }

  @Override
  public synchronized void close() {
    analyst.close();
  }
}
