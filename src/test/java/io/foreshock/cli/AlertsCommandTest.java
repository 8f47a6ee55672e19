package io.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.ProjectRules;
import io.foreshock.alert.Desk;
import io.foreshock.item.ItemTable;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.Read;
import io.foreshock.signal.Report;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was raised, and what analysts do about it. The command's clock stands at 2025-12-13 10:00.
class AlertsCommandTest {
  private static final Patterns PATTERNS = ProjectRules.get().patterns();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-12-13T10:00:00Z"));

  @TempDir private Path folder;
  private String url;

  @BeforeEach
  void install() throws IOException {
    url = "jdbc:sqlite:" + folder.resolve("alerts.db");
    Files.writeString(folder.resolve("foreshock.yml"), "store: {url: \"" + url + "\"}\n");
    Files.writeString(folder.resolve("feeds.yml"), "feeds: []\n");
  }

  private Cli alerts(String... arguments) {
    var files =
        Stream.of(
            "alerts",
            "--config",
            folder.resolve("foreshock.yml").toString(),
            "--feeds",
            folder.resolve("feeds.yml").toString());
    return Cli.run(Stream.concat(files, Stream.of(arguments)).toArray(String[]::new));
  }

  /// The daemon hears of these reports; returns how many letters went out.
  private int hears(List<Report> reports) {
    try (var store = Store.open(url);
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
}
