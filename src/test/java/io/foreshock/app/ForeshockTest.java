package io.foreshock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.foreshock.alert.AlertTable;
import io.foreshock.alert.Silence;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeshockTest {
  @TempDir private Path folder;
  private final TestDesk desk = new TestDesk();
  private NewsServer news;

  @BeforeEach
  void start() throws IOException {
    news = new NewsServer();
  }

  @AfterEach
  void stop() {
    news.close();
    desk.close();
  }

  private Foreshock open() {
    return desk.open(
        "jdbc:sqlite:" + folder.resolve("test.db"),
        List.of(TestDesk.feed("Wire", news.feed("wire"))),
        TestDesk.reader("anna@desk.example"));
  }

  /// The next poll, and the letters that it leads to.
  private void poll(Foreshock foreshock) {
    desk.clock.pass(Duration.ofMinutes(20));
    foreshock.turn();
    foreshock.deliver();
  }

  @Test
  void a_new_item_becomes_a_letter() {
    try (var foreshock = open()) {
      poll(foreshock);
      news.publish("1", "Belarus frees 123 political prisoners", "2025-12-13T08:30:00Z");
      poll(foreshock);
    }

    assertThat(desk.subjects())
        .containsExactly("Belarus frees 123 prisoners — one publisher so far");
  }

  @Test
  void what_a_feed_brings_on_its_first_poll_raises_nothing() {
    news.publish("1", "Belarus frees 123 political prisoners", "2025-12-13T07:30:00Z");
    try (var foreshock = open()) {
      poll(foreshock);
      poll(foreshock);
    }

    assertThat(desk.subjects()).isEmpty();
  }

  @Test
  void an_item_found_days_after_its_publication_raises_nothing() {
    try (var foreshock = open()) {
      poll(foreshock);
      news.publish("1", "Belarus frees 123 political prisoners", "2025-12-01T08:30:00Z");
      poll(foreshock);
    }

    assertThat(desk.subjects()).isEmpty();
  }

  @Test
  void a_reworded_title_is_the_same_item_and_raises_nothing_new() {
    try (var foreshock = open()) {
      poll(foreshock);
      news.publish("1", "Belarus frees 123 political prisoners", "2025-12-13T08:30:00Z");
      poll(foreshock);
      news.publish("1", "Belarus has freed 123 political prisoners", "2025-12-13T08:30:00Z");
      poll(foreshock);
    }

    assertThat(desk.subjects()).hasSize(1);
  }

  @Test
  void a_higher_number_in_a_reworded_title_is_an_update_in_the_same_thread()
      throws MessagingException {
    try (var foreshock = open()) {
      poll(foreshock);
      news.publish("1", "Belarus frees 52 political prisoners", "2025-12-13T08:30:00Z");
      poll(foreshock);
      news.publish("1", "Belarus frees 123 political prisoners", "2025-12-13T08:30:00Z");
      poll(foreshock);
    }

    var letters = desk.letters();
    assertThat(letters).hasSize(2);
    assertThat(letters[1].getHeader("In-Reply-To")).containsExactly(letters[0].getMessageID());
    assertThat(letters[1].getSubject()).isEqualTo(letters[0].getSubject());
  }

  @Test
  void a_restart_forgets_nothing_and_asks_no_feed_early() {
    try (var foreshock = open()) {
      poll(foreshock);
      news.publish("1", "Belarus frees 123 political prisoners", "2025-12-13T08:30:00Z");
      poll(foreshock);
    }
    int asked = news.asked();
    try (var foreshock = open()) {
      desk.clock.pass(Duration.ofMinutes(1));
      foreshock.turn();
      assertThat(news.asked()).isEqualTo(asked);

      news.publish("2", "Minsk releases 123 political prisoners", "2025-12-13T09:00:00Z");
      poll(foreshock);
    }

    assertThat(desk.subjects()).as("one development, one letter").hasSize(1);
  }

  @Test
  void letters_wait_for_a_mail_server_that_is_down() {
    try (var foreshock = open()) {
      poll(foreshock);
      news.publish("1", "Belarus frees 123 political prisoners", "2025-12-13T08:30:00Z");
      desk.clock.pass(Duration.ofMinutes(20));
      foreshock.turn();
      int port = desk.port();
      desk.close();
      assertThat(foreshock.deliver()).isZero();

      var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      again.start();
      desk.clock.pass(Duration.ofMinutes(2));
      assertThat(foreshock.deliver()).isOne();
      again.stop();
    }
  }

  @Test
  void a_silence_holds_the_letter_and_keeps_the_alert() {
    try (var foreshock = open()) {
      poll(foreshock);
      foreshock
          .store()
          .run(handle ->
              new AlertTable(handle)
                  .silence(
                      new Silence("BY", desk.clock.instant().plus(Duration.ofDays(1)), "known"),
                      desk.clock.instant()));
      news.publish("1", "Belarus frees 123 political prisoners", "2025-12-13T08:30:00Z");
      poll(foreshock);

      assertThat(desk.subjects()).isEmpty();
      var held = foreshock.store().transaction(handle -> new AlertTable(handle).held(10));
      assertThat(held.getFirst().alert().key()).isEqualTo("prisoner-release BY");
    }
  }

  @Test
  void a_second_daemon_on_the_same_database_file_is_refused() {
    try (var first = open()) {
      assertThat(first.store().isShared()).isFalse();
      assertThatThrownBy(this::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another Foreshock runs on this database");
    }
  }

  @Test
  void the_file_is_free_again_when_the_daemon_has_ended() {
    open().close();
    try (var second = open()) {
      assertThat(second.turn()).isZero();
    }
  }
}
