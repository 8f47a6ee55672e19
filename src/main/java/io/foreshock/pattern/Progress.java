package io.foreshock.pattern;

import io.foreshock.rule.Probe;
import io.foreshock.rule.RuleText;
import io.foreshock.signal.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far the patterns got over a stretch of the log.
///
/// @param rule which pattern
/// @param clauses how many of its clauses, from the first, held together; 0 where one held by
///   itself
/// @param alone number of the clause that held by itself, from 1; else 0
/// @param at when
/// @param on the sightings that fit
public record Progress(RuleText rule, int clauses, int alone, Instant at, List<Sighting> on) {
  /// Copies the list.
  public Progress {
    on = List.copyOf(on);
  }

  /// Whether the whole pattern held.
  public boolean isComplete() {
    return clauses == rule.when().size();
  }

  /// Runs the patterns over reports, in the order of their times, until a moment.
  ///
  /// @throws IllegalStateException where the rules cannot be probed, with the compiler's words
  public static List<Progress> of(Patterns patterns, List<Report> reports, Instant until) {
    Map<String, RuleText> rules =
        patterns.texts().stream()
            .collect(Collectors.toMap(RuleText::name, Function.identity(), (one, _) -> one));
    var probe = new Probe();
    var progress = new ArrayList<Progress>();
    var ordered =
        reports.stream()
            .filter(each -> !each.time().isAfter(until))
            .sorted(Comparator.comparing(Report::time).thenComparingLong(Report::number))
            .toList();
    try (var watch = patterns.watch(probe)) {
      var today = ordered.isEmpty() ? day(until) : day(ordered.getFirst().time());
      for (var report : ordered) {
        today = endDays(watch, today, day(report.time()), probe, rules, progress);
        watch.see(report);
        add(probe, rules, report.time(), progress);
      }
      endDays(watch, today, day(until), probe, rules, progress);
    }
    return progress;
  }

  private static LocalDate endDays(
      Watch watch,
      LocalDate from,
      LocalDate to,
      Probe probe,
      Map<String, RuleText> rules,
      List<Progress> progress) {
    var day = from;
    for (; day.isBefore(to); day = day.plusDays(1)) {
      watch.dayEnds(day);
      add(probe, rules, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), progress);
    }
    return day;
  }

  private static void add(
      Probe probe, Map<String, RuleText> rules, Instant at, List<Progress> progress) {
    for (var each : probe.take()) {
      var rule = rules.get(each.rule());
      var on = each.facts().stream().flatMap(Progress::sighting).distinct().toList();
      if (rule != null && !on.isEmpty()) {
        progress.add(new Progress(rule, each.clauses(), each.alone(), at, on));
      }
    }
  }

  private static Stream<Sighting> sighting(Object fact) {
    return switch (fact) {
      case Sighting sighting -> Stream.of(sighting);
      case Blow blow -> Stream.of(blow.sighting());
      case Gesture gesture -> Stream.of(gesture.sighting());
      case Plan plan -> Stream.of(plan.sighting());
      case InForce inForce -> Stream.of(inForce.since());
      case Tally tally -> Stream.of(tally.sighting());
      default -> Stream.empty();
    };
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
