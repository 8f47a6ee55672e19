package io.foreshock.alert;

import io.foreshock.pattern.Match;
import io.foreshock.pattern.Patterns;
import io.foreshock.pattern.Watch;
import io.foreshock.signal.LogEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Follows the signal log and says of what a human must read: the watch and the book together.
///
/// One thread only. The same log gives the same alerts, live, replayed or rebuilt.
public final class Analyst implements AutoCloseable {
  private final Watch watch;
  private final Book book;

  /// One that has seen nothing.
  public Analyst(Patterns patterns) {
    this.watch = patterns.watch();
    this.book = new Book(patterns.version());
  }

  /// The alerts and updates that an entry of the log brings.
  public List<Alert> alertsAfter(LogEntry entry) {
    return decisions(entry).stream()
        .filter(Decision.Send.class::isInstance)
        .map(decision -> ((Decision.Send) decision).alert())
        .toList();
  }

  /// The decisions that an entry of the log brings, each with its reason.
  public List<Decision> decisions(LogEntry entry) {
    return switch (entry) {
      case LogEntry.Reported(var report) -> decide(watch.see(report), report.time());
      case LogEntry.DayEnded(_, var day) ->
          decide(watch.dayEnds(day), day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    };
  }

  private List<Decision> decide(List<Match> matches, Instant now) {
    return matches.stream().map(match -> book.decide(match, now)).toList();
  }

  @Override
  public void close() {
    watch.close();
  }
}
