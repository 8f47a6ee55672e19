package io.foreshock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.foreshock.SettableClock;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.config.Config;
import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedSettings;
import io.foreshock.item.Publisher;
import io.foreshock.mail.MailSettings;
import io.foreshock.mail.Recipient;
import io.foreshock.workshop.Rules;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageLettersTest {
  private static final Rules RULES = ((Rules.Opened.Ready) Rules.open(Path.of("rules"))).rules();

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2025-12-13T08:00:00Z");
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void a_network_that_is_down_is_one_letter_and_to_the_operator_only() throws MessagingException {
    try (var foreshock = new Foreshock(config(), RULES, clock)) {
      for (int i = 0; i < 12; i++) {
        foreshock.turn();
        foreshock.deliver();
        clock.pass(Duration.ofMinutes(5));
      }
    }

    var letters = mail.getReceivedMessages();
    assertThat(letters).hasSize(1);
    assertThat(letters[0].getSubject())
        .isEqualTo("Foreshock: No feed can be reached: is the network down?");
    assertThat(letters[0].getAllRecipients()[0].toString()).isEqualTo("olga@desk.example");
  }

  private Config config() {
    return new Config(
        "jdbc:sqlite:" + folder.resolve("test.db"),
        Path.of("rules"),
        Duration.ofDays(120),
        FeedSettings.standard(),
        IntStream.rangeClosed(1, 5).mapToObj(OutageLettersTest::unreachable).toList(),
        new MailSettings(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            MailSettings.Tls.NONE,
            Optional.empty(),
            "foreshock@desk.example",
            "desk.example",
            Duration.ofSeconds(5),
            Duration.ofDays(3)),
        List.of(recipient("anna@desk.example", false), recipient("olga@desk.example", true)));
  }

  private static Feed unreachable(int number) {
    return new Feed(
        "Wire " + number,
        URI.create("http://127.0.0." + number + ":1/rss"),
        Publisher.named("wire.example"),
        Optional.of("en"),
        Duration.ofMinutes(15),
        true);
  }

  private static Recipient recipient(String address, boolean isOperator) {
    return new Recipient(
        address, "en", Set.of(), Set.of(), Severity.MINOR, Certainty.POSSIBLE, isOperator);
  }
}
