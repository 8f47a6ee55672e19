package io.foreshock.signal;

import java.time.LocalDate;

/// A dated event ahead that an item mentions; it is no signal and raises nothing by itself.
///
/// @param place ISO 3166-1 alpha-2 code, or empty
/// @param actor a party, or empty
/// @param target the other party, or empty
/// @param from the first day
/// @param to the last day, the same as `from` for one day
/// @param evidence the item's own words
public record Agenda(
    String place, String actor, String target, LocalDate from, LocalDate to, String evidence) {
  /// Refuses a range that ends before it begins.
  public Agenda {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "an agenda range ends before it begins: " + from + ".." + to);
    }
  }
}
