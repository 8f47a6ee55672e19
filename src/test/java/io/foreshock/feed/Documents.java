package io.foreshock.feed;

import io.foreshock.item.Publisher;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Feeds and documents that the tests of this room share.
final class Documents {
  private Documents() {}

  /// A feed on loopback, told apart by guids, asked every 15 minutes.
  static Feed feed(URI url) {
    return new Feed(
        "Wire",
        url,
        Publisher.named("wire.example"),
        Optional.of("en"),
        Duration.ofMinutes(15),
        true);
  }

  /// The same, asked in its own rhythm.
  static Feed learning(URI url) {
    return new Feed(
        "Wire",
        url,
        Publisher.named("wire.example"),
        Optional.of("en"),
        new Feed.Rhythm.Learnt(),
        true,
        Feed.Identity.GUID);
  }

  static String rss(String... items) {
    return "<rss version=\"2.0\"><channel><title>Wire</title><link>https://wire.example/</link>"
        + String.join("", items)
        + "</channel></rss>";
  }

  static String item(String guid, String title) {
    return "<item><guid isPermaLink=\"false\">%s</guid><title>%s</title></item>"
        .formatted(guid, title);
  }

  static String item(String guid, String link, String title, String date) {
    return "<item><guid>%s</guid><link>%s</link><title>%s</title><pubDate>%s</pubDate></item>"
        .formatted(guid, link, title, date);
  }
}
