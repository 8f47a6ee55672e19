package io.foreshock.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ScheduleTest {
  private static final Duration SELDOM = Duration.ofHours(1);

  @TempDir private Path folder;

  @Test
  void what_a_duty_did_is_followed_at_once_not_at_the_next_turn() throws Exception {
    var followed = new CountDownLatch(2); // its own first turn, and the one that it is woken for
    try (var store = Store.open("jdbc:sqlite:" + folder.resolve("schedule.db"));
        var schedule =
            Schedule.start(
                store,
                List.of(
                    Duty.waking("read", "poll", SELDOM, () -> 3),
                    new Duty("read", SELDOM, followed::countDown)))) {
      assertThat(schedule).isNotNull();
      assertThat(followed.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_duty_that_failed_has_its_next_turn_all_the_same() throws Exception {
    var turns = new AtomicInteger();
    var again = new CountDownLatch(1);
    Runnable work =
        () -> {
          if (turns.incrementAndGet() > 1) {
            again.countDown();
          }
          throw new IllegalStateException("as the test wants it");
        };
    try (var store = Store.open("jdbc:sqlite:" + folder.resolve("schedule.db"));
        var schedule =
            Schedule.start(store, List.of(new Duty("fail", Duration.ofMillis(20), work)))) {
      assertThat(schedule).isNotNull();
      assertThat(again.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
