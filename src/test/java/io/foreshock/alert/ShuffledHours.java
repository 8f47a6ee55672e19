package io.foreshock.alert;

import io.foreshock.item.Item;
import io.foreshock.item.ItemLines;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.Report;
import io.foreshock.signal.RuleReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Replays a file of items with each hour's items shuffled, five times, and counts the alerts that
/// are not the same: given in any order to the replay, which tells them by publication, and told in
/// just the shuffled order, as if each had come in by a poll of its own.
///
/// Run it as a main class with the tests' class path, from the project's folder.
public final class ShuffledHours {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int SHUFFLES = 5;

  private ShuffledHours() {}

  /// Prints a line for each shuffle.
  ///
  /// @param arguments a file of items
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var patterns = ((Patterns.Opened.Ready) Patterns.open(Path.of("rules"))).patterns();
    var reports = read(Path.of(arguments[0]), out);
    var alerts = keys(Replay.of(patterns, reports));
    var until = reports.getLast().time();
    out.printf("%d signals, %d alerts%n", reports.size(), alerts.size());
    for (int seed = 1; seed <= SHUFFLES; seed++) {
      var shuffled = shuffled(reports, new Random(seed));
      var replayed = keys(Replay.of(patterns, shuffled));
      var told = keys(Replay.asTold(patterns, shuffled, until));
      out.printf(
          "shuffle %d: %d differ replayed, %d differ told in that order%n",
          seed, difference(alerts, replayed).size(), difference(alerts, told).size());
      difference(alerts, told)
          .forEach(key -> out.printf("  %s %s%n", told.contains(key) ? "+" : "-", key));
    }
  }

  private static List<Report> read(Path file, PrintStream out) throws IOException {
    var reader = ((RuleReader.Opened.Ready) RuleReader.open(Path.of("rules"))).reader();
    var items = new ArrayList<Item>();
    try (var input = Files.newBufferedReader(file)) {
      new ItemLines(file.toString(), InstantSource.system().instant(), out::println)
          .read(input, items::add);
    }
    var read = items.parallelStream().map(item -> reader.read(item).signals()).toList();
    var reports = new ArrayList<Report>();
    for (int i = 0; i < items.size(); i++) {
      for (var signal : read.get(i)) {
        reports.add(new Report(reports.size() + 1L, items.get(i), signal));
      }
    }
    return reports;
  }

  /// Each hour's items in any order; the signals of an item stay together.
  private static List<Report> shuffled(List<Report> reports, Random random) {
    var hours = new TreeMap<Long, TreeMap<String, List<Report>>>();
    reports.forEach(report ->
        hours
            .computeIfAbsent(report.time().toEpochMilli() / HOUR.toMillis(), _ -> new TreeMap<>())
            .computeIfAbsent(report.item().id(), _ -> new ArrayList<>())
            .add(report));
    var shuffled = new ArrayList<Report>();
    for (var hour : hours.values()) {
      var items = new ArrayList<>(hour.values());
      Collections.shuffle(items, random);
      items.forEach(item ->
          item.forEach(report ->
              shuffled.add(new Report(shuffled.size() + 1L, report.item(), report.signal()))));
    }
    return shuffled;
  }

  /// Key and day: told in another order, an alert is raised by another item of the hour.
  private static Set<String> keys(List<Alert> alerts) {
    var keys = new TreeSet<String>();
    alerts.stream()
        .filter(alert -> alert.sequence() == 0)
        .forEach(alert -> keys.add(alert.key() + " " + alert.raised().toString().substring(0, 10)));
    return keys;
  }

  private static Set<String> difference(Set<String> one, Set<String> other) {
    var both = new TreeSet<>(one);
    both.addAll(other);
    both.removeIf(key -> one.contains(key) && other.contains(key));
    return both;
  }
}
