package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.SettableClock;
import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private final Freshness freshness = new Freshness(new SettableClock("2026-03-02T12:00:00Z"));

  private Duration of(String... namesAndValues) {
    return freshness.of(Headers.of(namesAndValues)).map(Freshness.Stay::time).orElse(Duration.ZERO);
  }

  @Test
  void max_age_counts_less_what_age_has_used_up_and_is_named() {
    var headers = Headers.of("Cache-Control", "public, max-age=1800", "Age", "600");

    assertThat(freshness.of(headers))
        .contains(
            new Freshness.Stay(Duration.ofMinutes(20), "Cache-Control max-age=1800 less Age 600"));
  }

  @Test
  void max_age_goes_before_expires_and_is_not_taken_from_s_maxage() {
    assertThat(of("Cache-Control", "max-age=60", "Expires", "Mon, 02 Mar 2026 18:00:00 GMT"))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(of("Cache-Control", "s-maxage=600")).isEqualTo(Duration.ZERO);
  }

  @Test
  void expires_counts_on_the_servers_own_clock() {
    assertThat(
            of(
                "Date", "Mon, 02 Mar 2026 15:00:00 GMT",
                "Expires", "Mon, 02 Mar 2026 15:30:00 GMT"))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void what_lies_in_the_past_or_cannot_be_read_or_is_absurd_is_bounded() {
    assertThat(of("Expires", "0")).isEqualTo(Duration.ZERO);
    assertThat(of("Expires", "Mon, 02 Mar 2020 15:30:00 GMT")).isEqualTo(Duration.ZERO);
    assertThat(of("Cache-Control", "max-age=-5")).isEqualTo(Duration.ZERO);
    assertThat(of("Cache-Control", "max-age=999999999999999999")).isEqualTo(Duration.ofDays(1));
    assertThat(of("Cache-Control", "max-age=60", "Age", "90")).isEqualTo(Duration.ZERO);
  }

  @Test
  void retry_after_is_seconds_or_a_date_and_a_day_at_most() {
    assertThat(freshness.retryAfter(Headers.of("Retry-After", "120")))
        .contains(Duration.ofMinutes(2));
    assertThat(freshness.retryAfter(Headers.of("Retry-After", "Mon, 02 Mar 2026 12:10:00 GMT")))
        .contains(Duration.ofMinutes(10));
    assertThat(freshness.retryAfter(Headers.of("Retry-After", "9999999")))
        .contains(Duration.ofDays(1));
    assertThat(freshness.retryAfter(Headers.of("Retry-After", "soon"))).isEmpty();
  }
}
