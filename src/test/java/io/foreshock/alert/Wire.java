package io.foreshock.alert;

import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// Items and signals for tests: told by a line, or made up at random.
public final class Wire {
  private static final List<String> COUNTRIES = List.of("BY", "LT", "PL", "RU", "UA");
  private static final List<String> EVENTS =
      List.of(
          "state-of-emergency declared",
          "state-of-emergency extended",
          "state-of-emergency lifted",
          "sanctions imposed",
          "sanctions lifted",
          "prisoner-release released",
          "border closed",
          "border reopened",
          "talks held",
          "diplomatic-ties expelled",
          "diplomatic-ties restored",
          "airspace violated",
          "hybrid-attack sabotage",
          "military deployed",
          "ceasefire agreed",
          "ceasefire violated");
  private static final List<String> FACTUALITIES =
      List.of("actual", "actual", "actual", "planned", "possible", "denied");

  private Wire() {}

  /// `border closed actual actor PL target BY`, with `place`, `count` and `date` likewise.
  public static Signal signal(String line) {
    var words = line.split(" ", -1);
    return new Signal(
        words[0],
        words[1],
        Factuality.valueOf(words[2].toUpperCase(Locale.ROOT)),
        after(words, "place"),
        after(words, "actor"),
        after(words, "target"),
        after(words, "count").isEmpty() ? 0 : Integer.parseInt(after(words, "count")),
        CountQualifier.EXACT,
        Optional.of(after(words, "date")).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        line,
        "rule");
  }

  private static String after(String[] words, String name) {
    int at = Arrays.asList(words).indexOf(name);
    return at < 0 ? "" : words[at + 1];
  }

  public static Item item(
      String id, String publisher, Instant published, Instant seen, String title) {
    return new Item(
        id,
        Publisher.named(publisher),
        Optional.of("en"),
        published,
        seen,
        "https://" + publisher + "/" + id,
        title,
        "",
        0,
        published.plus(Duration.ofDays(2)).isBefore(seen));
  }

  /// An item of its own for each line, by a publisher of its own, an hour apart.
  static List<Report> hourly(String from, String... lines) {
    var reports = new ArrayList<Report>();
    for (int i = 0; i < lines.length; i++) {
      var at = Instant.parse(from).plus(Duration.ofHours(i));
      var item = item("item-" + i, "publisher-" + i + ".example", at, at, lines[i]);
      reports.add(new Report(i + 1L, item, signal(lines[i])));
    }
    return reports;
  }

  /// A made-up stream: so many items over so many days, most of them seen within the hour, some
  /// late, some copies of others, some edited, about five countries.
  static List<Report> random(Random random, int items, int days) {
    var start = Instant.parse("2025-10-01T00:00:00Z");
    var reports = new ArrayList<Report>();
    for (int i = 0; i < items; i++) {
      var seen =
          start.plusSeconds((long) (random.nextDouble() * days * 86_400)).truncatedTo(MINUTE);
      long late = random.nextInt(20) == 0 ? random.nextInt(10 * 1_440) : random.nextInt(60);
      var copied = random.nextInt(6) == 0 && !reports.isEmpty();
      var title =
          copied ? reports.get(random.nextInt(reports.size())).item().title() : title(random);
      var item =
          item(
              "item-" + i,
              "publisher-" + random.nextInt(8) + ".example",
              seen.minus(Duration.ofMinutes(late)),
              seen,
              title);
      int signals = 1 + random.nextInt(2);
      for (int j = 0; j < signals; j++) {
        reports.add(new Report(reports.size() + 1L, item, signal(random)));
      }
    }
    return reports;
  }

  private static final java.time.temporal.ChronoUnit MINUTE = java.time.temporal.ChronoUnit.MINUTES;

  private static String title(Random random) {
    var words = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      words.append("word").append(random.nextInt(400)).append(' ');
    }
    return words.toString().strip();
  }

  private static Signal signal(Random random) {
    var event = EVENTS.get(random.nextInt(EVENTS.size()));
    var line = new StringBuilder(event + " " + pick(random, FACTUALITIES));
    boolean placed = event.startsWith("state") || event.startsWith("prisoner");
    if (placed) {
      line.append(" place ").append(pick(random, COUNTRIES));
    } else {
      var actor = pick(random, COUNTRIES);
      var target = pick(random, COUNTRIES);
      if (random.nextInt(8) > 0) {
        line.append(" actor ").append(actor);
      }
      line.append(actor.equals(target) ? " place " : " target ").append(target);
    }
    if (event.startsWith("prisoner")) {
      line.append(" count ").append(random.nextInt(100));
    }
    if (random.nextInt(5) == 0) {
      line.append(" date 2025-1").append(random.nextInt(3)).append("-1").append(random.nextInt(10));
    }
    return signal(line.toString());
  }

  private static String pick(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
