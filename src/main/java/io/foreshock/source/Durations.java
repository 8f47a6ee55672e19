package io.foreshock.source;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as people write them: `30s`, `15m`, `2h`, `7d`.
public final class Durations {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s?([smhd])");

  private Durations() {}

  /// The duration, or none where it is not written so.
  public static Optional<Duration> parse(String text) {
    var written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(written.group(1));
    return Optional.of(
        switch (written.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  /// What to write instead of a text that is no duration.
  public static String advice(String text) {
    var known =
        java.util.Map.of(
            "hourly", "1h", "daily", "1d", "weekly", "7d", "minutely", "1m", "never", "365d");
    var digits = text.strip();
    if (known.containsKey(digits)) {
      return "write " + known.get(digits);
    }
    return digits.matches("\\d{1,6}")
        ? "write its unit too: " + digits + "s, " + digits + "m, " + digits + "h or " + digits + "d"
        : "write a number and s, m, h or d, such as 15m";
  }
}
