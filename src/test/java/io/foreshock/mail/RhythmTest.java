package io.foreshock.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
  private static Rhythm rhythm(Rhythm.Every every, String at, String quietFrom, String quietTo) {
    return new Rhythm(
        ZoneId.of("Europe/Warsaw"),
        every,
        LocalTime.parse(at),
        DayOfWeek.FRIDAY,
        false,
        quietFrom.isEmpty()
            ? Optional.empty()
            : Optional.of(new Rhythm.Quiet(LocalTime.parse(quietFrom), LocalTime.parse(quietTo))),
        0);
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-13T21:30:00Z, 2025-12-14T06:00:00Z", // 22:30 local: until 07:00 of the next day
    "2025-12-14T03:00:00Z, 2025-12-14T06:00:00Z", // after midnight: until the same day's 07:00
    "2025-12-14T06:00:00Z, ''", // 07:00 is not quiet any more
    "2025-12-13T12:00:00Z, ''"
  })
  void quiet_hours_may_go_past_midnight(String now, String until) {
    var quiet = rhythm(Rhythm.Every.ALERT, "07:00", "22:00", "07:00").quietUntil(at(now));

    assertThat(quiet.map(Instant::toString).orElse("")).isEqualTo(until);
  }

  @Test
  void the_night_of_the_clock_change_in_spring_is_an_hour_shorter() {
    var rhythm = rhythm(Rhythm.Every.ALERT, "07:00", "22:00", "07:00");
    var ten = at("2026-03-28T21:00:00Z"); // 22:00 CET; clocks go forward at 2 o'clock

    assertThat(rhythm.quietUntil(ten)).contains(ten.plus(Duration.ofHours(8)));
  }

  @Test
  void the_night_of_the_clock_change_in_autumn_is_an_hour_longer() {
    var rhythm = rhythm(Rhythm.Every.ALERT, "07:00", "22:00", "07:00");
    var ten = at("2025-10-25T20:00:00Z"); // 22:00 CEST; clocks go back at 3 o'clock

    assertThat(rhythm.quietUntil(ten)).contains(ten.plus(Duration.ofHours(10)));
  }

  @Test
  void quiet_hours_that_end_in_the_hour_that_does_not_exist_end_when_it_would_have_been() {
    var rhythm = rhythm(Rhythm.Every.ALERT, "07:00", "22:00", "02:30");

    assertThat(rhythm.quietUntil(at("2026-03-28T23:00:00Z")))
        .contains(at("2026-03-29T01:30:00Z")); // 03:30 CEST
  }

  @Test
  void a_daily_digest_comes_at_the_same_local_time_on_both_sides_of_a_clock_change() {
    var daily = rhythm(Rhythm.Every.DAY, "07:30", "", "");

    assertThat(daily.nextDigest(at("2026-03-28T06:30:00Z"))).isEqualTo(at("2026-03-29T05:30:00Z"));
    assertThat(daily.lastDigest(at("2026-03-28T06:29:00Z"))).isEqualTo(at("2026-03-27T06:30:00Z"));
  }

  @Test
  void a_weekly_digest_comes_on_its_day() {
    var weekly = rhythm(Rhythm.Every.WEEK, "07:30", "", "");

    assertThat(weekly.lastDigest(at("2025-12-12T06:30:00Z"))).isEqualTo("2025-12-12T06:30:00Z");
    assertThat(weekly.lastDigest(at("2025-12-12T06:29:00Z"))).isEqualTo("2025-12-05T06:30:00Z");
    assertThat(weekly.nextDigest(at("2025-12-12T06:30:00Z"))).isEqualTo("2025-12-19T06:30:00Z");
  }

  @Test
  void quiet_hours_of_no_length_are_refused() {
    assertThatThrownBy(() -> rhythm(Rhythm.Every.ALERT, "07:00", "22:00", "22:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave them out");
  }
}
