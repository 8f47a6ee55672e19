package io.foreshock.pattern;

import java.time.LocalDate;
import org.kie.api.definition.type.ClassReactive;

/// How many signals spoke about one country on one day, against its last 28 days.
///
/// @param country which
/// @param day the day, as days since 1970
/// @param count signals on that day so far
/// @param mean of the 28 days before, signals a day
/// @param deviation standard deviation of those days
/// @param sighting the one that made the count
@ClassReactive
public record Tally(
    String country, long day, int count, double mean, double deviation, Sighting sighting) {
  /// The day as it is written, `2025-12-13`.
  public String date() {
    return LocalDate.ofEpochDay(day).toString();
  }
}
