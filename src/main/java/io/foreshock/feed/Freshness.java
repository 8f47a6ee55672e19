package io.foreshock.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/// What a server says about when to come back (RFC 9111, 4.2; RFC 9110, 10.2.3).
final class Freshness {
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,18})");
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final long LONGEST_SECONDS = 1L << 31;

  private final InstantSource clock;

  Freshness(InstantSource clock) {
    this.clock = clock;
  }

  /// How long an answer stays fresh.
  ///
  /// @param time at most a day
  /// @param why the header that says so
  record Stay(Duration time, String why) {}

  /// How long the answer stays fresh; `max-age` goes before `Expires`.
  Optional<Stay> of(Headers headers) {
    var control = String.join(",", headers.values("Cache-Control"));
    var maxAge = MAX_AGE.matcher(control);
    if (maxAge.find()) {
      long age = header(headers, "Age").flatMap(Freshness::number).orElse(0L);
      long seconds = Math.min(LONGEST_SECONDS, Long.parseLong(maxAge.group(1)));
      var why = "Cache-Control max-age=" + maxAge.group(1) + (age > 0 ? " less Age " + age : "");
      return Optional.of(new Stay(bounded(Duration.ofSeconds(seconds - age)), why));
    }
    return header(headers, "Expires")
        .flatMap(Freshness::date)
        .map(at -> new Stay(bounded(Duration.between(served(headers), at)), "Expires " + at));
  }

  /// The server's own time of the answer: its clock may be wrong, the difference is not.
  private Instant served(Headers headers) {
    return header(headers, "Date").flatMap(Freshness::date).orElseGet(clock::instant);
  }

  /// Whether the server says that the answer is stale already: then its validators are not to be
  /// trusted.
  static boolean isStale(Headers headers) {
    return header(headers, "Expires").filter(value -> value.strip().equals("0")).isPresent()
        && header(headers, "Cache-Control").isEmpty();
  }

  /// `Retry-After`, in seconds or as a date, at most a day.
  Optional<Duration> retryAfter(Headers headers) {
    return header(headers, "Retry-After")
        .flatMap(value ->
            number(value)
                .map(Duration::ofSeconds)
                .or(() -> date(value).map(at -> Duration.between(served(headers), at)))
                .map(Freshness::bounded));
  }

  private static Optional<String> header(Headers headers, String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static Optional<Instant> date(String text) {
    try {
      var at = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(at.toInstant());
    } catch (DateTimeException _) {
      return Optional.empty(); // "0" and worse mean: now
    }
  }

  private static Optional<Long> number(String value) {
    var digits = value.strip();
    boolean plain =
        !digits.isEmpty()
            && digits.length() < 10
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }

  private static Duration bounded(Duration duration) {
    if (duration.isNegative()) {
      return Duration.ZERO;
    }
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }
}
