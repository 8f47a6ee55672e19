package io.foreshock.feed;

import java.time.Duration;

/// How feeds are asked.
///
/// @param userAgent who asks, with a way to complain
/// @param connect longest wait for a connection, and for a name
/// @param total longest time for one feed, all redirects included
/// @param mostBytes of a document, decoded
/// @param mostItems of a document; further ones are left out
/// @param atOnce feeds asked at the same time
/// @param hostGap least time between two requests to one host
/// @param late an item found so long after its publication is background
/// @param intervals how often
public record FeedSettings(
    String userAgent,
    Duration connect,
    Duration total,
    int mostBytes,
    int mostItems,
    int atOnce,
    Duration hostGap,
    Duration late,
    Intervals intervals) {
  /// Refuses limits that are not positive.
  public FeedSettings {
    if (mostBytes <= 0 || mostItems <= 0 || atOnce <= 0 || total.isNegative() || total.isZero()) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /// How often a feed is asked that has no `every` of its own.
  ///
  /// @param shortest nothing is asked more often, however much it brings
  /// @param usual as long as a feed's rhythm is not known
  /// @param longest what a server or a feed wants is obeyed up to here
  public record Intervals(Duration shortest, Duration usual, Duration longest) {
    /// Refuses an order that cannot be kept.
    public Intervals {
      if (shortest.compareTo(Duration.ofMinutes(1)) < 0
          || usual.compareTo(shortest) < 0
          || longest.compareTo(usual) < 0) {
        throw new IllegalArgumentException(
            "shortest (at least 1m), usual and longest must stand in this order");
      }
    }
  }

  /// 30 seconds, 10 MB, 2,000 items, 64 feeds at once, 2 seconds between requests to a host, 2
  /// days; every 15 minutes, never below 5, wishes obeyed up to 4 hours.
  public static FeedSettings standard() {
    return new FeedSettings(
        "Foreshock/0.1 (+https://foreshock.example; early-warning monitor)",
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        10 << 20,
        2_000,
        64,
        Duration.ofSeconds(2),
        Duration.ofDays(2),
        new Intervals(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(4)));
  }

  /// The same with another gap between requests to one host.
  public FeedSettings withHostGap(Duration gap) {
    return new FeedSettings(
        userAgent, connect, total, mostBytes, mostItems, atOnce, gap, late, intervals);
  }

  /// The same with other limits of time and size.
  FeedSettings withLimits(Duration connectLimit, Duration totalLimit, int byteLimit) {
    return new FeedSettings(
        userAgent,
        connectLimit,
        totalLimit,
        byteLimit,
        mostItems,
        atOnce,
        hostGap,
        late,
        intervals);
  }
}
