package io.foreshock.pattern;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Counts signals by country and day, for as long as the mean needs them.
final class Tallies {
  private static final int DAYS = 28;

  private final Map<String, NavigableMap<Long, Integer>> counts = new HashMap<>();

  /// One tally for each country that the sighting involves.
  List<Tally> count(Sighting sighting) {
    var countries =
        new LinkedHashSet<>(List.of(sighting.place(), sighting.actor(), sighting.target()));
    countries.remove("");
    return countries.stream().map(country -> count(country, sighting)).toList();
  }

  private Tally count(String country, Sighting sighting) {
    long day = sighting.day();
    var days = counts.computeIfAbsent(country, _ -> new TreeMap<>());
    int count = days.merge(day, 1, Integer::sum);
    var before = days.subMap(day - DAYS, true, day, false).values();
    double mean = before.stream().mapToInt(Integer::intValue).sum() / (double) DAYS;
    double squares =
        before.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum()
            + (DAYS - before.size()) * mean * mean;
    return new Tally(country, day, count, mean, Math.sqrt(squares / DAYS), sighting);
  }

  /// Forgets the days that no mean needs after this one.
  void forgetBefore(LocalDate day) {
    counts.values().forEach(days -> days.headMap(day.toEpochDay() - DAYS).clear());
    counts.values().removeIf(NavigableMap::isEmpty);
  }
}
