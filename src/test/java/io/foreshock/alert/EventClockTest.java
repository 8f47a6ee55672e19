package io.foreshock.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.item.Item;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing old raises an alert; nothing new is lost because something newer came first.
class EventClockTest {
  private static final Patterns PATTERNS = OurRules.RULES.patterns();

  private final List<Report> log = new ArrayList<>();

  /// Logs an item: what comes first here was read first, whatever its date.
  private EventClockTest comes(String seen, String published, String line) {
    var at = Instant.parse(seen);
    Item item =
        Wire.item(
            "item-" + log.size(),
            "publisher-" + log.size() + ".example",
            Instant.parse(published),
            at,
            line);
    log.add(new Report(log.size() + 1L, item, Wire.signal(line)));
    return this;
  }

  private List<String> keysUntil(String until) {
    return Replay.asTold(PATTERNS, log, Instant.parse(until)).stream()
        .filter(alert -> alert.change() == Change.NEW_DEVELOPMENT)
        .map(Alert::key)
        .toList();
  }

  @Test
  void an_item_that_comes_in_behind_a_newer_one_completes_the_pattern() {
    comes(
        "2025-12-13T12:00:00Z",
        "2025-12-13T11:50:00Z",
        "sanctions lifted actual actor US target BY");
    comes(
        "2025-12-13T12:20:00Z",
        "2025-12-12T20:00:00Z",
        "prisoner-release released actual place BY count 123");

    assertThat(keysUntil("2025-12-13T23:00:00Z"))
        .containsExactlyInAnyOrder(
            "sanctions-change US-BY down", "prisoner-release BY", "exchange BY");
  }

  @Test
  void a_fresh_item_completes_a_pattern_with_background_that_was_published_after_it() {
    comes(
        "2025-12-20T12:00:00Z",
        "2025-12-13T11:50:00Z",
        "sanctions lifted actual actor US target BY"); // a week old: a feed back from the dead
    comes(
        "2025-12-13T12:20:00Z",
        "2025-12-13T10:00:00Z",
        "prisoner-release released actual place BY count 123");

    assertThat(keysUntil("2025-12-13T23:00:00Z"))
        .containsExactlyInAnyOrder("prisoner-release BY", "exchange BY");
  }

  @Test
  void a_feed_back_from_the_dead_raises_nothing() {
    comes("2025-12-13T12:00:00Z", "2025-12-13T11:00:00Z", "talks held actual actor US target BY");
    comes(
        "2025-12-13T12:01:00Z", "2025-10-01T11:00:00Z", "border closed actual actor PL target BY");
    comes(
        "2025-12-13T12:01:00Z",
        "2025-11-20T11:00:00Z",
        "sanctions imposed actual actor EU target RU");
    comes(
        "2025-12-13T12:01:00Z",
        "2025-12-05T11:00:00Z",
        "state-of-emergency declared actual place LT");

    assertThat(keysUntil("2025-12-15T00:00:00Z")).isEmpty();
  }

  @Test
  void what_a_feed_back_from_the_dead_told_is_known_when_it_is_told_again() {
    comes(
        "2025-12-13T12:01:00Z",
        "2025-12-05T11:00:00Z",
        "state-of-emergency declared actual place LT");
    comes(
        "2025-12-13T13:00:00Z",
        "2025-12-13T12:50:00Z",
        "state-of-emergency declared actual place LT");
    comes(
        "2025-12-13T14:00:00Z",
        "2025-12-13T13:50:00Z",
        "state-of-emergency extended actual place LT");

    assertThat(keysUntil("2025-12-14T00:00:00Z")).containsExactly("new-state-of-emergency LT");
    assertThat(
            Replay.asTold(PATTERNS, log, Instant.parse("2025-12-14T00:00:00Z")).getFirst().raised())
        .as("only the extension is news")
        .isEqualTo("2025-12-13T13:50:00Z");
  }

  @Test
  void a_date_in_the_future_counts_as_the_moment_it_was_seen() {
    comes(
        "2025-12-13T12:00:00Z", "2027-01-01T00:00:00Z", "border closed actual actor PL target BY");
    comes(
        "2025-12-13T13:00:00Z",
        "2025-12-13T12:59:00Z",
        "prisoner-release released actual place BY count 9");

    var alerts = Replay.asTold(PATTERNS, log, Instant.parse("2025-12-14T00:00:00Z"));
    assertThat(alerts)
        .extracting(Alert::raised)
        .contains(Instant.parse("2025-12-13T12:00:00Z"), Instant.parse("2025-12-13T12:59:00Z"));
  }

  @Test
  void items_of_one_minute_give_the_same_alerts_in_either_order() {
    comes(
        "2025-12-13T12:00:00Z",
        "2025-12-13T12:00:00Z",
        "prisoner-release released actual place BY count 9");
    comes(
        "2025-12-13T12:00:00Z",
        "2025-12-13T12:00:00Z",
        "sanctions eased actual actor US target BY");
    var there = keysUntil("2025-12-14T00:00:00Z");
    var back = Replay.asTold(PATTERNS, log.reversed(), Instant.parse("2025-12-14T00:00:00Z"));

    assertThat(back).extracting(Alert::key).containsExactlyInAnyOrderElementsOf(there);
    assertThat(there).contains("exchange BY");
  }

  @Test
  void a_plan_for_the_last_day_of_the_year_is_overdue_in_the_next() {
    comes(
        "2025-12-20T12:00:00Z",
        "2025-12-20T12:00:00Z",
        "border reopened planned actor PL target BY date 2025-12-31");

    assertThat(keysUntil("2026-01-02T23:00:00Z")).containsExactly("border-change PL-BY reopened");
    assertThat(keysUntil("2026-01-03T00:30:00Z"))
        .containsExactly("border-change PL-BY reopened", "overdue PL-BY border 2025-12-31");
  }

  @Test
  void a_surge_on_the_first_of_january_is_measured_by_december() {
    var at = Instant.parse("2026-01-01T08:00:00Z");
    for (int day = 28; day > 0; day--) {
      var before = at.minus(Duration.ofDays(day)).toString();
      for (int i = 0; i < 3 + day % 2 * 2; i++) {
        comes(before, before, "talks held possible actor US target LV");
      }
    }
    for (int i = 0; i < 5; i++) {
      var now = at.plus(Duration.ofMinutes(i)).toString();
      comes(now, now, "talks held possible actor EE target LV");
    }

    assertThat(keysUntil("2026-01-01T20:00:00Z"))
        .as(
            "five of Latvia after three or five every day are usual; five of Estonia after none are not")
        .contains("surge EE 2026-01-01")
        .doesNotContain("surge LV 2026-01-01", "surge US 2026-01-01");
  }

  @Test
  void zones_do_not_matter_a_day_is_a_day_of_utc() {
    comes(
        "2025-12-31T23:30:00Z",
        "2025-12-31T23:30:00Z",
        "prisoner-release released actual place BY count 9");
    comes(
        "2026-01-01T00:10:00Z",
        "2026-01-01T00:10:00Z",
        "prisoner-release released actual place BY count 12");

    var alerts = Replay.asTold(PATTERNS, log, Instant.parse("2026-01-01T10:00:00Z"));
    assertThat(alerts)
        .extracting(Alert::change)
        .containsExactly(Change.NEW_DEVELOPMENT, Change.HIGHER_COUNT);
  }
}
