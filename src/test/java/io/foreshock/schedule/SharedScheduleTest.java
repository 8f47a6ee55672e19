package io.foreshock.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.store.PrivatePostgres;
import io.foreshock.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.impl.SchedulerRepository;

@Timeout(60)
class SharedScheduleTest {
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch turns = new CountDownLatch(12);

  private void turn() {
    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    turns.countDown();
    atOnce.decrementAndGet();
  }

  private Schedule node(Store store, Duty... duties) {
    SchedulerRepository.getInstance().remove("foreshock"); // as if it were another process
    return Schedule.start(store, List.of(duties));
  }

  @Test
  void each_turn_is_taken_by_one_of_two_nodes() throws Exception {
    var url = PrivatePostgres.newDatabase();
    var duty = new Duty("count", Duration.ofMillis(50), this::turn);
    try (var one = Store.open(url);
        var two = Store.open(url);
        var first = node(one, duty);
        var second = node(two, duty)) {
      assertThat(List.of(first, second)).hasSize(2);
      assertThat(turns.await(40, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void a_duty_of_each_node_is_done_by_both() throws Exception {
    var url = PrivatePostgres.newDatabase();
    var here = new CountDownLatch(2);
    var there = new CountDownLatch(2);
    var look = Duration.ofMillis(50);
    try (var one = Store.open(url);
        var two = Store.open(url);
        var first = node(one, Duty.ofEachNode("look", look, here::countDown));
        var second = node(two, Duty.ofEachNode("look", look, there::countDown))) {
      assertThat(List.of(first, second)).hasSize(2);
      assertThat(here.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(there.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
