package io.foreshock.alert;

import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Measures what one more signal costs the watch, with more rules and with more signals in memory.
///
/// Prints a row for each combination, in processor time: ratios within a run can be compared,
/// absolute times depend on the machine. Run it as a main class with the tests' class path, from
/// the project's folder.
public final class WatchBenchmark {
  private static final Instant START = Instant.parse("2025-10-01T00:00:00Z");
  private static final int MEASURED = 1_000;
  private static final List<String> TYPES =
      List.of(
          "sanctions imposed",
          "sanctions lifted",
          "prisoner-release released",
          "border closed",
          "border reopened",
          "talks held",
          "airspace violated",
          "hybrid-attack sabotage",
          "military deployed",
          "detention arrested",
          "diplomatic-ties expelled");

  private WatchBenchmark() {}

  /// Prints a table.
  ///
  /// @param arguments how many signals lie in memory; 10000 and 100000 if nothing is told
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var sizes =
        arguments.length == 0
            ? List.of(10_000, 100_000)
            : Stream.of(arguments).map(Integer::valueOf).toList();
    int own = count(Path.of("rules"));
    measure(Path.of("rules"), 1_000); // warms up
    out.printf(
        "| rules | signals in memory | µs a signal | facts |%n| ---: | ---: | ---: | ---: |%n");
    for (int rules : List.of(own, 100, 1_000)) {
      var folder = rules == own ? Path.of("rules") : widened(rules - own);
      for (int signals : sizes) {
        var cost = measure(folder, signals);
        out.printf(
            Locale.ROOT, "| %d | %,d | %.0f | %,d |%n", rules, signals, cost.micros, cost.facts);
      }
    }
  }

  /// Of this thread, the only one that works: what else the machine does is not counted.
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private record Cost(double micros, long facts) {}

  private static Cost measure(Path rules, int signals) {
    var patterns = ((Patterns.Opened.Ready) Patterns.open(rules)).patterns();
    var random = new Random(1);
    try (var analyst = new Analyst(patterns)) {
      for (int i = 0; i < signals; i++) {
        analyst.alertsAfter(entry(i, signals, random));
      }
      long before = processorTime();
      for (int i = signals; i < signals + MEASURED; i++) {
        analyst.alertsAfter(entry(i, signals, random));
      }
      return new Cost((processorTime() - before) / 1_000.0 / MEASURED, analyst.size());
    }
  }

  /// All signals lie within 30 days, so that none is forgotten; they speak of 200 countries.
  private static LogEntry entry(int number, int signals, Random random) {
    var at = START.plusSeconds((long) (number * 30.0 * 86_400 / (signals + MEASURED)));
    var type = TYPES.get(random.nextInt(TYPES.size())).split(" ", -1);
    var placed = type[0].equals("prisoner-release") || type[0].equals("detention");
    var item =
        new Item(
            "item-" + number,
            Publisher.named("publisher-" + random.nextInt(500) + ".example"),
            Optional.of("en"),
            at,
            at,
            "",
            "words of item number " + number + " that nobody else has said " + random.nextInt(),
            "",
            0,
            false);
    var signal =
        new Signal(
            type[0],
            type[1],
            random.nextInt(4) == 0 ? Factuality.POSSIBLE : Factuality.ACTUAL,
            placed ? country(random) : "",
            placed ? "" : country(random),
            placed ? "" : country(random),
            random.nextInt(500),
            CountQualifier.EXACT,
            Optional.empty(),
            "words",
            "rule");
    return new LogEntry.Reported(new Report(number + 1L, item, signal));
  }

  private static String country(Random random) {
    int number = random.nextInt(200);
    return "" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
  }

  private static int count(Path rules) throws IOException {
    try (var files = Files.list(rules.resolve("patterns"))) {
      int count = 0;
      for (var file : files.toList()) {
        count += Files.readString(file).split("(?m)^rule ", -1).length - 1;
      }
      return count;
    }
  }

  /// The rules of the project and so many more, each two sightings of a country within a week.
  private static Path widened(int more) throws IOException {
    var folder = Files.createTempDirectory("foreshock-rules");
    var patterns = Files.createDirectory(folder.resolve("patterns"));
    Files.copy(Path.of("rules", "agencies.yml"), folder.resolve("agencies.yml"));
    try (Stream<Path> files = Files.list(Path.of("rules", "patterns"))) {
      for (var file : files.toList()) {
        Files.copy(file, patterns.resolve(file.getFileName()));
      }
    }
    var text =
        new StringBuilder(
            "package patterns;\nimport io.foreshock.pattern.*\nglobal Matches alerts;\n");
    for (int i = 0; i < more; i++) {
      text.append(
          """
          rule "More %d"
          when
            Arrival($s : sighting, type == "%s", actual, $place : place)
            $other : Sighting(type == "%s", actual, place == $place, place == "%s", within(7, $s))
          then
            alerts.raise("more-%d").place($place).on($other, $s);
          end
          """
              .formatted(
                  i,
                  TYPES.get(i % TYPES.size()).split(" ", -1)[0],
                  TYPES.get((i + 3) % TYPES.size()).split(" ", -1)[0],
                  country(new Random(i)),
                  i));
    }
    Files.writeString(patterns.resolve("more.drl"), text.toString());
    return folder;
  }
}
