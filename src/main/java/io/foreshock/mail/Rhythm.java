package io.foreshock.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// When somebody wants letters.
///
/// All times are local: a clock change moves them in the world and not on the reader's wall. A time
/// that a clock change leaves out is taken an hour later, one that comes twice at its first coming,
/// as `java.time` has it.
///
/// @param zone whose local time
/// @param every at once, or gathered
/// @param at when a digest is written
/// @param on the day of a weekly digest
/// @param evenIfNothing whether a digest without alerts is written too
/// @param quiet hours in which only what is extreme disturbs
/// @param mostPerHour letters, beyond which alerts are bundled; 0 for no limit
public record Rhythm(
    ZoneId zone,
    Every every,
    LocalTime at,
    DayOfWeek on,
    boolean evenIfNothing,
    Optional<Quiet> quiet,
    int mostPerHour) {

  /// How alerts are gathered.
  public enum Every {
    /// A letter for each alert.
    ALERT,
    /// One a day.
    DAY,
    /// One a week.
    WEEK
  }

  /// Hours of a day; `to` may lie on the next one.
  ///
  /// @param from the first minute
  /// @param to the first minute that is not quiet
  public record Quiet(LocalTime from, LocalTime to) {
    /// Refuses a span that begins where it ends.
    public Quiet {
      if (from.equals(to)) {
        throw new IllegalArgumentException(
            "quiet hours from " + from + " to " + to + " are none; leave them out");
      }
    }

    private boolean holds(LocalTime time) {
      boolean sinceFrom = !time.isBefore(from);
      boolean beforeTo = time.isBefore(to);
      return from.isBefore(to) ? sinceFrom && beforeTo : sinceFrom || beforeTo;
    }
  }

  /// Refuses a negative limit.
  public Rhythm {
    if (mostPerHour < 0) {
      throw new IllegalArgumentException("limit: " + mostPerHour + " letters cannot be");
    }
  }

  /// A letter for each alert, at any hour.
  public static Rhythm atOnce() {
    return new Rhythm(
        ZoneId.of("UTC"),
        Every.ALERT,
        LocalTime.of(7, 0),
        DayOfWeek.MONDAY,
        false,
        Optional.empty(),
        0);
  }

  /// When the quiet hours end that hold at a moment; none where it is not quiet.
  Optional<Instant> quietUntil(Instant now) {
    var here = now.atZone(zone);
    if (quiet.isEmpty() || !quiet.get().holds(here.toLocalTime())) {
      return Optional.empty();
    }
    var end = here.toLocalDate().atTime(quiet.get().to()).atZone(zone);
    return Optional.of((end.isAfter(here) ? end : next(end)).toInstant());
  }

  private ZonedDateTime next(ZonedDateTime end) {
    return end.toLocalDate().plusDays(1).atTime(end.toLocalTime()).atZone(zone);
  }

  /// The last moment, not after now, for which a digest is due.
  Instant lastDigest(Instant now) {
    var today = now.atZone(zone).toLocalDate();
    var day = every == Every.WEEK ? today.with(TemporalAdjusters.previousOrSame(on)) : today;
    var due = day.atTime(at).atZone(zone).toInstant();
    return due.isAfter(now)
        ? day.minusDays(every == Every.WEEK ? 7 : 1).atTime(at).atZone(zone).toInstant()
        : due;
  }

  /// The next moment, after now, for which a digest is due.
  Instant nextDigest(Instant now) {
    var last = lastDigest(now).atZone(zone).toLocalDate();
    return last.plusDays(every == Every.WEEK ? 7 : 1).atTime(at).atZone(zone).toInstant();
  }
}
