package io.foreshock.alert;

import io.foreshock.pattern.LedgerLine;
import io.foreshock.pattern.Match;
import io.foreshock.pattern.Patterns;
import io.foreshock.pattern.Voice;
import io.foreshock.pattern.Watch;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Follows the signal log and says of what a human must read: the watch and the book together.
///
/// One thread only. The same log gives the same alerts, live, replayed or rebuilt.
public final class Analyst implements AutoCloseable {
  private final Watch watch;
  private final Book book;
  private final String rules;

  /// One that has seen nothing.
  public Analyst(Patterns patterns) {
    this.rules = patterns.version();
    this.watch = patterns.watch();
    this.book = new Book(rules);
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
      case LogEntry.Reported(var report) -> decide(report);
      case LogEntry.DayEnded(_, var day) -> endDay(day);
    };
  }

  private List<Decision> decide(Report report) {
    var seen = watch.see(report);
    if (seen.hidden()) {
      book.hear(seen.sighting());
    }
    return decide(seen.matches(), report.time(), report.item().background());
  }

  private List<Decision> endDay(LocalDate day) {
    var midnight = midnight(day);
    var waited = book.dayEnds(midnight);
    return Stream.concat(waited.stream(), decide(watch.dayEnds(day), midnight, false).stream())
        .toList();
  }

  private static Instant midnight(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private List<Decision> decide(List<Match> matches, Instant now, boolean background) {
    return matches.stream().map(match -> book.decide(match, now, background)).toList();
  }

  /// Comes to where another analyst was: sees the entries of the window again and is given what it
  /// remembered. Raises nothing.
  ///
  /// After a change of the rules, what the new ones find in the window counts as known.
  void resume(Iterable<LogEntry> window, Memory memory) {
    boolean sameRules = memory.rules().equals(rules);
    watch.remember(memory.voices());
    book.restore(memory.developments());
    for (var entry : window) {
      var matches = look(entry);
      if (!sameRules) {
        matches.forEach(match -> book.learn(match, match.last().at()));
      }
    }
    if (!memory.rules().isEmpty()) {
      watch.restore(memory.ledger());
    }
    watch.takeFreshVoices();
  }

  private List<Match> look(LogEntry entry) {
    return switch (entry) {
      case LogEntry.Reported(var report) -> watch.see(report).matches();
      case LogEntry.DayEnded(_, var day) -> watch.dayEnds(day);
    };
  }

  /// How many facts the watch holds.
  long size() {
    return watch.size();
  }

  /// An alert with all that is known of its development by now.
  Alert upToDate(Alert alert) {
    return book.upToDate(alert);
  }

  /// What of its memory changed since the last call.
  Changes takeChanges() {
    return new Changes(rules, watch.takeFreshVoices(), watch.ledger(), book.takeChanges());
  }

  /// What must be kept after some entries.
  ///
  /// @param rules content hash of the rules
  /// @param voices those of items first heard
  /// @param ledger all of it
  /// @param developments those that changed
  record Changes(
      String rules,
      Map<String, Voice> voices,
      List<LedgerLine> ledger,
      Developments.Changes developments) {}

  @Override
  public void close() {
    watch.close();
  }
}
