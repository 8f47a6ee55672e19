package io.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.alert.Desk;
import io.foreshock.alert.Verdict;
import io.foreshock.alert.VerdictTable;
import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.Read;
import io.foreshock.signal.Report;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was raised, and what analysts do about it. The command's clock stands at 2025-12-13 10:00.
class AlertsCommandTest {
  private static final Patterns PATTERNS = OurRules.patterns();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-12-13T10:00:00Z"));

  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.in(folder);
  }

  private Cli alerts(String... arguments) {
    return installation.run("alerts", arguments);
  }

  /// The daemon hears of these reports; returns how many letters went out.
  private int hears(List<Report> reports) {
    try (var store = Store.open(installation.url());
        var desk = new Desk(store, PATTERNS, List.of(), CLOCK)) {
      store.run(handle ->
          reports.forEach(report -> {
            new ItemTable(handle).store("feed", report.item());
            new SignalTable(handle)
                .append(
                    report.item(),
                    new Read(Optional.of("en"), List.of(report.signal()), List.of()));
          }));
      return desk.catchUp();
    }
  }

  private int hears(String type, String phase, String place, String actor, String target) {
    return hears(
        List.of(Stories.report(1, "2025-12-13T09:00:00Z", type, phase, place, actor, target)));
  }

  @Test
  void an_alert_is_listed_and_shown_with_what_it_rests_on() {
    hears("prisoner-release", "released", "BY", "", "");

    assertThat(alerts("list").data()).contains("prisoner-release BY").contains("Observed");
    assertThat(alerts("show", "prisoner-release BY").data())
        .contains("prisoner-release BY (new-development)")
        .contains("1 independent publishers (independent), 1 reports")
        .contains("a.example");
  }

  @Test
  void a_silenced_kind_is_held_and_listed_with_the_reason() {
    alerts("silence", "prisoner-release", "--until", "7d", "--reason", "all know it");

    assertThat(hears("prisoner-release", "released", "BY", "", "")).isZero();
    assertThat(alerts("list", "--held").data())
        .contains("prisoner-release BY")
        .contains("silenced until 2025-12-20T10:00:00Z (prisoner-release): all know it");
  }

  @Test
  void a_silenced_country_is_held_in_any_part() {
    alerts("silence", "LT", "--until", "2025-12-20", "--reason", "visit");

    assertThat(hears("border", "closed", "", "LT", "BY")).isZero();
    assertThat(alerts("list", "--held").data())
        .contains("border-change LT-BY closed")
        .contains("silenced until 2025-12-21T00:00:00Z (LT): visit");
  }

  @Test
  void a_silence_of_one_key_holds_no_other() {
    alerts("silence", "border-change PL-BY closed", "--until", "1h", "--reason", "drill");

    assertThat(hears("border", "closed", "", "LT", "BY")).isEqualTo(1);
    assertThat(alerts("list", "--held").words()).contains("no silence held anything back");
  }

  @Test
  void a_silence_ends_when_it_is_lifted() {
    alerts("silence", "BY", "--until", "2026-01-15T08:00Z", "--reason", "visit");

    assertThat(alerts("unsilence", "BY").code()).isZero();
    assertThat(hears("prisoner-release", "released", "BY", "", "")).isEqualTo(1);
    assertThat(alerts("unsilence", "BY").code()).isEqualTo(1);
  }

  @Test
  void a_silence_until_yesterday_or_without_reason_is_refused() {
    assertThat(alerts("silence", "BY", "--until", "2025-12-01", "--reason", "x").words())
        .contains("is over already");
    assertThat(alerts("silence", "BY", "--until", "soon", "--reason", "x").words())
        .contains("\"soon\" is no time; write 7d");
    assertThat(alerts("silence", "BY", "--until", "7d", "--reason", " ").code()).isEqualTo(2);
  }

  @Test
  void an_acknowledgement_stands_beside_the_alert() {
    hears("prisoner-release", "released", "BY", "", "");

    assertThat(alerts("ack", "prisoner-release BY", "Anna: report written").code()).isZero();
    assertThat(alerts("list").data()).contains("acknowledged: Anna: report written");
    assertThat(alerts("ack", "exchange BY", "Anna").code()).isEqualTo(1);
  }

  @Test
  void a_verdict_is_kept_with_its_reason_and_counts_on_the_scorecard() {
    hears("prisoner-release", "released", "BY", "", "");

    assertThat(alerts("verdict", "prisoner-release BY", "true", "all 123 are in Vilnius").code())
        .isZero();

    try (var store = Store.open(installation.url())) {
      assertThat(store.transaction(handle -> new VerdictTable(handle).all()).values())
          .singleElement()
          .satisfies(said -> {
            assertThat(said.word()).isEqualTo(Verdict.Word.TRUE);
            assertThat(said.why()).isEqualTo("all 123 are in Vilnius");
          });
    }
    assertThat(installation.run("rules scorecard").dataLines())
        .anyMatch(line -> line.matches("RULE +FIRED +TRUE +FALSE +USELESS +LEAD"))
        .anyMatch(line -> line.matches("A release of prisoners +1 +1 +0 +0 +-"));
  }

  @Test
  void the_last_verdict_counts() {
    hears("prisoner-release", "released", "BY", "", "");

    alerts("verdict", "prisoner-release BY", "true", "so it seemed");
    alerts("verdict", "prisoner-release BY", "false", "they were ordinary convicts");

    assertThat(installation.run("rules scorecard").dataLines())
        .anyMatch(line -> line.matches("A release of prisoners +1 +0 +1 +0 +-"));
  }

  @Test
  void a_verdict_on_no_alert_or_in_no_known_word_is_refused() {
    hears("prisoner-release", "released", "BY", "", "");

    assertThat(alerts("verdict", "exchange BY", "true", "why").words())
        .contains("no alert \"exchange BY\"");
    assertThat(alerts("verdict", "prisoner-release BY", "perhaps", "why").code()).isNotZero();
    assertThat(installation.run("rules scorecard").dataLines())
        .anyMatch(line -> line.matches("A release of prisoners +1 +0 +0 +0 +-"));
  }

  @Test
  void an_alert_is_explained_from_its_pattern_down_to_the_words() {
    hears(List.of(release("Belarus frees 123 political prisoners")));

    var told = installation.run("explain", "--alert", "prisoner-release BY");

    assertThat(told.code()).isZero();
    assertThat(told.dataLines())
        .anyMatch(line ->
            line.startsWith("Alert      prisoner-release BY (new-development), raised 2025-12-13T0")
                && line.contains("by “A release of prisoners” of rules " + PATTERNS.version()))
        .anyMatch(line -> line.startsWith("Because    "))
        .anyMatch(line ->
            line.startsWith("Item       2025-12-13T09:00:00Z a.example: “Belarus frees 123"))
        .anyMatch(line -> line.startsWith("Signal     prisoner-release released, actual, place BY"))
        .anyMatch(line -> line.startsWith("Concepts   prisoner “political prisoners”"))
        .anyMatch(line -> line.startsWith("Concepts   free “frees”"))
        .anyMatch(line -> line.startsWith("Rule       “Prisoners are freed”"));
    assertThat(told.data()).doesNotContain("read again with rules");
  }

  @Test
  void an_alert_that_is_not_there_is_told_with_where_to_look() {
    var told = installation.run("explain", "--alert", "exchange XX");

    assertThat(told.code()).isEqualTo(1);
    assertThat(told.words()).contains("no alert \"exchange XX\"; see foreshock alerts list");
  }

  private static Report release(String title) {
    var made =
        Stories.report(1, "2025-12-13T09:00:00Z", "prisoner-release", "released", "BY", "", "");
    var item = made.item();
    return new Report(
        1,
        new Item(
            item.id(),
            item.publisher(),
            item.language(),
            item.published(),
            item.seen(),
            item.link(),
            title,
            "",
            0,
            false),
        made.signal());
  }
}
