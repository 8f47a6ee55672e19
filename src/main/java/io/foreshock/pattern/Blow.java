package io.foreshock.pattern;

import org.kie.api.definition.type.ClassReactive;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/// A hostile step of one country against another.
///
/// @param time when it was reported, milliseconds since 1970
/// @param by who
/// @param against whom
/// @param type the signal's type
/// @param sighting what was reported
@ClassReactive
@Role(Role.Type.EVENT)
@Timestamp("time")
@Expires("45d")
public record Blow(long time, String by, String against, String type, Sighting sighting) {
  /// A hostile step.
  public Blow(Sighting sighting, String by, String against) {
    this(sighting.time(), by, against, sighting.type(), sighting);
  }

  /// Whether the other lies between the same two countries, whichever of them struck.
  public boolean between(Blow other) {
    return (by.equals(other.by) && against.equals(other.against))
        || (by.equals(other.against) && against.equals(other.by));
  }
}
