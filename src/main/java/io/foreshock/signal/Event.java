package io.foreshock.signal;

/// A signal in the making: what one statement of an item tells, with how surely it tells who and
/// where.
///
/// @param signal what it tells; its place, actor and target are those of `parties`
/// @param parties who and where
record Event(Signal signal, PartyFinder.Parties parties) {

  boolean isOf(Event other) {
    return signal.type().equals(other.signal.type()) && signal.phase().equals(other.signal.phase());
  }

  /// Whether two statements tell the same event.
  ///
  /// @param directed whether it matters who of the two is the actor
  boolean isSame(Event other, boolean directed) {
    var here = parties;
    var there = other.parties;
    boolean sameWay = here.actor().agrees(there.actor()) && here.target().agrees(there.target());
    boolean otherWay = here.actor().agrees(there.target()) && here.target().agrees(there.actor());
    return isOf(other)
        && here.place().agrees(there.place())
        && (sameWay || (otherWay && !directed));
  }

  /// The two as one: a denial stands against every other wording, else the firmest wins; what it
  /// leaves open, or only guesses, is taken from the other.
  Event with(Event other) {
    boolean firmer = rank(other.signal.factuality()) > rank(signal.factuality());
    var best = firmer ? other : this;
    var rest = firmer ? this : other;
    var parties = best.parties.with(rest.parties);
    var counted = best.signal.count() > 0 ? best.signal : rest.signal;
    var told = best.signal;
    return new Event(
        new Signal(
            told.type(),
            told.phase(),
            told.factuality(),
            parties.place().code(),
            parties.actor().code(),
            parties.target().code(),
            counted.count(),
            counted.countQualifier(),
            told.date().or(rest.signal::date),
            told.evidence(),
            told.rule()),
        parties);
  }

  private static int rank(Factuality factuality) {
    return switch (factuality) {
      case DENIED -> 3;
      case ACTUAL -> 2;
      case PLANNED -> 1;
      case POSSIBLE -> 0;
    };
  }
}
