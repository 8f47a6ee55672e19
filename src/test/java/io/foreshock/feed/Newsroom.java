package io.foreshock.feed;

import io.foreshock.SettableClock;
import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A poller on a database of its own, with the clock and the bell in the test's hands.
final class Newsroom implements AutoCloseable {
  static final FeedSettings SETTINGS =
      FeedSettings.standard().withLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 10 << 20);

  final SettableClock clock = new SettableClock("2026-03-02T12:00:00Z");
  final List<Bell.Notice> rung = new ArrayList<>();
  private final Path database;
  private final List<Feed> feeds;
  private final FeedSettings settings;
  private Store store;
  private Poller poller;

  Newsroom(Path database, FeedSettings settings, Feed... feeds) {
    this.database = database;
    this.feeds = List.of(feeds);
    this.settings = settings;
    this.store = Store.open("jdbc:sqlite:" + database);
    this.poller = open();
  }

  Newsroom(Path database, Feed... feeds) {
    this(database, SETTINGS, feeds);
  }

  private Poller open() {
    return new Poller(store, feeds, settings, clock, (_, notice) -> rung.add(notice));
  }

  /// Ends the process, as it were, and starts another one.
  void restart() {
    close();
    store = Store.open("jdbc:sqlite:" + database);
    poller = open();
  }

  int poll() {
    return poller.pollDue();
  }

  /// Lets time pass, then polls.
  int pollAfter(Duration time) {
    clock.pass(time);
    return poll();
  }

  /// Passes on to the feed's next check and polls.
  int pollNext(Feed feed) {
    var left = Duration.between(clock.instant(), state(feed).next().at());
    return pollAfter(left.isNegative() ? Duration.ZERO : left);
  }

  FeedState state(Feed feed) {
    return store.transaction(
        handle -> new FeedTable(handle).find(feed.url().toString()).orElseThrow());
  }

  Health health(Feed feed) {
    return Health.of(state(feed), clock.instant());
  }

  /// Every edition, oldest first.
  List<Item> items() {
    var items = new ArrayList<>(store.transaction(handle -> new ItemTable(handle).unread(10_000)));
    items.sort(Comparator.comparing(Item::id).thenComparingInt(Item::edition));
    return items;
  }

  List<String> titles() {
    return items().stream().map(Item::title).toList();
  }

  Store store() {
    return store;
  }

  static URI closedPort(String host) {
    return URI.create("http://" + host + ":1/rss");
  }

  @Override
  public void close() {
    poller.close();
    store.close();
  }
}
