package io.foreshock.pattern;

import java.util.Collection;
import java.util.Comparator;
import org.kie.api.definition.type.ClassReactive;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/// A conciliatory step that a country takes or is shown.
///
/// @param time when it was reported, milliseconds since 1970
/// @param country whose gesture it is
/// @param towards the other side, or empty where there is none
/// @param sighting what was reported
@ClassReactive
@Role(Role.Type.EVENT)
@Timestamp("time")
@Expires("45d")
public record Gesture(long time, String country, String towards, Sighting sighting) {
  /// A gesture towards nobody in particular.
  public Gesture(Sighting sighting, String country) {
    this(sighting.time(), country, "", sighting);
  }

  /// Whether it came within so many days of a blow, either first.
  public boolean within(long days, Blow blow) {
    return sighting.within(days, blow.sighting());
  }

  /// A gesture towards another.
  public Gesture(Sighting sighting, String country, String towards) {
    this(sighting.time(), country, towards, sighting);
  }

  /// The sighting of the latest of these gestures.
  public static Sighting latest(Collection<?> gestures) {
    return gestures.stream()
        .map(Gesture.class::cast)
        .max(Comparator.comparingLong(Gesture::time))
        .map(Gesture::sighting)
        .orElseThrow();
  }
}
