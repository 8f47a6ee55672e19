package io.foreshock.feed;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Where the operator is told about feeds.
@FunctionalInterface
public interface Bell {
  /// Notes down what the operator must read, in the transaction that stores it; sends nothing
  /// itself.
  void ring(Handle transaction, Notice notice);

  /// One letter's worth: what happened to one feed, to several at once, or to all of them.
  ///
  /// @param key what it is about: a feed's name, `network`, or `feeds` for several
  /// @param hasEnded whether an outage is over
  /// @param at when it was noticed
  /// @param title one line
  /// @param lines one a feed, at least one
  record Notice(String key, boolean hasEnded, Instant at, String title, List<String> lines) {
    /// Copies the lines; refuses none.
    public Notice {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("a notice needs lines");
      }
    }
  }
}
