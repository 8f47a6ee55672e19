package io.foreshock.workshop;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Step;
import io.foreshock.alert.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What became of the alerts of one rule.
///
/// @param rule its name
/// @param fired how many alerts and updates it raised
/// @param isTrue how many developments analysts called true
/// @param isFalse how many they called false
/// @param useless how many they called useless
/// @param lead median time from an early sign to what it announced, where one came true
public record Scorecard(
    String rule, int fired, int isTrue, int isFalse, int useless, Optional<Duration> lead) {
  private static final String EARLY = "early-sign";

  /// One for each rule that has fired, by name.
  public static List<Scorecard> of(List<Alert> alerts, Map<String, Verdict> verdicts) {
    Map<String, List<Alert>> byRule = new TreeMap<>();
    alerts.forEach(each -> byRule.computeIfAbsent(each.rule(), _ -> new ArrayList<>()).add(each));
    return byRule.entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue(), verdicts))
        .toList();
  }

  private static Scorecard of(String rule, List<Alert> alerts, Map<String, Verdict> verdicts) {
    var said =
        alerts.stream()
            .map(Alert::development)
            .distinct()
            .flatMap(each -> Optional.ofNullable(verdicts.get(each)).stream())
            .map(Verdict::word)
            .toList();
    return new Scorecard(
        rule,
        alerts.size(),
        Collections.frequency(said, Verdict.Word.TRUE),
        Collections.frequency(said, Verdict.Word.FALSE),
        Collections.frequency(said, Verdict.Word.USELESS),
        median(alerts.stream().flatMap(each -> lead(each).stream()).sorted().toList()));
  }

  /// From the first early sign of the story to the alert.
  private static Optional<Duration> lead(Alert alert) {
    return alert.story().stream()
        .filter(step -> step.role().equals(EARLY) && !alert.kind().equals(EARLY))
        .map(Step::at)
        .findFirst()
        .map(at -> Duration.between(at, alert.raised()));
  }

  private static Optional<Duration> median(List<Duration> sorted) {
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }
}
