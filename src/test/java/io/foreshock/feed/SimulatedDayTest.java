package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedDayTest {
  @Test
  void no_host_is_asked_within_its_gap_and_no_feed_before_its_next_check() {
    var day = new SimulatedDay(60);

    day.pass(Duration.ofHours(3));

    assertThat(day.breaches()).isEmpty();
    assertThat(day.requests()).isGreaterThan(600);
  }
}
