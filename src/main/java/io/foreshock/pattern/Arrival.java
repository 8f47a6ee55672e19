package io.foreshock.pattern;

/// A sighting that has just come in; gone before the next one. Rules about what was *not* said
/// before begin with it, else they would fire when an old sighting is forgotten.
///
/// What a rule asks of the sighting most often can be asked of the arrival itself: the engine then
/// finds the rules for it by its type, however many rules there are.
///
/// @param sighting which
public record Arrival(Sighting sighting) {
  /// The signal's type.
  public String getType() {
    return sighting.type();
  }

  /// Its phase.
  public String getPhase() {
    return sighting.phase();
  }

  /// Where, or empty.
  public String getPlace() {
    return sighting.place();
  }

  /// Who does it, or empty.
  public String getActor() {
    return sighting.actor();
  }

  /// To whom, or empty.
  public String getTarget() {
    return sighting.target();
  }

  /// The day for which it is planned, as days since 1970; 0 where none was said.
  public long getDue() {
    return sighting.due();
  }

  /// Whether its voice alone is enough for an early sign.
  public boolean isTrusted() {
    return sighting.trusted();
  }

  /// Whether it has happened, or is decided for a day ahead.
  public boolean isFirm() {
    return sighting.isFirm();
  }

  /// Whether it has happened or is in force.
  public boolean isActual() {
    return sighting.isActual();
  }

  /// Whether it is decided or announced for a day ahead.
  public boolean isPlanned() {
    return sighting.isPlanned();
  }

  /// Whether it is only talked about.
  public boolean isPossible() {
    return sighting.isPossible();
  }

  /// Whether the item says that it will not be.
  public boolean isDenied() {
    return sighting.isDenied();
  }
}
