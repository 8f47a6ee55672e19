package io.foreshock.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.ProjectRules;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/// The order in which an hour's items come in does not matter.
class OrderTest {
  private static final Patterns PATTERNS = ProjectRules.get().patterns();
  private static final Duration HOUR = Duration.ofHours(1);

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void the_same_stream_with_its_hours_shuffled_gives_the_same_alerts(
      @ForAll @LongRange(max = 1L << 40) long seed) {
    var random = new Random(seed);
    var reports = Wire.random(random, 150, 40);
    var alerts = keys(Replay.of(PATTERNS, reports));

    assertThat(keys(Replay.of(PATTERNS, shuffled(reports, random)))).isEqualTo(alerts);
    assertThat(alerts).hasSizeGreaterThan(15);
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
