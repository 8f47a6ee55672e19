package io.foreshock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.SettableClock;
import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Change;
import io.foreshock.alert.Severity;
import io.foreshock.alert.Wishes;
import io.foreshock.store.Store;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringTest {
  private static final MailSettings SETTINGS = Samples.settings(25);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2025-12-12T06:31:00Z");
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open("jdbc:sqlite:" + folder.resolve("mail.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Recipient anna(
      Rhythm.Every every, boolean evenIfNothing, boolean quiet, int most) {
    return new Recipient(
        "anna@desk.example",
        "en",
        new Wishes(Set.of(), Set.of(), Severity.MINOR, Certainty.POSSIBLE),
        new Rhythm(
            ZoneId.of("Europe/Warsaw"),
            every,
            LocalTime.of(7, 30),
            DayOfWeek.FRIDAY,
            evenIfNothing,
            quiet
                ? Optional.of(new Rhythm.Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0)))
                : Optional.empty(),
            most),
        false);
  }

  private Outbox outbox(Recipient recipient) {
    return new Outbox(List.of(recipient), SETTINGS, clock);
  }

  private Alert alert(String place, Severity severity, int sequence) {
    var report = Samples.release("wire.example", "People are freed", 10 + sequence);
    var alert =
        Samples.alert(
            "prisoner-release",
            place,
            "",
            "",
            severity,
            sequence,
            sequence == 0 ? Change.NEW_DEVELOPMENT : Change.HIGHER_COUNT,
            List.of(),
            List.of(),
            report);
    return new Alert(
        alert.kind(),
        alert.key(),
        "development" + place,
        place,
        "",
        "",
        severity,
        alert.certainty(),
        sequence,
        alert.change(),
        clock.instant(),
        1,
        alert.reports(),
        List.of(),
        List.of(),
        alert.because(),
        alert.rule(),
        alert.rules());
  }

  private void raise(Outbox outbox, Alert alert) {
    store.run(handle -> {
      new AlertTable(handle).store(alert, Optional.empty());
      outbox.take(handle, alert);
    });
  }

  private int gather(Outbox outbox) {
    return store.transaction(outbox::gather);
  }

  private List<OutboxTable.Waiting> letters() {
    return store.transaction(
        handle -> new OutboxTable(handle).claimDue(clock.instant(), Duration.ZERO, 100, false));
  }

  private List<String> subjects() {
    return letters().stream().map(each -> each.letter().subject()).toList();
  }

  @Test
  void a_week_becomes_one_digest_with_each_development_in_its_latest_state() {
    var outbox = outbox(anna(Rhythm.Every.WEEK, false, false, 0));
    gather(outbox); // the reader is new: the week begins
    raise(outbox, alert("BY", Severity.MODERATE, 0));
    clock.pass(Duration.ofDays(2));
    raise(outbox, alert("LT", Severity.SEVERE, 0));
    raise(outbox, alert("BY", Severity.MODERATE, 1));
    clock.pass(Duration.ofDays(4));
    assertThat(gather(outbox)).as("Thursday").isZero();

    clock.pass(Duration.ofDays(1));
    assertThat(gather(outbox)).as("Friday").isOne();
    assertThat(gather(outbox)).as("once").isZero();

    assertThat(subjects()).containsExactly("Week to 19 Dec 2025: 2 developments");
    assertThat(letters().getFirst().letter().text())
        .containsSubsequence(
            "Lithuania frees 10 prisoners", "Belarus frees 11 prisoners", "one update");
  }

  @Test
  void a_week_without_alerts_is_told_where_that_is_wished_and_not_otherwise() {
    var told = outbox(anna(Rhythm.Every.WEEK, true, false, 0));
    gather(told);
    clock.pass(Duration.ofDays(7));

    assertThat(gather(told)).isOne();
    assertThat(subjects()).containsExactly("Week to 19 Dec 2025: nothing happened");

    var untold = outbox(anna(Rhythm.Every.WEEK, false, false, 0));
    clock.pass(Duration.ofDays(7));
    assertThat(gather(untold)).isZero();
  }

  @Test
  void an_outage_over_several_digests_is_made_up_for_by_one_letter() {
    var outbox = outbox(anna(Rhythm.Every.DAY, true, false, 0));
    gather(outbox);
    raise(outbox, alert("BY", Severity.MODERATE, 0));

    clock.pass(Duration.ofDays(3));

    assertThat(gather(outbox)).isOne();
    assertThat(subjects()).containsExactly("15 Dec 2025: one development");
  }

  @Test
  void a_night_over_the_clock_change_is_kept_quiet_until_seven_local_time() {
    clock.pass(Duration.between(clock.instant(), Instant.parse("2026-03-28T22:00:00Z")));
    var outbox = outbox(anna(Rhythm.Every.ALERT, false, true, 0));
    raise(outbox, alert("BY", Severity.MODERATE, 0));
    raise(outbox, alert("LT", Severity.SEVERE, 0));
    assertThat(letters()).isEmpty();

    clock.pass(Duration.ofHours(7).minusMinutes(1)); // 06:59 CEST
    assertThat(gather(outbox)).isZero();
    clock.pass(Duration.ofMinutes(1));
    assertThat(gather(outbox)).isOne();

    assertThat(subjects()).containsExactly("In your quiet hours: 2 developments");
  }

  @Test
  void what_is_extreme_comes_through_the_night_and_a_single_alert_comes_as_itself() {
    clock.pass(Duration.ofHours(16)); // 23:31 local time
    var outbox = outbox(anna(Rhythm.Every.ALERT, false, true, 0));
    raise(outbox, alert("BY", Severity.EXTREME, 0));
    raise(outbox, alert("LT", Severity.SEVERE, 0));
    assertThat(subjects()).containsExactly("Belarus frees 10 prisoners — one publisher so far");

    clock.pass(Duration.ofHours(8));
    gather(outbox);

    assertThat(subjects())
        .containsExactly(
            "Belarus frees 10 prisoners — one publisher so far",
            "Lithuania frees 10 prisoners — one publisher so far");
  }

  @Test
  void beyond_the_limit_of_an_hour_alerts_come_together() {
    var outbox = outbox(anna(Rhythm.Every.ALERT, false, false, 2));
    for (var place : List.of("BY", "LT", "PL", "UA", "LV")) {
      raise(outbox, alert(place, Severity.MODERATE, 0));
    }
    assertThat(subjects()).hasSize(2);
    assertThat(gather(outbox)).isZero();

    clock.pass(Duration.ofHours(1));
    assertThat(gather(outbox)).isOne();

    assertThat(subjects()).hasSize(3).last().isEqualTo("3 more developments, in one letter");
  }

  @Test
  void an_update_of_what_was_told_in_a_bundle_refers_to_that_bundle() {
    var outbox = outbox(anna(Rhythm.Every.ALERT, false, false, 1));
    for (var place : List.of("BY", "LT", "PL")) {
      raise(outbox, alert(place, Severity.MODERATE, 0));
    }
    clock.pass(Duration.ofHours(1));
    gather(outbox);
    clock.pass(Duration.ofHours(2));
    raise(outbox, alert("LT", Severity.MODERATE, 1));

    var letters = letters();
    assertThat(letters.getLast().rootId()).isEqualTo(letters.get(1).messageId());
    assertThat(letters.getLast().rootId()).startsWith("<bundle.");
  }

  @Test
  void a_preview_tells_what_would_become_of_an_alert_and_writes_nothing() {
    var outbox = outbox(anna(Rhythm.Every.DAY, false, false, 0));

    var preview =
        store.transaction(
            handle -> outbox.preview(handle, alert("BY", Severity.MODERATE, 0)).getFirst());

    assertThat(preview.decision())
        .isEqualTo(
            new Recipient.Decision.Later(
                Instant.parse("2025-12-13T06:30:00Z"), Recipient.Decision.Occasion.DAILY));
    assertThat(preview.text()).contains("Belarus frees 10 prisoners");
    assertThat(letters()).isEmpty();
  }

  @Test
  void a_test_letter_says_that_it_is_one_in_each_of_its_parts() {
    var outbox = outbox(anna(Rhythm.Every.DAY, false, false, 0));

    store.run(
        handle -> outbox.test(handle, alert("BY", Severity.MODERATE, 0), "anna@desk.example"));

    var letter = letters().getFirst();
    assertThat(letter.letter().subject()).startsWith("Test: Belarus");
    assertThat(letter.letter().text()).startsWith("This is a test.");
    assertThat(letter.letter().html()).contains("This is a test.");
    assertThat(letter.cap()).contains("<status>Test</status>");
  }
}
