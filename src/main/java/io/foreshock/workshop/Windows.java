package io.foreshock.workshop;

import io.foreshock.source.Durations;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The windows of time that a constraint writes: `within(14, $x)`, `this before[0s, 14d] $s`, `<=
/// 7L * 86400000L`.
final class Windows {
  private static final Pattern WITHIN = Pattern.compile("within\\(\\s*(\\d+)");
  private static final Pattern BRACKETS =
      Pattern.compile("(?:after|before)\\s*\\[[^\\]]*?(\\d+[smhd])\\s*\\]");
  private static final Pattern PRODUCT = Pattern.compile("<=?\\s*(\\d+)L?\\s*\\*\\s*86400000L?");

  private Windows() {}

  /// The longest, if there is any.
  static Optional<Duration> longest(String constraint) {
    return Stream.of(
            WITHIN.matcher(constraint).results().map(each -> days(each.group(1))),
            PRODUCT.matcher(constraint).results().map(each -> days(each.group(1))),
            BRACKETS
                .matcher(constraint)
                .results()
                .flatMap(each -> Durations.parse(each.group(1)).stream()))
        .flatMap(each -> each)
        .max(Comparator.naturalOrder());
  }

  private static Duration days(String number) {
    return Duration.ofDays(Long.parseLong(number));
  }
}
