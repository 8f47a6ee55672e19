package io.foreshock.feed;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a server says about when to come back (RFC 9111, 4.2; RFC 9110, 10.2.3).
final class Freshness {
  private static final Pattern MAX_AGE = Pattern.compile("(?i)max-age\\s*=\\s*\"?(\\d{1,9})");
  private static final Duration LONGEST = Duration.ofHours(24);

  private final InstantSource clock;

  Freshness(InstantSource clock) {
    this.clock = clock;
  }

  /// How long the answer stays fresh, at most a day.
  Optional<Duration> of(HttpHeaders headers) {
    var control = String.join(",", headers.allValues("Cache-Control"));
    var maxAge = MAX_AGE.matcher(control);
    if (maxAge.find()) {
      long age = headers.firstValue("Age").flatMap(Freshness::number).orElse(0L);
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(maxAge.group(1)) - age)));
    }
    return headers.firstValue("Expires").flatMap(this::until);
  }

  /// `Retry-After`, in seconds or as a date, at most a day.
  Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .flatMap(value ->
            number(value).map(Duration::ofSeconds).map(Freshness::bounded).or(() -> until(value)));
  }

  private Optional<Duration> until(String date) {
    try {
      var at = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(clock.instant(), at)));
    } catch (DateTimeException _) {
      return Optional.empty(); // "0" and worse mean: now
    }
  }

  private static Optional<Long> number(String value) {
    var digits = value.strip();
    boolean plain =
        !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit);
    return plain ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }

  private static Duration bounded(Duration duration) {
    if (duration.isNegative()) {
      return Duration.ZERO;
    }
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }
}
