package io.foreshock.alert;

import io.foreshock.pattern.Patterns;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.Report;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Patterns applied to reports of the past: the same code as live, with nobody to write to.
public final class Replay {
  private Replay() {}

  /// The alerts and updates, in order. The order of `reports` does not matter: they are told by
  /// publication, then by item.
  public static List<Alert> of(Patterns patterns, List<Report> reports) {
    var alerts = new ArrayList<Alert>();
    try (var analyst = new Analyst(patterns)) {
      var day = Optional.<LocalDate>empty();
      for (var report : inOrder(reports)) {
        var today = LocalDate.ofInstant(report.time(), ZoneOffset.UTC);
        for (var ended = day.orElse(today); ended.isBefore(today); ended = ended.plusDays(1)) {
          alerts.addAll(analyst.alertsAfter(new LogEntry.DayEnded(0, ended)));
        }
        day = Optional.of(today);
        alerts.addAll(analyst.alertsAfter(new LogEntry.Reported(report)));
      }
    }
    return alerts;
  }

  private static List<Report> inOrder(List<Report> reports) {
    return reports.stream()
        .sorted(
            Comparator.comparing(Report::time)
                .thenComparing(report -> report.item().id())
                .thenComparingLong(Report::number))
        .toList();
  }
}
