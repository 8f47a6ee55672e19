package io.foreshock.demo;

import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.app.Foreshock;
import io.foreshock.config.Config;
import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedSettings;
import io.foreshock.mail.MailSettings;
import io.foreshock.mail.Recipient;
import io.foreshock.workshop.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Plays the recorded story: every part is the one that `run` uses, only the feeds, the clock and
/// the mail server are the story's.
public final class Demo implements AutoCloseable {
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Duration POLLED_AFTER = Duration.ofMinutes(2);

  private final Story story = Story.recorded();
  private final StoryClock clock = new StoryClock(story.beginning().minus(BEFORE));
  private final StoryServer server = new StoryServer(story, clock);
  private final Mailbox mailbox = new Mailbox();
  private final Path letters;
  private final Consumer<String> voice;
  private final Foreshock foreshock;
  private int written;

  /// @param rules how to read and what to watch for
  /// @param work an empty folder for the database
  /// @param letters where the letters are written, made if missing
  /// @param voice told what happens as it happens
  public Demo(Rules rules, Path work, Path letters, Consumer<String> voice) {
    this.letters = letters;
    this.voice = voice;
    try {
      Files.createDirectories(letters);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + letters, e);
    }
    this.foreshock = new Foreshock(config(work), rules, clock);
  }

  private Config config(Path work) {
    return new Config(
        "jdbc:sqlite:" + work.resolve("demo.db"),
        Path.of("rules"),
        Duration.ofDays(400),
        FeedSettings.standard().withHostGap(Duration.ZERO), // all on one host that needs no rest
        story.publishers().stream().map(this::feed).toList(),
        new MailSettings(
            "127.0.0.1",
            mailbox.port(),
            MailSettings.Tls.NONE,
            Optional.empty(),
            "foreshock@desk.example",
            "desk.example",
            Duration.ofSeconds(10),
            Duration.ofDays(3)),
        List.of(recipient("anna@desk.example", "pl"), recipient("ben@desk.example", "en")));
  }

  private Feed feed(String publisher) {
    var first =
        story.items().stream()
            .filter(item -> item.publisher().name().equals(publisher))
            .findFirst()
            .orElseThrow();
    return new Feed(
        publisher,
        server.feed(publisher),
        first.publisher(),
        first.language(),
        Duration.ofMinutes(1),
        true);
  }

  private static Recipient recipient(String address, String language) {
    return new Recipient(
        address, language, Set.of(), Set.of(), Severity.MINOR, Certainty.POSSIBLE, false);
  }

  /// Plays the story to its end; returns how many letters arrived.
  public int play() {
    foreshock.turn(); // the first polls: the feeds are still empty
    for (Instant moment : story.moments()) {
      clock.moveTo(moment.plus(POLLED_AFTER));
      foreshock.turn();
      foreshock.deliver();
      mailbox.arrived().forEach(this::keep);
    }
    return written;
  }

  private void keep(Mailbox.Arrived letter) {
    written++;
    letter.write(letters, written);
    voice.accept(
        "%s  letter to %s: %s"
            .formatted(clock.instant().toString().substring(0, 16), letter.to(), letter.subject()));
  }

  /// Where the feeds can be looked at.
  public List<String> feeds() {
    return story.publishers().stream().map(name -> server.feed(name).toString()).toList();
  }

  @Override
  public void close() {
    foreshock.close();
    mailbox.close();
    server.close();
  }
}
