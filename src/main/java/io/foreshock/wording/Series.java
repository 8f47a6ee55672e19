package io.foreshock.wording;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says the how-manieth of its kind an alert is: `The third release this autumn: 52 in September,
/// 31 in November.`
///
/// Kinds with a message `series.KIND` have such a sentence.
public final class Series {
  private final Words words;

  /// In the language of these words.
  public Series(Words words) {
    this.words = words;
  }

  /// The sentence, where others of the alert's key came before in its season, or else in its year.
  public Optional<String> of(Alert alert) {
    if (!words.has("series." + alert.kind()) || alert.certainty() != Certainty.OBSERVED) {
      return Optional.empty();
    }
    var today = day(alert.reports().getFirst().time());
    var season = Season.of(today);
    return since(season.from(), season.name().name(), alert)
        .or(() -> since(today.withDayOfYear(1), "YEAR", alert));
  }

  private Optional<String> since(LocalDate from, String span, Alert alert) {
    var before =
        alert.story().stream()
            .filter(step -> step.role().equals("earlier") && !day(step.at()).isBefore(from))
            .toList();
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.say(
                "series." + alert.kind(),
                Map.of(
                    "number", before.size() + 1,
                    "span", words.say("span." + span),
                    "before", months(before))));
  }

  /// The people of each month.
  private String months(List<Step> steps) {
    var people = new TreeMap<YearMonth, Integer>();
    steps.forEach(
        step -> people.merge(YearMonth.from(day(step.at())), step.signal().count(), Integer::sum));
    return people.entrySet().stream()
        .map(each ->
            words.say(
                "series.month",
                Map.of(
                    "count", each.getValue(),
                    "month", words.say("month." + each.getKey().getMonthValue()))))
        .collect(Collectors.joining(", "));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
