package io.foreshock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.SettableClock;
import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import io.foreshock.alert.Change;
import io.foreshock.alert.Replay;
import io.foreshock.config.Config;
import io.foreshock.feed.FeedSettings;
import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.item.Publisher;
import io.foreshock.mail.MailSettings;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.Report;
import io.foreshock.signal.SignalTable;
import io.foreshock.workshop.RuleSetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 2,000 items a minute, the rules edited each ten seconds, each third edit broken: one thread
/// follows the news while another takes the edits in. The whole run is two minutes long:
/// `-Dforeshock.reload.seconds=120`; time is virtual, the two threads are not.
class ReloadUnderLoadTest {
  private static final int ROUNDS = Integer.getInteger("foreshock.reload.seconds", 30) / 10;
  private static final int ITEMS_A_ROUND = 334;
  private static final List<String> COUNTRIES =
      List.of(
          "Peru",
          "Ecuador",
          "Pakistan",
          "Nepal",
          "Fiji",
          "Chad",
          "Mali",
          "Niger",
          "Haiti",
          "Kenya",
          "Turkey",
          "Lithuania",
          "Jamaica",
          "Honduras",
          "Bolivia",
          "Chile",
          "Togo",
          "Ghana",
          "Laos",
          "Malta",
          "Cyprus",
          "Serbia",
          "Albania",
          "Croatia",
          "Hungary",
          "Portugal",
          "Spain",
          "Norway",
          "Finland",
          "Iceland",
          "Angola",
          "Zambia",
          "Malawi",
          "Rwanda",
          "Uganda",
          "Gabon");

  @TempDir private Path empty;
  private final SettableClock clock = new SettableClock("2025-12-13T08:00:00Z");

  private Config config(Path rules) {
    return new Config(
        "jdbc:sqlite:" + empty.resolve("test.db"),
        rules,
        Duration.ofDays(120),
        FeedSettings.standard(),
        List.of(),
        new MailSettings(
            "127.0.0.1",
            1,
            MailSettings.Tls.NONE,
            Optional.empty(),
            "foreshock@desk.example",
            "desk.example",
            Duration.ofSeconds(5),
            Duration.ofDays(3)),
        List.of());
  }

  @Test
  void no_item_is_lost_no_alert_is_doubled_and_a_broken_edit_changes_nothing()
      throws IOException, InterruptedException, ExecutionException {
    var rules = empty.resolve("rules");
    OurRules.copyWithoutTests(rules);
    int published = 0;
    try (var foreshock = new Foreshock(config(rules), OurRules.RULES, clock);
        var threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        int number = round;
        var news = threads.submit(() -> publishAndFollow(foreshock, number));
        var edit = threads.submit(() -> edit(foreshock, rules, number));
        published += news.get();
        assertThat(edit.get()).as("edit " + number).isEqualTo(isBroken(number) ? "kept" : "taken");
        clock.pass(Duration.ofSeconds(10));
      }
      foreshock.turn();

      assertThat(published).isEqualTo(ROUNDS * ITEMS_A_ROUND);
      allWasRead(foreshock, published);
      alertsAreThoseOfAQuietDay(foreshock);
      failuresKeptWhatWasLive(foreshock);
    }
  }

  private static boolean isBroken(int round) {
    return round % 3 == 2;
  }

  /// A third of a minute's items, in four lots, each followed up at once.
  private int publishAndFollow(Foreshock foreshock, int round) {
    int lots = 4;
    int published = 0;
    for (int lot = 0; lot < lots; lot++) {
      int from = ITEMS_A_ROUND * lot / lots;
      int until = ITEMS_A_ROUND * (lot + 1) / lots;
      foreshock
          .store()
          .run(handle ->
              IntStream.range(from, until)
                  .forEach(i -> new ItemTable(handle).store("feed", item(round, i))));
      foreshock.turn();
      published += until - from;
    }
    return published;
  }

  private Item item(int round, int number) {
    var id = round + "-" + number;
    var at = clock.instant();
    return new Item(
        id,
        Publisher.named("paper-" + number % 7 + ".example"),
        Optional.of("en"),
        at,
        at,
        "https://paper.example/" + id,
        title(round, number),
        "",
        0,
        false);
  }

  /// One in ten reports something; each round brings three countries more.
  private static String title(int round, int number) {
    var country = COUNTRIES.get((round * 3 + number / 10 % 5) % COUNTRIES.size());
    return number % 10 == 0
        ? country + " declares state of emergency, report " + number
        : "Garden number " + number + " of round " + round + " is open to the public";
  }

  private static String edit(Foreshock foreshock, Path rules, int round) throws IOException {
    var file = rules.resolve("patterns/exchange.drl");
    var text = Files.readString(file).replace("within(14 d,", "within(14,") + "// " + round + "\n";
    Files.writeString(file, isBroken(round) ? text.replace("within(14,", "within(14 d,") : text);
    assertThat(foreshock.lookAtRules()).isInstanceOf(RuleRoom.Look.Settling.class);
    return switch (foreshock.lookAtRules()) {
      case RuleRoom.Look.Taken _ -> "taken";
      case RuleRoom.Look.Kept _ -> "kept";
      case RuleRoom.Look.Same _ -> "same";
      case RuleRoom.Look.Settling _ -> "settling";
    };
  }

  private static void allWasRead(Foreshock foreshock, int published) {
    var unread = foreshock.store().transaction(handle -> new ItemTable(handle).unread(10));
    assertThat(unread).isEmpty();
    int reporting =
        (int)
            IntStream.range(0, ROUNDS * ITEMS_A_ROUND)
                .filter(i -> i % ITEMS_A_ROUND % 10 == 0)
                .count();
    assertThat(reports(foreshock)).hasSize(reporting).hasSizeLessThan(published);
  }

  private static List<Report> reports(Foreshock foreshock) {
    var reports = new ArrayList<Report>();
    var entries =
        foreshock
            .store()
            .transaction(handle -> new SignalTable(handle).after(0, Integer.MAX_VALUE));
    for (var entry : entries) {
      if (entry instanceof LogEntry.Reported(var report)) {
        reports.add(report);
      }
    }
    return reports;
  }

  /// The edits change nothing that is raised: the same log without any of them gives the same.
  private static void alertsAreThoseOfAQuietDay(Foreshock foreshock) {
    var alerts =
        foreshock.store().transaction(handle -> new AlertTable(handle).all()).stream()
            .map(each -> told(each.alert()))
            .toList();
    var quiet =
        Replay.of(OurRules.patterns(), reports(foreshock)).stream()
            .map(ReloadUnderLoadTest::told)
            .toList();
    assertThat(alerts).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(quiet);
    assertThat(alerts)
        .filteredOn(each -> each.endsWith(Change.NEW_DEVELOPMENT.word()))
        .hasSizeGreaterThan(3 * ROUNDS);
  }

  private static String told(Alert alert) {
    return alert.key() + "#" + alert.sequence() + " " + alert.change().word();
  }

  private static void failuresKeptWhatWasLive(Foreshock foreshock) {
    var lines =
        foreshock.store().transaction(handle -> new RuleSetTable(handle).latest(1 + ROUNDS));
    assertThat(lines).hasSize(1 + ROUNDS);
    for (int i = 0; i < ROUNDS; i++) { // newest first
      var line = lines.get(i);
      boolean broken = isBroken(ROUNDS - 1 - i);
      assertThat(line.taken()).isEqualTo(!broken);
      assertThat(line.version().equals(lines.get(i + 1).version())).isEqualTo(broken);
    }
  }
}
