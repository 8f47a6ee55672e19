package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhyNotTest {
  private static final Instant RELEASED = Instant.parse("2025-12-13T09:00:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2025-12-14T09:00:00Z");

  private static Report report(
      String day, String type, String phase, String place, String actor, String target) {
    var at = Instant.parse(day);
    var item =
        new Item(
            type + at,
            Publisher.named("wire.example"),
            Optional.of("en"),
            at,
            at,
            "",
            type + " " + phase,
            "",
            0,
            false);
    return new Report(
        at.getEpochSecond(),
        item,
        new Signal(
            type,
            phase,
            Factuality.ACTUAL,
            place,
            actor,
            target,
            0,
            CountQualifier.EXACT,
            Optional.empty(),
            phase,
            "a rule"));
  }

  private static final Report RELEASE =
      report(RELEASED.toString(), "prisoner-release", "released", "BY", "", "");
  private static final Report RELIEF =
      report("2025-12-13T12:00:00Z", "sanctions", "lifted", "", "US", "BY");

  @Test
  void a_pattern_says_what_it_has_and_what_it_still_lacks() {
    var lines = new WhyNot(Workbench.RULES, List.of(RELEASE)).explain("exchange", "BY", NEXT_DAY);

    assertThat(lines.getFirst()).startsWith("“An exchange” (rules/patterns/exchange.drl:");
    assertThat(lines).anyMatch(each -> each.startsWith("  has    $release : Sighting("));
    assertThat(lines).anyMatch(each -> each.startsWith("  lacks  $relief : Sighting("));
    assertThat(lines).anyMatch(each -> each.contains("wire.example: “prisoner-release released”"));
  }

  @Test
  void the_second_half_that_came_first_is_seen_too() {
    var lines = new WhyNot(Workbench.RULES, List.of(RELIEF)).explain("exchange", "BY", NEXT_DAY);

    assertThat(lines)
        .anyMatch(each -> each.startsWith("  lacks  $release"))
        .anyMatch(each -> each.startsWith("    by itself: $relief"));
  }

  @Test
  void a_complete_pattern_says_so() {
    var lines =
        new WhyNot(Workbench.RULES, List.of(RELEASE, RELIEF)).explain("exchange", "BY", NEXT_DAY);

    assertThat(lines).anyMatch(each -> each.contains("it was complete at 2025-12-13T12:00:00Z"));
  }

  @Test
  void a_half_open_combination_has_a_deadline() {
    var halves = new WhyNot(Workbench.RULES, List.of(RELEASE)).almost(NEXT_DAY);

    assertThat(halves)
        .filteredOn(each -> each.rule().name().equals("An exchange"))
        .singleElement()
        .satisfies(half -> {
          assertThat(half.deadline()).isEqualTo(Instant.parse("2025-12-27T09:00:00Z"));
          assertThat(half.lacks()).startsWith("$relief : Sighting(type == \"sanctions\"");
        });
  }

  @Test
  void what_is_complete_or_too_old_is_not_half_open() {
    var late = Instant.parse("2026-01-20T09:00:00Z");

    assertThat(new WhyNot(Workbench.RULES, List.of(RELEASE)).almost(late))
        .noneMatch(each -> each.rule().name().equals("An exchange"));
    assertThat(new WhyNot(Workbench.RULES, List.of(RELEASE, RELIEF)).almost(NEXT_DAY))
        .noneMatch(each -> each.rule().name().equals("An exchange"));
  }
}
