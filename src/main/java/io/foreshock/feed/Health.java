package io.foreshock.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How well a feed is: the worst that holds of it.
public enum Health {
  /// The server says that it is gone for good.
  GONE,
  /// The last answers could not be used.
  FAILING,
  /// Answers, but has brought nothing for longer than its rhythm allows.
  SILENT,
  /// Answers with a feed that has no entries.
  EMPTY,
  /// Takes longer than ten seconds to answer.
  SLOW,
  /// Most entries have no date that can be read: they count as published when first seen.
  UNDATED,
  /// Something was odd about its items: held back, or probably missed.
  ODD,
  /// Lives at another address by now.
  MOVED,
  /// Had to be mended before it could be read.
  MENDED,
  /// Never asked.
  NEW,
  /// Answers and brings news in its rhythm.
  WELL;

  private static final Duration SLOW_FROM = Duration.ofSeconds(10);
  private static final Duration SHORTEST_SILENCE = Duration.ofHours(12);
  private static final Duration UNKNOWN_RHYTHM = Duration.ofDays(7);
  private static final int SILENT_GAPS = 5;
  private static final int SILENT_PAUSES = 2;

  /// How well a feed is.
  public static Health of(FeedState state, Instant now) {
    var all = all(state, now);
    return all.isEmpty() ? WELL : all.getFirst();
  }

  /// All that holds of it but [#WELL], worst first.
  public static List<Health> all(FeedState state, Instant now) {
    var all = new ArrayList<Health>();
    if (state.history().polls() == 0) {
      return List.of(NEW);
    }
    add(all, GONE, state.trouble().why().filter(why -> why == Fetched.Why.GONE).isPresent());
    add(all, FAILING, state.trouble().failures() > 0);
    add(all, SILENT, isSilent(state.history(), now));
    boolean succeeded = state.history().lastSuccess().isPresent();
    var content = state.content();
    add(all, EMPTY, succeeded && content.entries() == 0);
    add(all, SLOW, state.history().took().compareTo(SLOW_FROM) > 0);
    add(all, UNDATED, content.undated() * 2 > content.entries());
    add(all, ODD, !content.remark().isEmpty());
    boolean elsewhere = !state.address().now().toString().equals(state.url());
    add(all, MOVED, elsewhere || state.address().moving().isPresent());
    add(all, MENDED, !content.repairs().isEmpty());
    return all;
  }

  private static void add(List<Health> all, Health health, boolean holds) {
    if (holds) {
      all.add(health);
    }
  }

  private static boolean isSilent(FeedState.History history, Instant now) {
    return history.lastNew().filter(at -> at.plus(patience(history)).isBefore(now)).isPresent();
  }

  /// How long a feed may bring nothing before that is odd: five times its usual gap, twice the
  /// longest pause that is usual for it, and never less than half a day.
  public static Duration patience(FeedState.History history) {
    if (history.gap().isZero()) {
      return UNKNOWN_RHYTHM;
    }
    var gaps = history.gap().multipliedBy(SILENT_GAPS);
    var pauses = history.pause().multipliedBy(SILENT_PAUSES);
    var longer = gaps.compareTo(pauses) > 0 ? gaps : pauses;
    return longer.compareTo(SHORTEST_SILENCE) > 0 ? longer : SHORTEST_SILENCE;
  }
}
