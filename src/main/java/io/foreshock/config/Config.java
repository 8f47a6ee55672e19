package io.foreshock.config;

import io.foreshock.exit.ExitSettings;
import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedSettings;
import io.foreshock.mail.MailSettings;
import io.foreshock.mail.Recipient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Everything that a person can set.
///
/// @param store JDBC URL of the database
/// @param rules the rules folder
/// @param keepItems how long an item that said nothing is kept
/// @param keepLetters how long what a letter said is kept after it went out
/// @param polling how feeds are asked
/// @param feeds which feeds
/// @param mail how letters leave
/// @param recipients who gets which; may be empty
/// @param exits where alerts go beside letters
/// @param heartbeat what is called while everything works, if anything
public record Config(
    String store,
    Path rules,
    Duration keepItems,
    Duration keepLetters,
    FeedSettings polling,
    List<Feed> feeds,
    MailSettings mail,
    List<Recipient> recipients,
    ExitSettings exits,
    Optional<URI> heartbeat) {
  /// Copies the lists.
  public Config {
    feeds = List.copyOf(feeds);
    recipients = List.copyOf(recipients);
  }

  /// With letters alone, which are kept as long as items.
  public Config(
      String store,
      Path rules,
      Duration keepItems,
      FeedSettings polling,
      List<Feed> feeds,
      MailSettings mail,
      List<Recipient> recipients) {
    this(
        store,
        rules,
        keepItems,
        keepItems,
        polling,
        feeds,
        mail,
        recipients,
        ExitSettings.none(),
        Optional.empty());
  }
}
