package io.foreshock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.feed.Feed;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageLettersTest {
  @TempDir private Path folder;
  private final TestDesk desk = new TestDesk();

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void a_network_that_is_down_is_one_letter_and_to_the_operator_only() throws Exception {
    var feeds = IntStream.rangeClosed(1, 5).mapToObj(OutageLettersTest::unreachable).toList();
    var database = "jdbc:sqlite:" + folder.resolve("test.db");
    var anna = TestDesk.reader("anna@desk.example");
    var olga = TestDesk.operator("olga@desk.example");
    try (var foreshock = desk.open(database, feeds, anna, olga)) {
      for (int i = 0; i < 12; i++) {
        foreshock.turn();
        foreshock.deliver();
        desk.clock.pass(Duration.ofMinutes(5));
      }
    }

    var letters = desk.letters();
    assertThat(letters).hasSize(1);
    assertThat(letters[0].getSubject())
        .isEqualTo("Foreshock: No feed can be reached: is the network down?");
    assertThat((String) ((MimeMultipart) letters[0].getContent()).getBodyPart(0).getContent())
        .contains("\r\n– 5 feeds cannot be reached")
        .contains("\r\nforeshock feeds shows all.");
    assertThat(letters[0].getAllRecipients()[0].toString()).isEqualTo("olga@desk.example");
  }

  private static Feed unreachable(int number) {
    return TestDesk.feed("Wire " + number, URI.create("http://127.0.0." + number + ":1/rss"));
  }
}
