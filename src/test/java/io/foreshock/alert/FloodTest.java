package io.foreshock.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.SettableClock;
import io.foreshock.item.ItemTable;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.Read;
import io.foreshock.signal.Report;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// A thousand signals in a minute about one place.
class FloodTest {
  private static final Patterns PATTERNS = OurRules.RULES.patterns();
  private static final Instant START = Instant.parse("2025-12-13T09:00:00Z");
  private static final int MANY = 1_000;

  private static List<Report> flood(IntFunction<String> lines) {
    var reports = new ArrayList<Report>();
    for (int i = 0; i < MANY; i++) {
      var at = START.plusMillis(i * 60L);
      var title = "word" + i + " of" + i + " its" + i + " own" + i + " for" + i + " item" + i;
      var item = Wire.item("flood-" + i, "publisher-" + i + ".example", at, at, title);
      reports.add(new Report(i + 1L, item, Wire.signal(lines.apply(i))));
    }
    return reports;
  }

  private static List<Alert> replayed(List<Report> reports) {
    return Replay.asTold(PATTERNS, reports, START.plusSeconds(86_400)).stream()
        .filter(alert -> !alert.kind().equals("surge"))
        .toList();
  }

  @Test
  void the_same_news_from_a_thousand_publishers_is_one_alert_and_its_corroboration() {
    var alerts = replayed(flood(_ -> "prisoner-release released actual place BY count 123"));

    assertThat(alerts)
        .extracting(Alert::change)
        .containsExactly(Change.NEW_DEVELOPMENT, Change.CORROBORATED);
  }

  @Test
  void a_number_that_rises_a_thousand_times_is_told_a_few_times_and_at_the_end_of_the_day() {
    var alerts = replayed(flood(i -> "prisoner-release released actual place BY count " + (i + 1)));

    assertThat(alerts).hasSizeLessThan(8);
    assertThat(alerts.getLast().change()).isEqualTo(Change.HIGHER_COUNT);
    assertThat(alerts.getLast().reports()).hasSizeLessThanOrEqualTo(40);
    assertThat(alerts.getLast().account().reports()).isGreaterThan(900);
  }

  @Test
  void in_one_turn_it_is_one_letter_with_a_count() {
    var letters = new ArrayList<Alert>();
    try (var store = Store.open("jdbc:sqlite::memory:");
        var desk =
            new Desk(
                store,
                PATTERNS,
                List.of((_, alert) -> letters.add(alert)),
                new SettableClock("2025-12-13T09:02:00Z"))) {
      store.run(handle ->
          flood(_ -> "prisoner-release released actual place BY count 123")
              .forEach(report -> {
                new ItemTable(handle).store("feed", report.item());
                new SignalTable(handle)
                    .append(
                        report.item(),
                        new Read(Optional.of("en"), List.of(report.signal()), List.of()));
              }));
      desk.catchUp();
    }

    var releases =
        letters.stream().filter(alert -> alert.kind().equals("prisoner-release")).toList();
    assertThat(releases).hasSize(1);
    assertThat(releases.getFirst().change()).isEqualTo(Change.NEW_DEVELOPMENT);
    assertThat(releases.getFirst().publishers()).isGreaterThan(900);
    assertThat(releases.getFirst().account().reports()).isGreaterThan(900);
  }

  @Test
  void two_countries_at_each_other_a_thousand_times_escalate_once() {
    var blows =
        List.of(
            "airspace violated actual actor RU target PL place PL",
            "hybrid-attack sabotage actual actor RU target PL place PL",
            "border closed actual actor PL target RU",
            "diplomatic-ties expelled actual actor PL target RU",
            "military deployed actual actor RU target PL");

    var alerts = replayed(flood(i -> blows.get(i % blows.size())));

    assertThat(alerts).filteredOn(alert -> alert.kind().equals("escalation")).hasSize(1);
    assertThat(alerts).hasSizeLessThan(10);
  }
}
