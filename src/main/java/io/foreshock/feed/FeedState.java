package io.foreshock.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is remembered of a feed between two polls.
///
/// @param url which
/// @param nextCheck not before
/// @param nextReason why then, for the operator
/// @param validators of the newest document
/// @param failures in a row
/// @param problem the last one, or empty
/// @param repairs what had to be mended in the newest document
/// @param lastSuccess the last answer that could be used
/// @param lastNew when it last brought something new
/// @param gap its usual time between new items, zero where not known yet
/// @param polls how often it was asked
/// @param items how many items it brought
public record FeedState(
    String url,
    Instant nextCheck,
    String nextReason,
    Fetched.Validators validators,
    int failures,
    String problem,
    String repairs,
    Optional<Instant> lastSuccess,
    Optional<Instant> lastNew,
    Duration gap,
    long polls,
    long items) {

  private static final Duration SHORTEST_SILENCE = Duration.ofHours(24);
  private static final int SILENT_GAPS = 5;
  private static final int GONE_AFTER = 3;

  /// How well a feed is.
  public enum Health {
    /// Never asked.
    NEW,
    /// Answers and brings news in its rhythm.
    WELL,
    /// The last answer could not be used.
    FAILING,
    /// Answers, but has brought nothing for five times its usual gap.
    SILENT
  }

  static FeedState unknown(String url, Instant now) {
    return new FeedState(
        url,
        now,
        "never asked",
        Fetched.Validators.NONE,
        0,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        0,
        0);
  }

  /// How well it is.
  public Health health(Instant now) {
    if (polls == 0) {
      return Health.NEW;
    }
    if (failures >= GONE_AFTER || (failures > 0 && lastSuccess.isEmpty())) {
      return Health.FAILING;
    }
    var patience =
        gap.multipliedBy(SILENT_GAPS).compareTo(SHORTEST_SILENCE) > 0
            ? gap.multipliedBy(SILENT_GAPS)
            : SHORTEST_SILENCE;
    boolean silent = lastNew.map(at -> at.plus(patience).isBefore(now)).orElse(false);
    return silent ? Health.SILENT : failures > 0 ? Health.FAILING : Health.WELL;
  }
}
