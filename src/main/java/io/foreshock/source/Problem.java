package io.foreshock.source;

import java.util.Comparator;

/// What is wrong in a file that a person edits, where, and what to do about it.
///
/// @param file the file's path as the person knows it, relative to the folder Foreshock runs in
/// @param line 1-based; 0 where the whole file is meant
/// @param message what is wrong, quoting the offending text
/// @param next what to do, a full imperative clause
public record Problem(String file, int line, String message, String next)
    implements Comparable<Problem> {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }

  /// `feeds.yml:12: "hourly" is not a duration; write 1h`.
  @Override
  public String toString() {
    var place = line > 0 ? file + ":" + line : file;
    return place + ": " + message + (next.isEmpty() ? "" : "; " + next);
  }
}
