package io.foreshock.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.alert.Ahead;
import io.foreshock.alert.Alert;
import io.foreshock.alert.Change;
import io.foreshock.alert.Severity;
import io.foreshock.alert.Step;
import io.foreshock.mail.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The how-manieth of its kind.
class SeriesTest {
  /// A release on 13 December 2025 after others, each `2025-09-11 52`.
  private static Alert after(String... earlier) {
    return Samples.alert(
        "prisoner-release",
        "BY",
        "",
        "",
        Severity.MODERATE,
        0,
        Change.NEW_DEVELOPMENT,
        Stream.of(earlier).map(SeriesTest::step).toList(),
        List.<Ahead>of(),
        Samples.release("wire.example", "Belarus frees 123 prisoners", 123));
  }

  private static Step step(String line) {
    var words = line.split(" ", -1);
    var count = Integer.parseInt(words[1]);
    return new Step(
        Instant.parse(words[0] + "T09:00:00Z"),
        "earlier",
        Samples.signal("prisoner-release", "released", "BY", "", "", count, "free"));
  }

  @Test
  void the_third_release_of_the_autumn_names_the_two_before_it() {
    var third = after("2025-09-11 52", "2025-11-22 31");

    assertThat(new Series(new Words("en")).of(third))
        .contains("It is the third release this autumn: 52 in September, 31 in November.");
    assertThat(new Series(new Words("pl")).of(third))
        .contains("To trzecie zwolnienie tej jesieni: 52 we wrześniu, 31 w listopadzie.");
  }

  @Test
  void where_none_was_in_the_season_those_of_the_year_count() {
    assertThat(new Series(new Words("en")).of(after("2024-12-30 20", "2025-06-21 14")))
        .contains("It is the second release this year: 14 in June.");
  }

  @Test
  void releases_of_one_month_are_told_together_and_an_untold_number_as_such() {
    assertThat(
            new Series(new Words("en")).of(after("2025-09-11 52", "2025-09-29 1", "2025-10-30 0")))
        .contains(
            "It is the fourth release this autumn: 53 in September, an unknown number in October.");
  }

  @Test
  void the_first_of_its_year_says_nothing_of_others() {
    assertThat(new Series(new Words("en")).of(after("2024-12-30 20"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-21, AUTUMN, 2025-09-01",
    "2025-09-11, SUMMER, 2025-06-01",
    "2025-12-13, AUTUMN, 2025-09-01",
    "2025-12-21, WINTER, 2025-12-01",
    "2026-01-10, WINTER, 2025-12-01",
    "2026-03-20, WINTER, 2025-12-01",
    "2026-03-21, SPRING, 2026-03-01",
    "2026-08-31, SUMMER, 2026-06-01"
  })
  void a_season_lasts_until_the_sun_begins_the_next(
      LocalDate day, Season.Name name, LocalDate from) {
    assertThat(Season.of(day)).isEqualTo(new Season(name, from));
  }
}
