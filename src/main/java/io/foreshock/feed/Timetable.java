package io.foreshock.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a feed is asked again, and why then.
///
/// A success waits for the longest of the configured interval, what the server says (`max-age`,
/// `Expires`) and what the feed says (`ttl`), within an hour of patience for servers that ask for
/// more than news can bear. A failure doubles the interval, up to six hours, and never gives up. A
/// tenth of jitter, by the feed's name, keeps feeds from coming in step.
final class Timetable {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);
  private static final Duration PAUSE_WHEN_GONE = Duration.ofHours(24);
  private static final int JITTER_PERCENT = 10;

  private Timetable() {}

  /// The next check.
  ///
  /// @param at not before
  /// @param reason for the operator
  record Next(Instant at, String reason) {}

  static Next afterSuccess(Feed feed, Instant now, Optional<Duration> server, int feedMinutes) {
    var wait = feed.every();
    var reason = "every " + words(wait);
    var asked = Duration.ofMinutes(feedMinutes);
    if (server.isPresent() && server.get().compareTo(wait) > 0) {
      wait = atMost(server.get(), LONGEST_WAIT);
      reason = "the server keeps it for " + words(server.get());
    }
    if (asked.compareTo(wait) > 0) {
      wait = atMost(asked, LONGEST_WAIT);
      reason = "the feed asks for " + words(asked);
    }
    return new Next(now.plus(jittered(wait, feed)), reason);
  }

  static Next afterFailure(Feed feed, Instant now, int failures, Fetched.Failed failure) {
    if (failure.isGone()) {
      return new Next(now.plus(PAUSE_WHEN_GONE), "gone (410), asked once a day");
    }
    var wait = atMost(feed.every().multipliedBy(1L << Math.min(failures, 10)), LONGEST_BACK_OFF);
    var asked = failure.retryAfter().orElse(Duration.ZERO);
    return asked.compareTo(wait) > 0
        ? new Next(now.plus(asked), "the server asks to wait " + words(asked))
        : new Next(
            now.plus(jittered(wait, feed)), "failed " + failures + " times, waits " + words(wait));
  }

  private static Duration atMost(Duration wanted, Duration limit) {
    return wanted.compareTo(limit) > 0 ? limit : wanted;
  }

  private static Duration jittered(Duration wait, Feed feed) {
    int percent = Math.floorMod(feed.url().toString().hashCode(), JITTER_PERCENT);
    return wait.plusMillis(wait.toMillis() * percent / 100);
  }

  private static String words(Duration duration) {
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
