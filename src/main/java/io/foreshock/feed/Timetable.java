package io.foreshock.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When a feed is asked again, and why then.
///
/// A success waits for the longest of the feed's own interval (fixed, or learnt from its rhythm),
/// what the server says (`max-age`, `Expires`) and what the feed says (`ttl`, `sy:updatePeriod`),
/// those two up to a ceiling; hours and days that the feed wants skipped push it on, by a day at
/// most. A failure doubles the interval, up to six hours, and never gives up. Up to a tenth of
/// jitter, which differs by feed and poll, keeps feeds from coming in step.
final class Timetable {
  private static final Duration LONGEST_LEARNT = Duration.ofHours(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);
  private static final Duration LONGEST_SKIP = Duration.ofHours(24);
  private static final Duration PAUSE_WHEN_GONE = Duration.ofDays(7);
  private static final Duration WITHOUT_NETWORK = Duration.ofMinutes(2);
  private static final int JITTER_PERCENT = 10;

  private final FeedSettings.Intervals intervals;

  Timetable(FeedSettings.Intervals intervals) {
    this.intervals = intervals;
  }

  /// What bears on the next check after a success.
  ///
  /// @param gap the feed's usual time between items, zero where not known
  /// @param server how long the server says the answer stays fresh
  /// @param pace when the feed wants to be asked
  /// @param mayHaveMissed whether nothing in the document was known, so that items may be lost
  record Signs(
      Duration gap, Optional<Freshness.Stay> server, Parsed.Pace pace, boolean mayHaveMissed) {}

  /// A wait and what it follows from.
  private record Wait(Duration time, String reason) {
    Wait orLonger(Duration other, String why) {
      return other.compareTo(time) > 0 ? new Wait(other, why) : this;
    }
  }

  FeedState.Next afterSuccess(Feed feed, long polls, Instant now, Signs signs) {
    var wait = own(feed, signs);
    boolean insists = feed.rhythm() instanceof Feed.Rhythm.Fixed(_, var insisting) && insisting;
    if (insists) {
      return new FeedState.Next(now.plus(jittered(wait.time(), feed, polls)), wait.reason());
    }
    var longest = intervals.longest();
    if (signs.server().isPresent()) {
      var stay = signs.server().get();
      wait = wait.orLonger(atMost(stay.time(), longest), held(stay.time(), stay.why()));
    }
    var asked = Duration.ofMinutes(signs.pace().minutes());
    wait = wait.orLonger(atMost(asked, longest), held(asked, signs.pace().why()));
    return skipped(now.plus(jittered(wait.time(), feed, polls)), wait.reason(), signs.pace());
  }

  private String held(Duration wanted, String why) {
    return wanted.compareTo(intervals.longest()) > 0
        ? why + ", obeyed up to " + words(intervals.longest())
        : why;
  }

  private Wait own(Feed feed, Signs signs) {
    var wait =
        switch (feed.rhythm()) {
          case Feed.Rhythm.Fixed(var every, _) -> new Wait(every, "every " + words(every));
          case Feed.Rhythm.Learnt _ -> learnt(signs.gap());
        };
    if (!signs.mayHaveMissed()) {
      return wait;
    }
    var sooner = atLeast(wait.time().dividedBy(2), Duration.ofMinutes(1));
    return new Wait(
        sooner,
        "nothing in it was known: items may have been missed, asked after " + words(sooner));
  }

  private Wait learnt(Duration gap) {
    var usual = intervals.usual();
    if (gap.isZero()) {
      return new Wait(usual, "every " + words(usual));
    }
    var longest = atLeast(LONGEST_LEARNT, usual);
    var wait = atMost(atLeast(gap.dividedBy(2), intervals.shortest()), longest);
    return new Wait(wait, "brings an item every " + words(gap) + ": every " + words(wait));
  }

  private static FeedState.Next skipped(Instant at, String reason, Parsed.Pace pace) {
    var moved = at;
    while (isSkipped(moved, pace) && moved.isBefore(at.plus(LONGEST_SKIP))) {
      moved = moved.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
    var later = moved.isAfter(at.plus(LONGEST_SKIP)) ? at.plus(LONGEST_SKIP) : moved;
    return later.equals(at)
        ? new FeedState.Next(at, reason)
        : new FeedState.Next(later, "the feed rests then (skipHours, skipDays)");
  }

  private static boolean isSkipped(Instant at, Parsed.Pace pace) {
    var time = at.atZone(ZoneOffset.UTC);
    return pace.skipHours().contains(time.getHour())
        || pace.skipDays().contains(time.getDayOfWeek());
  }

  /// @param failures in a row, this one included
  /// @param networkIsDown whether nothing at all can be reached: then it is not the feed's fault
  FeedState.Next afterFailure(
      Feed feed, Instant now, int failures, Fetched.Failed failure, boolean networkIsDown) {
    if (failure.why() == Fetched.Why.GONE) {
      return new FeedState.Next(
          now.plus(PAUSE_WHEN_GONE), "gone (410): paused, asked again after 7 days");
    }
    if (networkIsDown && failure.why() == Fetched.Why.UNREACHABLE) {
      return new FeedState.Next(
          now.plus(jittered(WITHOUT_NETWORK, feed, failures)), "nothing at all can be reached");
    }
    var every =
        switch (feed.rhythm()) {
          case Feed.Rhythm.Fixed(var fixed, _) -> fixed;
          case Feed.Rhythm.Learnt _ -> intervals.usual();
        };
    var doubled = every.multipliedBy(1L << Math.min(failures - 1, 12));
    var wait = atLeast(atMost(doubled, LONGEST_BACK_OFF), every);
    var asked = failure.retryAfter().orElse(Duration.ZERO);
    return asked.compareTo(wait) > 0
        ? new FeedState.Next(now.plus(asked), "Retry-After " + words(asked))
        : new FeedState.Next(
            now.plus(jittered(wait, feed, failures)),
            "failed " + times(failures) + ", waits " + words(wait));
  }

  private static String times(int failures) {
    return failures == 1 ? "once" : failures + " times";
  }

  private static Duration atMost(Duration wanted, Duration limit) {
    return wanted.compareTo(limit) > 0 ? limit : wanted;
  }

  private static Duration atLeast(Duration wanted, Duration limit) {
    return wanted.compareTo(limit) < 0 ? limit : wanted;
  }

  /// Only ever later: what was asked for is kept.
  private static Duration jittered(Duration wait, Feed feed, long polls) {
    long seed = feed.url().toString().hashCode() * 31L + polls * 0x9E3779B97F4A7C15L;
    long permille = Math.floorMod(seed ^ (seed >>> 29), JITTER_PERCENT * 10L);
    return wait.plusMillis(wait.toMillis() * permille / 1_000);
  }

  /// A duration for people.
  static String words(Duration duration) {
    if (duration.toMinutes() == 0) {
      return duration.toSeconds() + " s";
    }
    boolean hours = duration.toMinutes() >= 120 && duration.toMinutesPart() == 0;
    return hours ? duration.toHours() + " h" : duration.toMinutes() + " min";
  }
}
