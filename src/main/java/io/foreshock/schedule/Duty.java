package io.foreshock.schedule;

import java.time.Duration;

/// Something that is done again and again.
///
/// @param name unique, for the log
/// @param every how often; at least 10 ms
/// @param work what to do; may throw, which is logged and changes nothing
/// @param ofEachNode whether every node does it; else each turn is taken by one of those that share
///   a database
public record Duty(String name, Duration every, Runnable work, boolean ofEachNode) {
  private static final Duration SHORTEST = Duration.ofMillis(10);

  /// One whose turns are taken by one node each.
  public Duty(String name, Duration every, Runnable work) {
    this(name, every, work, false);
  }

  /// One that every node does, for what it holds in its own memory or folders.
  public static Duty ofEachNode(String name, Duration every, Runnable work) {
    return new Duty(name, every, work, true);
  }

  /// Refuses an interval below 10 ms.
  public Duty {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(name + ": every " + every + " is too often");
    }
  }
}
