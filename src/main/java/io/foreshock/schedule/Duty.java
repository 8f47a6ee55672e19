package io.foreshock.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;

/// Something that is done again and again.
///
/// @param name unique, for the log
/// @param every how often; at least 10 ms
/// @param work what to do; returns how much was done; may throw, which is logged and changes
///   nothing
/// @param ofEachNode whether every node does it; else each turn is taken by one of those that share
///   a database
/// @param next the duty that has a turn at once where something was done: nobody waits for what is
///   there already
public record Duty(
    String name, Duration every, IntSupplier work, boolean ofEachNode, Optional<String> next) {
  private static final Duration SHORTEST = Duration.ofMillis(10);

  /// One whose turns are taken by one node each.
  public Duty(String name, Duration every, Runnable work) {
    this(name, every, counted(work), false, Optional.empty());
  }

  /// One that wakes another where it did something.
  public static Duty waking(String next, String name, Duration every, IntSupplier work) {
    return new Duty(name, every, work, false, Optional.of(next));
  }

  /// One that every node does, for what it holds in its own memory or folders.
  public static Duty ofEachNode(String name, Duration every, Runnable work) {
    return new Duty(name, every, counted(work), true, Optional.empty());
  }

  /// Refuses an interval below 10 ms.
  public Duty {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(name + ": every " + every + " is too often");
    }
  }

  private static IntSupplier counted(Runnable work) {
    return () -> {
      work.run();
      return 0;
    };
  }
}
