package io.foreshock.signal;

import java.util.Locale;

/// How far the item vouches for what it reports (reading guide, *A signal*).
public enum Factuality {
  /// Has happened or is in force.
  ACTUAL,
  /// Decided or officially announced for a day ahead.
  PLANNED,
  /// Discussed, demanded, proposed, threatened, expected.
  POSSIBLE,
  /// The item says that it did not or will not happen.
  DENIED;

  /// The word of the JSON contract: `actual`, `planned`, `possible`, `denied`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
