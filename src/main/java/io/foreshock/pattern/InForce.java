package io.foreshock.pattern;

/// A line of the ledger: an emergency is known to be in force, or announced.
///
/// @param place where
/// @param since the first sighting of it
/// @param begun whether its beginning was seen, so that its steps belong to an alert
/// @param lastDay the day on which it is to end, as days since 1970; 0 where none was said
public record InForce(String place, Sighting since, boolean begun, long lastDay)
    implements LedgerLine {
  @Override
  public Sighting opened() {
    return since;
  }

  /// Its declaration was seen.
  public static InForce begun(Sighting since) {
    return new InForce(since.place(), since, true, 0);
  }

  /// It was found in force: its extension tells that it had begun before.
  public static InForce found(Sighting since) {
    return new InForce(since.place(), since, false, 0);
  }

  /// The same with another day of its end; 0 for none.
  public InForce endingOn(long day) {
    return new InForce(place, since, begun, day);
  }
}
