package io.foreshock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.alert.Alert;
import io.foreshock.alert.Desk;
import io.foreshock.alert.Exit;
import io.foreshock.feed.Feed;
import io.foreshock.store.PrivatePostgres;
import io.foreshock.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two nodes on one real PostgreSQL.
@Timeout(120)
class SharedDatabaseTest {
  private final TestDesk desk = new TestDesk();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final NewsServer news;
  private String url = "";

  SharedDatabaseTest() throws Exception {
    news = new NewsServer();
  }

  @BeforeEach
  void open() throws Exception {
    url = PrivatePostgres.newDatabase();
  }

  @AfterEach
  void close() {
    threads.close();
    news.close();
    desk.close();
  }

  private Foreshock node() {
    return desk.open(
        url, feeds(), TestDesk.reader("anna@desk.example"), TestDesk.reader("ben@desk.example"));
  }

  private List<Feed> feeds() {
    return List.of(TestDesk.feed("Wire", news.feed("wire")));
  }

  /// Does the same on both nodes at once; returns what came of it, added up.
  private int both(Callable<Integer> one, Callable<Integer> two) throws Exception {
    int sum = 0;
    for (Future<Integer> each : List.of(threads.submit(one), threads.submit(two))) {
      sum += each.get();
    }
    return sum;
  }

  @Test
  void two_nodes_that_start_at_once_make_the_tables_once() throws Exception {
    int shared =
        both(
            () -> {
              try (var store = Store.open(url)) {
                return store.isShared() ? 1 : 0;
              }
            },
            () -> {
              try (var store = Store.open(url)) {
                return store.isShared() ? 1 : 0;
              }
            });

    assertThat(shared).isEqualTo(2);
  }

  @Test
  void what_two_nodes_poll_read_and_watch_goes_out_once() throws Exception {
    try (var one = node();
        var two = node()) {
      both(one::turn, two::turn);
      var places = List.of("Belarus", "Russia", "Ukraine", "Lithuania", "Poland", "Latvia");
      int day = 13;
      for (var place : places) {
        desk.clock.pass(Duration.ofHours(24));
        day++;
        news.publish(
            place, place + " frees 23 political prisoners", "2025-12-%dT07:30:00Z".formatted(day));
        both(one::turn, two::turn);
        both(one::turn, two::turn);
        both(one::deliver, two::deliver);
      }
    }

    var ids = new ArrayList<String>();
    for (var letter : desk.letters()) {
      ids.add(letter.getMessageID() + Arrays.toString(letter.getAllRecipients()));
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(desk.subjects().stream().filter(subject -> subject.contains("frees 23")))
        .as("six developments for two readers: " + desk.subjects())
        .hasSize(12);
  }

  @Test
  void one_node_watches_at_a_time() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var raised = new AtomicInteger();
    Exit exit =
        new Exit() {
          @Override
          public void take(Handle transaction, Alert alert) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            raised.incrementAndGet();
            transaction.execute("SELECT pg_sleep(0.2)");
            inside.decrementAndGet();
          }
        };
    try (var node = node();
        var other = Store.open(url);
        var here = new Desk(node.store(), OurRules.RULES.patterns(), List.of(exit), desk.clock);
        var there = new Desk(other, OurRules.RULES.patterns(), List.of(exit), desk.clock)) {
      node.turn();
      var reading = new ReadingRoom(node.store(), OurRules.RULES.reader(), desk.clock);
      news.publish("1", "Belarus frees 123 political prisoners", "2025-12-13T08:10:00Z");
      news.publish("2", "Lithuania declares a state of emergency", "2025-12-13T08:12:00Z");
      desk.clock.pass(Duration.ofMinutes(20));
      node.poll();
      assertThat(reading.readAll()).isPositive();

      int told = both(here::catchUp, there::catchUp);

      assertThat(told).isEqualTo(raised.get()).isPositive();
      assertThat(most).hasValue(1);
    }
  }
}
