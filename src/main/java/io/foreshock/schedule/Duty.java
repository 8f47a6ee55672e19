package io.foreshock.schedule;

import java.time.Duration;

/// Something that is done again and again.
///
/// @param name unique, for the log
/// @param every how often; at least 10 ms
/// @param work what to do; may throw, which is logged and changes nothing
public record Duty(String name, Duration every, Runnable work) {
  private static final Duration SHORTEST = Duration.ofMillis(10);

  /// Refuses an interval below 10 ms.
  public Duty {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(name + ": every " + every + " is too often");
    }
  }
}
