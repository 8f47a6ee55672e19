package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.SettableClock;
import io.foreshock.item.ItemTable;
import io.foreshock.item.Publisher;
import io.foreshock.store.PrivatePostgres;
import io.foreshock.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two nodes and one set of feeds on a real PostgreSQL.
@Timeout(60)
class SharedFeedsTest {
  private static final int FEEDS = 60;
  private static final int FEEDS_A_HOST = 2;

  private final SettableClock clock = new SettableClock("2026-03-02T12:00:00Z");

  private static List<Feed> feeds(CrookedServer server) {
    return IntStream.range(0, FEEDS)
        .mapToObj(number ->
            new Feed(
                "Feed " + number,
                server.url("127.0.0." + (1 + number / FEEDS_A_HOST), "/" + number),
                Publisher.named("wire.example"),
                Optional.of("en"),
                Duration.ofMinutes(15),
                true))
        .toList();
  }

  private Poller node(Store store, List<Feed> feeds) {
    return new Poller(store, feeds, Newsroom.SETTINGS, clock, (_, _) -> {});
  }

  /// A quarter of an hour: each node polls every few seconds, both at once.
  private void quarter(Poller one, Poller two) throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int turn = 0; turn < 5; turn++) {
        var polls = new ArrayList<Future<Integer>>();
        polls.add(threads.submit(one::pollDue));
        polls.add(threads.submit(two::pollDue));
        for (var poll : polls) {
          poll.get();
        }
        clock.pass(Duration.ofSeconds(5));
      }
    }
    clock.pass(Duration.ofMinutes(17));
  }

  private static List<String> asked(CrookedServer server) {
    return server.requests().stream().map(request -> request.split(" ", 3)[1]).toList();
  }

  @Test
  void no_feed_is_polled_twice_and_each_is_polled() throws Exception {
    var url = PrivatePostgres.newDatabase();
    var document = Documents.rss(Documents.item("1", "Talks"), Documents.item("2", "More talks"));
    try (var server = new CrookedServer(CrookedServer.with("200 OK", document));
        var here = Store.open(url);
        var there = Store.open(url);
        var one = node(here, feeds(server));
        var two = node(there, feeds(server))) {
      for (int round = 1; round <= 3; round++) {
        quarter(one, two);

        var times = asked(server).stream().collect(Collectors.groupingBy(path -> path)).values();
        assertThat(times).hasSize(FEEDS);
        int rounds = round;
        assertThat(times).allSatisfy(each -> assertThat(each).hasSize(rounds));
      }
      var states = here.transaction(handle -> new FeedTable(handle).all());
      assertThat(states).allSatisfy(state -> assertThat(state.history().polls()).isEqualTo(3));
    }
  }

  @Test
  void a_text_that_the_database_cannot_hold_does_not_stop_a_feed() throws Exception {
    var json =
        "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"\\u0000\",\"items\":[{\"id\":"
            + "\"1\\u0000\",\"url\":\"https://x.example/\\u0000\",\"title\":\"A\\u0000B\\ud800\","
            + "\"content_text\":\"\\u0000\"}]}";
    var url = PrivatePostgres.newDatabase();
    try (var server = new CrookedServer(CrookedServer.with("200 OK\nETag: \"\u0001\"", json));
        var store = Store.open(url);
        var node = node(store, feeds(server).subList(0, 1))) {
      node.pollDue();

      var items = store.transaction(handle -> new ItemTable(handle).unread(10));
      assertThat(items)
          .singleElement()
          .satisfies(item -> assertThat(item.title()).startsWith("AB"));
    }
  }
}
