package io.foreshock.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A feed's rhythm as the dates in one document show it.
///
/// @param gap the median time between two items
/// @param pause the longest time between two items that follow each other
record Pulse(Duration gap, Duration pause) {
  private static final int NEWEST = 60;
  private static final int FEWEST = 4;
  private static final int KEEPS = 3;

  /// None where too few entries have a date. Dates in the future and doubled ones do not count.
  static Optional<Pulse> of(List<Parsed.Entry> entries, Instant now) {
    var dates =
        entries.stream()
            .flatMap(entry -> entry.published().stream())
            .filter(at -> !at.isAfter(now))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(NEWEST)
            .toList();
    if (dates.size() < FEWEST) {
      return Optional.empty();
    }
    var gaps =
        java.util.stream.IntStream.range(1, dates.size())
            .mapToObj(i -> Duration.between(dates.get(i), dates.get(i - 1)))
            .sorted()
            .toList();
    return Optional.of(new Pulse(gaps.get(gaps.size() / 2), gaps.getLast()));
  }

  /// What is remembered, moved a quarter of the way: one odd document changes little.
  FeedState.History into(FeedState.History before) {
    return new FeedState.History(
        before.lastSuccess(),
        before.lastNew(),
        before.lastFull(),
        before.lastDocument(),
        blended(before.gap(), gap),
        blended(before.pause(), pause),
        before.took(),
        before.polls(),
        before.items());
  }

  private static Duration blended(Duration before, Duration now) {
    return before.isZero() ? now : before.multipliedBy(KEEPS).plus(now).dividedBy(KEEPS + 1L);
  }
}
