package io.foreshock.feed;

import java.time.Duration;

/// How feeds are asked.
///
/// @param userAgent who asks, with a way to complain
/// @param connect longest wait for a connection
/// @param total longest time for one feed, all redirects included
/// @param mostBytes of a document, decoded
/// @param mostItems of a document; further ones are left out
/// @param atOnce feeds asked at the same time
/// @param hostGap least time between two requests to one host
/// @param late an item found so long after its publication is background
public record FeedSettings(
    String userAgent,
    Duration connect,
    Duration total,
    int mostBytes,
    int mostItems,
    int atOnce,
    Duration hostGap,
    Duration late) {
  /// Refuses limits that are not positive.
  public FeedSettings {
    if (mostBytes <= 0 || mostItems <= 0 || atOnce <= 0 || total.isNegative() || total.isZero()) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /// 30 seconds, 10 MB, 2,000 items, 16 feeds at once, 2 seconds between requests to a host, 2
  /// days.
  public static FeedSettings standard() {
    return new FeedSettings(
        "Foreshock/0.1 (+https://foreshock.example; early-warning monitor)",
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        10 << 20,
        2_000,
        16,
        Duration.ofSeconds(2),
        Duration.ofDays(2));
  }
}
