package io.foreshock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.foreshock.SettableClock;
import io.foreshock.alert.AlertTable;
import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.item.Publisher;
import io.foreshock.mail.MailSettings;
import io.foreshock.mail.Notices;
import io.foreshock.mail.Outbox;
import io.foreshock.mail.OutboxTable;
import io.foreshock.mail.Samples;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchOverTheWatchTest {
  private static final MailSettings SETTINGS = Samples.settings(25);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2025-12-14T06:00:00Z");
  private final AtomicInteger beats = new AtomicInteger();
  private HttpServer dead;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = Store.open("jdbc:sqlite:" + folder.resolve("watch.db"));
    dead = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    dead.createContext(
        "/",
        exchange -> {
          try (exchange) {
            beats.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
          }
        });
    dead.start();
  }

  @AfterEach
  void close() {
    store.close();
    dead.stop(0);
  }

  private Heartbeat.Beat beat(boolean hasFeeds) {
    var url = URI.create("http://127.0.0.1:" + dead.getAddress().getPort() + "/ping");
    try (var heartbeat = new Heartbeat(store, Optional.of(url), hasFeeds, clock)) {
      return heartbeat.beat(url);
    }
  }

  private void storeItem() {
    var at = clock.instant();
    store.run(handle ->
        new ItemTable(handle)
            .store(
                "feed",
                new Item(
                    "1", Publisher.named("p"), Optional.of("en"), at, at, "", "t", "", 0, false)));
  }

  @Test
  void the_switch_is_told_while_everything_works() {
    assertThat(beat(false)).isEqualTo(new Heartbeat.Beat.Told());
    assertThat(beats).hasValue(1);
  }

  @Test
  void the_switch_is_not_told_while_no_feed_answers() {
    assertThat(beat(true))
        .isEqualTo(
            new Heartbeat.Beat.Withheld(List.of("poll: no feed has answered for two hours")));
    assertThat(beats).hasValue(0);
  }

  @Test
  void the_switch_is_not_told_while_items_wait_to_be_read() {
    storeItem();
    assertThat(beat(false)).as("just arrived").isEqualTo(new Heartbeat.Beat.Told());
    clock.pass(Duration.ofMinutes(20));

    assertThat(beat(false)).isInstanceOf(Heartbeat.Beat.Withheld.class);
  }

  @Test
  void the_switch_is_not_told_while_the_watch_is_behind_the_log() {
    store.run(handle -> new SignalTable(handle).endDaysBefore(LocalDate.of(2025, 12, 14)));

    assertThat(beat(false)).isInstanceOf(Heartbeat.Beat.Withheld.class);
  }

  @Test
  void the_switch_is_not_told_while_letters_do_not_leave() {
    var outbox = new Outbox(List.of(TestDesk.reader("olga@desk.example")), SETTINGS, clock);
    store.run(handle -> outbox.take(handle, Samples.alert()));
    clock.pass(Duration.ofMinutes(31));

    assertThat(beat(false)).isInstanceOf(Heartbeat.Beat.Withheld.class);
  }

  @Test
  void a_switch_that_does_not_answer_is_no_reason_to_stop() {
    dead.stop(0);

    assertThat(beat(false)).isInstanceOf(Heartbeat.Beat.Unreachable.class);
  }

  private DailyLetter daily() {
    return new DailyLetter(
        store,
        new Notices(List.of(TestDesk.operator("olga@desk.example")), SETTINGS, clock),
        List.of(),
        List.of("A release of prisoners", "An exchange"),
        false,
        clock);
  }

  @Test
  void the_daily_letter_counts_the_day_before_and_names_the_rules_that_never_fired() {
    clock.pass(Duration.ofDays(-1));
    storeItem();
    store.run(handle -> new AlertTable(handle).store(Samples.alert(), Optional.empty()));
    clock.pass(Duration.ofDays(1));

    var report = store.transaction(handle -> daily().report(handle, LocalDate.of(2025, 12, 13)));

    assertThat(report.items()).isOne();
    assertThat(report.alerts()).isOne();
    assertThat(report.silentRules()).containsExactly("An exchange");
  }

  @Test
  void the_daily_letter_is_written_once_a_day_after_five() {
    clock.pass(Duration.ofHours(-2));
    daily().write();
    assertThat(letters()).as("04:00").isZero();
    clock.pass(Duration.ofHours(2));
    daily().write();
    daily().write();

    assertThat(letters()).isOne();
  }

  private int letters() {
    return store.transaction(handle -> new OutboxTable(handle).count("waiting"));
  }
}
