package io.foreshock.alert;

import java.time.LocalDate;
import java.util.Optional;

/// What the book knows about a development beyond the evidence that an alert shows.
///
/// @param reports how many reports there are of it, those not shown included
/// @param effective the day from which it holds, by its firmest report that names one
/// @param thisYear its number among the developments of its key in the calendar year, from 1
/// @param peopleThisYear the people of all of them together, 0 where no numbers were told
public record Account(
    int reports, Optional<LocalDate> effective, int thisYear, int peopleThisYear) {
  /// Nothing but the evidence.
  static Account of(int reports) {
    return new Account(reports, Optional.empty(), 1, 0);
  }
}
