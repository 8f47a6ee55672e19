package io.foreshock.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Spaces requests that redirects bring to hosts which nobody had claimed for them. Threads may
/// share it.
final class Spacing {
  private static final int MOST_HOSTS = 10_000;

  private final long gap;
  private final Map<String, Long> free = new HashMap<>();

  /// @param gap least time between two requests to one host
  Spacing(Duration gap) {
    this.gap = gap.toNanos();
  }

  /// Reserves the host's next free moment; returns how long it is until then.
  synchronized Duration reserve(String host) {
    long now = System.nanoTime();
    if (free.size() >= MOST_HOSTS) {
      free.values().removeIf(at -> at - now <= 0);
    }
    long slot = Math.max(now, free.getOrDefault(host, now));
    free.put(host, slot + gap);
    return Duration.ofNanos(slot - now);
  }
}
