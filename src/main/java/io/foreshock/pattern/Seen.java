package io.foreshock.pattern;

import java.util.List;

/// What the watch made of a report.
///
/// @param sighting the report as the patterns see it
/// @param hidden whether it was only counted, as one more of a crowd that says the same
/// @param matches the patterns that it completes, in an order that depends on nothing but them
public record Seen(Sighting sighting, boolean hidden, List<Match> matches) {
  /// Copies the list.
  public Seen {
    matches = List.copyOf(matches);
  }
}
