package io.foreshock.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Keeps two requests to one host apart. Threads may share it.
final class HostGaps {
  private static final int MOST_HOSTS = 10_000;

  private final Duration gap;
  private final InstantSource clock;
  private final Map<String, Instant> asked = new HashMap<>();

  HostGaps(Duration gap, InstantSource clock) {
    this.gap = gap;
    this.clock = clock;
  }

  /// Whether the host may be asked now; if so, it counts as asked.
  synchronized boolean enter(String host) {
    var now = clock.instant();
    var last = asked.get(host);
    if (last != null && last.plus(gap).isAfter(now)) {
      return false;
    }
    if (asked.size() >= MOST_HOSTS) {
      asked.values().removeIf(at -> at.plus(gap).isBefore(now));
    }
    asked.put(host, now);
    return true;
  }
}
