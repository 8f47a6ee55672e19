package io.foreshock.workshop;

import io.foreshock.pattern.Progress;
import io.foreshock.pattern.Sighting;
import io.foreshock.rule.RuleText;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Why an alert did not come, and what would still bring one.
public final class WhyNot {
  private static final Duration EARLIEST = Duration.ofDays(45);
  private static final int MOST = 50;

  private final Rules rules;
  private final List<Report> reports;

  /// Over these reports.
  public WhyNot(Rules rules, List<Report> reports) {
    this.rules = rules;
    this.reports = List.copyOf(reports);
  }

  /// How far each pattern of a kind got about a place until a moment, as lines for people.
  public List<String> explain(String kind, String place, Instant until) {
    var patterns =
        rules.patterns().texts().stream()
            .filter(each -> Kinds.in(each.then()).contains(kind))
            .toList();
    if (patterns.isEmpty()) {
      return List.of("no pattern raises \"" + kind + "\"");
    }
    var progress =
        Progress.of(rules.patterns(), reports, until).stream()
            .filter(each -> each.at().isAfter(until.minus(EARLIEST)))
            .filter(each -> each.on().stream().anyMatch(sighting -> sighting.involves(place)))
            .toList();
    var lines = new ArrayList<String>();
    patterns.forEach(each -> explain(each, progress, lines));
    return lines;
  }

  private static void explain(RuleText rule, List<Progress> progress, List<String> lines) {
    lines.add("“" + rule.name() + "” (" + rule.file().path() + ":" + rule.line() + ")");
    var best =
        progress.stream()
            .filter(each -> each.rule().name().equals(rule.name()) && each.clauses() > 0)
            .max(Comparator.comparingInt(Progress::clauses).thenComparing(Progress::at));
    for (int i = 0; i < rule.when().size(); i++) {
      var clause = rule.when().get(i);
      int reached = best.map(Progress::clauses).orElse(0);
      var sign = i < reached ? "  has    " : i == reached ? waits(clause) : "  then   ";
      lines.add(sign + oneLine(rule.text(clause)));
    }
    best.ifPresent(each -> {
      each.on().forEach(sighting -> lines.add("    " + told(sighting)));
      if (each.isComplete()) {
        lines.add("    it was complete at " + each.at() + ": see foreshock alerts list");
      }
    });
    alone(rule, progress, lines);
  }

  private static String waits(RuleText.Clause clause) {
    return clause.kind() == RuleText.Kind.NOT ? "  barred " : "  lacks  ";
  }

  private static void alone(RuleText rule, List<Progress> progress, List<String> lines) {
    progress.stream()
        .filter(each -> each.rule().name().equals(rule.name()) && each.alone() > 0)
        .max(Comparator.comparing(Progress::at))
        .ifPresent(each ->
            lines.add(
                "    by itself: "
                    + oneLine(rule.text(rule.when().get(each.alone() - 1)))
                    + " — "
                    + told(each.on().getFirst())));
  }

  /// A combination of which a part is there.
  ///
  /// @param rule the pattern
  /// @param on what is there
  /// @param lacks the condition that it waits for, as the rule writes it
  /// @param deadline when it is too late
  public record Half(RuleText rule, List<Sighting> on, String lacks, Instant deadline) {
    /// Copies the list.
    public Half {
      on = List.copyOf(on);
    }

    /// For people.
    public List<String> lines() {
      var lines = new ArrayList<String>();
      lines.add("“" + rule.name() + "” waits until " + deadline.toString().substring(0, 16));
      on.forEach(each -> lines.add("  has    " + told(each)));
      lines.add("  lacks  " + lacks);
      return lines;
    }
  }

  /// The combinations that are half open at a moment, soonest deadline first; at most fifty.
  public List<Half> almost(Instant now) {
    var progress = Progress.of(rules.patterns(), reports, now);
    var halves = new LinkedHashMap<String, Half>();
    for (var each : progress) {
      if (!isCompleted(each, progress)) {
        half(each, now).ifPresent(half -> halves.put(key(half), half));
      }
    }
    return halves.values().stream()
        .sorted(Comparator.comparing(Half::deadline))
        .limit(MOST)
        .toList();
  }

  /// Whether the pattern completed with these sightings.
  private static boolean isCompleted(Progress half, List<Progress> progress) {
    return half.isComplete()
        || progress.stream()
            .anyMatch(each ->
                each.isComplete()
                    && each.rule().name().equals(half.rule().name())
                    && each.on().containsAll(half.on()));
  }

  private static Optional<Half> half(Progress progress, Instant now) {
    var rule = progress.rule();
    var missing =
        rule.when().stream()
            .filter(clause -> clause.kind() != RuleText.Kind.NOT)
            .filter(clause -> isMissing(rule, clause, progress))
            .toList();
    var window =
        rule.when().stream()
            .filter(clause -> clause.kind() != RuleText.Kind.NOT)
            .flatMap(clause -> Windows.longest(rule.text(clause)).stream())
            .max(Comparator.naturalOrder());
    if (missing.isEmpty() || window.isEmpty()) {
      return Optional.empty();
    }
    var first = progress.on().stream().map(Sighting::at).min(Comparator.naturalOrder());
    var deadline = first.orElseThrow().plus(window.get());
    return deadline.isBefore(now)
        ? Optional.empty()
        : Optional.of(
            new Half(rule, progress.on(), oneLine(rule.text(missing.getFirst())), deadline));
  }

  private static boolean isMissing(RuleText rule, RuleText.Clause clause, Progress progress) {
    int number = rule.when().indexOf(clause) + 1;
    return progress.alone() > 0 ? number != progress.alone() : number > progress.clauses();
  }

  private static String key(Half half) {
    return half.rule().name()
        + half.on().stream()
            .map(each -> each.type() + each.phase() + each.place() + each.actor() + each.target())
            .toList();
  }

  private static String told(Sighting sighting) {
    return "%s %s: “%s” — %s"
        .formatted(
            sighting.at().toString().substring(0, 16).replace('T', ' '),
            sighting.report().item().publisher().name(),
            sighting.report().item().title(),
            SignalLine.of(sighting.report().signal()));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
