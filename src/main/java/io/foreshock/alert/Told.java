package io.foreshock.alert;

import java.util.Set;
import java.util.TreeSet;

/// What a reader knows of a development: what was told, or was known before anybody read of it.
///
/// @param phases the steps
/// @param voices how many independent publishers, at most two
/// @param count the highest number of people
/// @param certainty the firmest
record Told(Set<String> phases, int voices, int count, Certainty certainty) {
  static final Told NOTHING = new Told(Set.of(), 0, 0, Certainty.UNLIKELY);

  Told {
    phases = new TreeSet<>(phases);
  }
}
