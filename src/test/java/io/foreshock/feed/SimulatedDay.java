package io.foreshock.feed;

import io.foreshock.SettableClock;
import io.foreshock.item.Publisher;
import io.foreshock.store.Store;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A day of many feeds in virtual time: every part is the real one, only the network is not. Notes
/// each request that comes too close to another one of its host, or before its feed's next check.
///
/// As a program it takes the number of feeds and of hours: `2000 24`.
final class SimulatedDay implements Asking {
  private static final Duration TICK = Duration.ofSeconds(5);
  private static final int FEEDS_A_HOST = 3;
  private static final FeedSettings SETTINGS = FeedSettings.standard();

  private final SettableClock clock = new SettableClock("2026-03-02T00:00:00Z");
  private final Store store = Store.open("jdbc:sqlite::memory:");
  private final Map<String, Instant> lastOfHost = new ConcurrentHashMap<>();
  private final List<String> breaches = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Feed> feeds;

  SimulatedDay(int feeds) {
    this.feeds = IntStream.range(0, feeds).mapToObj(SimulatedDay::feed).toList();
  }

  /// Prints what happened.
  public static void main(String[] arguments) {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    var day = new SimulatedDay(Integer.parseInt(arguments[0]));
    day.pass(Duration.ofHours(Integer.parseInt(arguments[1])));
    out.printf(
        "%d feeds, %s h: %d requests, %d breaches%n",
        day.feeds.size(), arguments[1], day.requests(), day.breaches.size());
    day.breaches.stream().limit(10).forEach(out::println);
  }

  private static Feed feed(int number) {
    int host = number / FEEDS_A_HOST;
    return new Feed(
        "Feed " + number,
        URI.create("https://host-%d.example/feed-%d".formatted(host, number)),
        Publisher.named("wire.example"),
        Optional.of("en"),
        number % 4 == 0
            ? new Feed.Rhythm.Fixed(Duration.ofMinutes(5), false)
            : new Feed.Rhythm.Learnt(),
        false,
        Feed.Identity.GUID);
  }

  /// Plays so much time, in the steps of the daemon.
  void pass(Duration time) {
    var end = clock.instant().plus(time);
    try (var poller = new Poller(store, feeds, SETTINGS, clock, (_, _) -> {}, this)) {
      while (clock.instant().isBefore(end)) {
        poller.pollDue();
        clock.pass(TICK);
      }
    }
  }

  List<String> breaches() {
    return List.copyOf(breaches);
  }

  int requests() {
    return requests.get();
  }

  @Override
  public Fetched fetch(Feed feed, URI url, Fetched.Validators validators) {
    requests.incrementAndGet();
    var number = Integer.parseInt(feed.name().substring("Feed ".length()));
    var hosts = new ArrayList<>(List.of(Hosts.of(url)));
    if (number % 50 == 7) {
      hosts.add("shared-%d.example".formatted(number)); // a redirect that is never learnt
    }
    hosts.forEach(host -> visit(host, feed));
    notEarly(feed);
    return answer(number, new Fetched.Route(url, Optional.empty(), hosts), validators);
  }

  private void visit(String host, Feed feed) {
    var now = clock.instant();
    var last = lastOfHost.put(host, now);
    if (last != null && last.plus(SETTINGS.hostGap()).isAfter(now)) {
      breaches.add(host + " was asked at " + last + " and by " + feed.name() + " at " + now);
    }
  }

  private void notEarly(Feed feed) {
    var next =
        store.transaction(
            handle -> new FeedTable(handle).find(feed.url().toString()).orElseThrow().next());
    if (next.at().isAfter(clock.instant())) {
      breaches.add(feed.name() + " was asked before " + next.at() + " (" + next.reason() + ")");
    }
  }

  private Fetched answer(int number, Fetched.Route route, Fetched.Validators validators) {
    if (number % 10 == 3) {
      return new Fetched.Failed(Fetched.Why.SERVER, "500", Optional.empty(), route);
    }
    if (number % 40 == 1) {
      return new Fetched.Failed(
          Fetched.Why.BUSY, "429", Optional.of(Duration.ofMinutes(20)), route);
    }
    if (!validators.equals(Fetched.Validators.NONE) && number % 3 == 0) {
      return new Fetched.Unchanged(route, validators, Optional.empty());
    }
    var body =
        Documents.rss(Documents.item("1", "https://x.example/1", "A", "2026-03-01T12:00:00Z"));
    return new Fetched.Fresh(
        ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)),
        "",
        route,
        new Fetched.Validators("\"1\"", ""),
        number % 7 == 0
            ? Optional.of(new Freshness.Stay(Duration.ofMinutes(30), "Cache-Control max-age=1800"))
            : Optional.empty());
  }

  @Override
  public void close() {
    // the store lives as long as the simulation
  }
}
