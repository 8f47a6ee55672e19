package io.foreshock.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.item.Side;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The order in which an hour's items come in does not matter.
///
/// `-Dforeshock.streams=300` tries so many made-up streams.
class OrderTest {
  private static final Patterns PATTERNS = OurRules.RULES.patterns();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int STREAMS = Integer.getInteger("foreshock.streams", 5);

  static LongStream seeds() {
    return LongStream.range(1_221, 1_221 + STREAMS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_same_stream_with_its_hours_shuffled_gives_the_same_alerts(long seed) {
    var random = new Random(seed);
    var reports = Wire.random(random, 150, 40);
    var alerts = keys(Replay.of(PATTERNS, reports));

    assertThat(keys(Replay.of(PATTERNS, shuffled(reports, random)))).isEqualTo(alerts);
    assertThat(alerts).hasSizeGreaterThan(15);
  }

  /// The sentences of an item are heard in one order: what is told in full names the development.
  @Test
  void
      an_item_that_names_the_other_side_only_once_gives_one_alert_whichever_sentence_comes_first() {
    var there =
        ofOneItem("border closed actual actor BY", "border closed actual actor BY target LT");
    var back =
        ofOneItem("border closed actual actor BY target LT", "border closed actual actor BY");

    assertThat(keys(Replay.of(PATTERNS, back))).isEqualTo(keys(Replay.of(PATTERNS, there)));
    assertThat(keys(Replay.of(PATTERNS, there)))
        .containsExactly("border-change BY-LT closed 2025-10-31T19:26:00Z");
  }

  @Test
  void what_one_item_reports_and_talks_about_is_no_early_sign_whichever_comes_first() {
    var talk = "sanctions lifted possible actor US target BY";
    var fact = "sanctions lifted actual actor US target BY";
    var trusted = new Publisher("wire.example", "wire.example", Side.INDEPENDENT, true);

    for (var lines : List.of(List.of(talk, fact), List.of(fact, talk))) {
      assertThat(keys(Replay.of(PATTERNS, ofOneItem(trusted, lines))))
          .containsExactly("sanctions-change US-BY down 2025-10-31T19:26:00Z");
    }
  }

  private static List<Report> ofOneItem(String... lines) {
    return ofOneItem(Publisher.named("wire.example"), List.of(lines));
  }

  private static List<Report> ofOneItem(Publisher publisher, List<String> lines) {
    var at = Instant.parse("2025-10-31T19:26:00Z");
    var item = new Item("item", publisher, Optional.of("en"), at, at, "", "words", "", 0, false);
    var reports = new ArrayList<Report>();
    lines.forEach(line -> reports.add(new Report(reports.size() + 1L, item, Wire.signal(line))));
    return reports;
  }

  private static List<Report> shuffled(List<Report> reports, Random random) {
    var hours = new TreeMap<Long, List<Report>>();
    reports.forEach(report ->
        hours
            .computeIfAbsent(report.time().toEpochMilli() / HOUR.toMillis(), _ -> new ArrayList<>())
            .add(report));
    var shuffled = new ArrayList<Report>();
    hours
        .values()
        .forEach(hour -> {
          Collections.shuffle(hour, random);
          hour.forEach(report ->
              shuffled.add(new Report(shuffled.size() + 1L, report.item(), report.signal())));
        });
    return shuffled;
  }

  private static Set<String> keys(List<Alert> alerts) {
    var keys = new TreeSet<String>();
    alerts.stream()
        .filter(alert -> alert.sequence() == 0)
        .forEach(alert -> keys.add(alert.key() + " " + alert.raised()));
    return keys;
  }
}
