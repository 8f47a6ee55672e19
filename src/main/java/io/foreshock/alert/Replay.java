package io.foreshock.alert;

import io.foreshock.pattern.Patterns;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Patterns applied to reports of the past: the same code as live, with nobody to write to.
public final class Replay {
  private Replay() {}

  private static final Comparator<Report> IN_ORDER =
      Comparator.comparing(Report::time)
          .thenComparing(report -> report.item().id())
          .thenComparingInt(report -> report.item().edition())
          .thenComparing(Report::signal, Signal.FIRMEST_FIRST);

  /// The alerts and updates, in order. The order and the numbers of `reports` do not matter: they
  /// are told by publication, then by item, as the daemon logs what a poll brings.
  public static List<Alert> of(Patterns patterns, List<Report> reports) {
    var ordered = inOrder(reports);
    return ordered.isEmpty() ? List.of() : asTold(patterns, ordered, ordered.getLast().time());
  }

  /// The alerts and updates where reports come in just this order, until a moment: the days before
  /// it end.
  public static List<Alert> asTold(Patterns patterns, List<Report> reports, Instant until) {
    var alerts = new ArrayList<Alert>();
    try (var analyst = new Analyst(patterns)) {
      var today = reports.isEmpty() ? day(until) : day(reports.getFirst().time());
      for (var report : reports) {
        today = endDays(analyst, today, day(report.time()), alerts);
        alerts.addAll(analyst.alertsAfter(new LogEntry.Reported(report)));
      }
      endDays(analyst, today, day(until), alerts);
    }
    return alerts;
  }

  private static LocalDate endDays(
      Analyst analyst, LocalDate from, LocalDate to, List<Alert> alerts) {
    var day = from;
    for (; day.isBefore(to); day = day.plusDays(1)) {
      alerts.addAll(analyst.alertsAfter(new LogEntry.DayEnded(0, day)));
    }
    return day;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static List<Report> inOrder(List<Report> reports) {
    var ordered = new ArrayList<Report>();
    for (var report : reports.stream().sorted(IN_ORDER).toList()) {
      ordered.add(new Report(ordered.size() + 1L, report.item(), report.signal()));
    }
    return ordered;
  }
}
