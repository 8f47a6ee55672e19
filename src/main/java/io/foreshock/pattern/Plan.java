package io.foreshock.pattern;

import org.kie.api.definition.type.ClassReactive;

/// A line of the ledger: something was announced for a day ahead.
///
/// @param due the day, as days since 1970
/// @param sighting the announcement
@ClassReactive
public record Plan(long due, Sighting sighting) implements LedgerLine {
  @Override
  public Sighting opened() {
    return sighting;
  }
}
