package io.foreshock.config;

import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedSettings;
import io.foreshock.mail.MailSettings;
import io.foreshock.mail.Recipient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Everything that a person can set.
///
/// @param store JDBC URL of the database
/// @param rules the rules folder
/// @param keepItems how long an item that said nothing is kept
/// @param polling how feeds are asked
/// @param feeds which feeds
/// @param mail how letters leave
/// @param recipients who gets which; may be empty
public record Config(
    String store,
    Path rules,
    Duration keepItems,
    FeedSettings polling,
    List<Feed> feeds,
    MailSettings mail,
    List<Recipient> recipients) {
  /// Copies the lists.
  public Config {
    feeds = List.copyOf(feeds);
    recipients = List.copyOf(recipients);
  }
}
