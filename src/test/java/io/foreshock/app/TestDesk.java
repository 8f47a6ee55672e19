package io.foreshock.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.foreshock.OurRules;
import io.foreshock.SettableClock;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.config.Config;
import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedSettings;
import io.foreshock.item.Publisher;
import io.foreshock.mail.Recipient;
import io.foreshock.mail.Samples;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the tests of the whole share: the project's rules, opened once, and a mail server on
/// loopback; a clock that a test sets.
final class TestDesk implements AutoCloseable {
  final SettableClock clock = new SettableClock("2025-12-13T08:00:00Z");
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  TestDesk() {
    mail.start();
  }

  /// A daemon on a database, opened and not started.
  Foreshock open(String database, List<Feed> feeds, Recipient... recipients) {
    return new Foreshock(config(database, feeds, recipients), OurRules.RULES, clock);
  }

  private Config config(String database, List<Feed> feeds, Recipient... recipients) {
    return new Config(
        database,
        Path.of("rules"),
        Duration.ofDays(120),
        FeedSettings.standard(),
        feeds,
        Samples.settings(port()),
        List.of(recipients));
  }

  /// A feed in English, asked every quarter of an hour, that may lie on loopback.
  static Feed feed(String name, URI url) {
    return new Feed(
        name,
        url,
        Publisher.named("wire.example"),
        Optional.of("en"),
        Duration.ofMinutes(15),
        true);
  }

  /// One who wants all in English.
  static Recipient reader(String address) {
    return recipient(address, false);
  }

  /// The same, who is told about outages too.
  static Recipient operator(String address) {
    return recipient(address, true);
  }

  private static Recipient recipient(String address, boolean isOperator) {
    return new Recipient(
        address, "en", Set.of(), Set.of(), Severity.MINOR, Certainty.POSSIBLE, isOperator);
  }

  /// What has arrived.
  MimeMessage[] letters() {
    return mail.getReceivedMessages();
  }

  List<String> subjects() {
    return Arrays.stream(letters()).map(TestDesk::subject).toList();
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  int port() {
    return mail.getSmtp().getPort();
  }

  @Override
  public void close() {
    mail.stop();
  }
}
