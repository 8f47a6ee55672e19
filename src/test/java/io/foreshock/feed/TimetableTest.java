package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z"); // a Monday
  private static final URI URL = URI.create("https://wire.example/rss");

  private final Feed learning = Documents.learning(URL);
  private final Timetable timetable = new Timetable(FeedSettings.standard().intervals());

  private static Timetable.Signs signs(Duration gap) {
    return new Timetable.Signs(gap, Optional.empty(), Parsed.Pace.FREE, false);
  }

  private static Timetable.Signs server(Duration time, String why) {
    return new Timetable.Signs(
        Duration.ZERO, Optional.of(new Freshness.Stay(time, why)), Parsed.Pace.FREE, false);
  }

  private static Timetable.Signs pace(int minutes, Set<Integer> hours, Set<DayOfWeek> days) {
    return new Timetable.Signs(
        Duration.ZERO,
        Optional.empty(),
        new Parsed.Pace(minutes, "ttl " + minutes + " min", hours, days),
        false);
  }

  private FeedState.Next after(Feed feed, Timetable.Signs signs) {
    return timetable.afterSuccess(feed, 1, NOW, signs);
  }

  private static void assertWait(FeedState.Next next, Duration wait) {
    assertThat(Duration.between(NOW, next.at())).isBetween(wait, wait.plus(wait.dividedBy(10)));
  }

  @Test
  void a_feed_of_unknown_rhythm_is_asked_every_15_minutes() {
    assertWait(after(learning, signs(Duration.ZERO)), Duration.ofMinutes(15));
  }

  @Test
  void a_feeds_rhythm_is_learnt_between_5_minutes_and_an_hour() {
    assertWait(after(learning, signs(Duration.ofMinutes(2))), Duration.ofMinutes(5));
    assertWait(after(learning, signs(Duration.ofMinutes(40))), Duration.ofMinutes(20));
    assertWait(after(learning, signs(Duration.ofDays(3))), Duration.ofHours(1));
    assertThat(after(learning, signs(Duration.ofMinutes(40))).reason())
        .isEqualTo("brings an item every 40 min: every 20 min");
  }

  @Test
  void what_the_server_says_is_kept_to_and_given_as_the_reason() {
    var next = after(learning, server(Duration.ofMinutes(30), "Cache-Control max-age=1800"));

    assertWait(next, Duration.ofMinutes(30));
    assertThat(next.reason()).isEqualTo("Cache-Control max-age=1800");
  }

  @Test
  void what_the_server_says_is_obeyed_up_to_the_ceiling() {
    var next = after(learning, server(Duration.ofHours(24), "Cache-Control max-age=86400"));

    assertWait(next, Duration.ofHours(4));
    assertThat(next.reason()).isEqualTo("Cache-Control max-age=86400, obeyed up to 4 h");
  }

  @Test
  void a_short_max_age_does_not_make_it_ask_more_often() {
    assertWait(
        after(learning, server(Duration.ofSeconds(5), "Cache-Control max-age=5")),
        Duration.ofMinutes(15));
  }

  @Test
  void ttl_is_kept_to() {
    var next = after(learning, pace(60, Set.of(), Set.of()));

    assertWait(next, Duration.ofHours(1));
    assertThat(next.reason()).isEqualTo("ttl 60 min");
  }

  @Test
  void hours_that_the_feed_skips_are_skipped() {
    var next = after(learning, pace(0, Set.of(12, 13, 14), Set.of()));

    assertThat(next.at()).isEqualTo("2026-03-02T15:00:00Z");
    assertThat(next.reason()).contains("skipHours");
  }

  @Test
  void days_that_the_feed_skips_are_skipped_but_no_more_than_one_day() {
    var monday = after(learning, pace(0, Set.of(), Set.of(DayOfWeek.MONDAY)));
    assertThat(monday.at()).isEqualTo("2026-03-03T00:00:00Z");

    var two = after(learning, pace(0, Set.of(), Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)));
    assertThat(two.at()).isBefore("2026-03-03T13:00:00Z");
  }

  @Test
  void an_operator_who_insists_is_obeyed() {
    var insisting =
        new Feed(
            "Wire",
            URL,
            learning.publisher(),
            Optional.empty(),
            new Feed.Rhythm.Fixed(Duration.ofMinutes(3), true),
            false,
            Feed.Identity.GUID);

    var next = after(insisting, server(Duration.ofHours(2), "Cache-Control max-age=7200"));

    assertWait(next, Duration.ofMinutes(3));
    assertThat(next.reason()).isEqualTo("every 3 min");
  }

  @Test
  void where_items_may_have_been_missed_it_comes_back_sooner() {
    var signs =
        new Timetable.Signs(Duration.ofMinutes(40), Optional.empty(), Parsed.Pace.FREE, true);

    var next = after(learning, signs);

    assertWait(next, Duration.ofMinutes(10));
    assertThat(next.reason()).contains("missed");
  }

  private FeedState.Next failure(int failures, Fetched.Why why, Optional<Duration> retryAfter) {
    var failed = new Fetched.Failed(why, "no", retryAfter, Fetched.Route.of(URL));
    return timetable.afterFailure(learning, NOW, failures, failed, false);
  }

  @Test
  void failures_double_the_wait_up_to_6_hours_and_it_never_gives_up() {
    assertWait(failure(1, Fetched.Why.SERVER, Optional.empty()), Duration.ofMinutes(15));
    assertWait(failure(2, Fetched.Why.SERVER, Optional.empty()), Duration.ofMinutes(30));
    assertWait(failure(3, Fetched.Why.SERVER, Optional.empty()), Duration.ofMinutes(60));
    assertWait(failure(6, Fetched.Why.SERVER, Optional.empty()), Duration.ofHours(6));
    assertWait(failure(5_000, Fetched.Why.SERVER, Optional.empty()), Duration.ofHours(6));
  }

  @Test
  void retry_after_counts_where_it_is_longer() {
    var long_ = failure(1, Fetched.Why.BUSY, Optional.of(Duration.ofHours(3)));
    assertThat(long_.at()).isEqualTo(NOW.plus(Duration.ofHours(3)));
    assertThat(long_.reason()).isEqualTo("Retry-After 3 h");

    assertWait(
        failure(1, Fetched.Why.BUSY, Optional.of(Duration.ofSeconds(5))), Duration.ofMinutes(15));
  }

  @Test
  void what_is_gone_is_paused() {
    var next = failure(1, Fetched.Why.GONE, Optional.empty());

    assertThat(next.at()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    assertThat(next.reason()).startsWith("gone (410): paused");
  }

  @Test
  void without_a_network_it_tries_again_soon() {
    var failed =
        new Fetched.Failed(Fetched.Why.UNREACHABLE, "no", Optional.empty(), Fetched.Route.of(URL));

    assertWait(timetable.afterFailure(learning, NOW, 9, failed, true), Duration.ofMinutes(2));
  }

  @Test
  void two_feeds_and_two_polls_do_not_come_in_step() {
    var waits =
        java.util.stream.LongStream.range(0, 200)
            .mapToObj(poll -> timetable.afterSuccess(learning, poll, NOW, signs(Duration.ZERO)))
            .map(FeedState.Next::at)
            .distinct()
            .count();

    assertThat(waits).isGreaterThan(50);
  }

  @Test
  void a_pace_survives_being_written_down() {
    var pace = new Parsed.Pace(60, "ttl 60 min", Set.of(0, 23), Set.of(DayOfWeek.SUNDAY));

    assertThat(Paces.read(Paces.written(pace))).isEqualTo(pace);
    assertThat(Paces.read("")).isEqualTo(Parsed.Pace.FREE);
  }
}
