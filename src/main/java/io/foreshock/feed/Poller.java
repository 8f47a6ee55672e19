package io.foreshock.feed;

import io.foreshock.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the feeds that are due, side by side, one a host, and stores what they bring. One bad feed
/// never stops the others.
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration FULL_AFTER = Duration.ofHours(24);
  private static final Duration REVIEW = Duration.ofMinutes(1);
  private static final int MOST_AT_A_TURN = 500;

  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final Store store;
  private final FeedSettings settings;
  private final InstantSource clock;
  private final Asking fetcher;
  private final FeedParser parser;
  private final Reception reception;
  private final Outages outages;
  private final Semaphore atOnce;
  private final Semaphore parsing = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Instant reviewed = Instant.MIN;

  /// A poller that tells nobody about outages.
  public Poller(Store store, List<Feed> feeds, FeedSettings settings, InstantSource clock) {
    this(store, feeds, settings, clock, (_, notice) -> LOG.warn("{}", notice.title()));
  }

  /// Registers the feeds; those never asked before are due at once.
  ///
  /// @param bell where outages are told
  public Poller(
      Store store, List<Feed> feeds, FeedSettings settings, InstantSource clock, Bell bell) {
    this(store, feeds, settings, clock, bell, new Fetcher(settings, clock));
  }

  Poller(
      Store store,
      List<Feed> feeds,
      FeedSettings settings,
      InstantSource clock,
      Bell bell,
      Asking fetcher) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.fetcher = fetcher;
    this.parser = new FeedParser(settings.mostItems());
    this.reception = new Reception(store, settings, clock);
    this.outages = new Outages(feeds, bell);
    this.atOnce = new Semaphore(settings.atOnce());
    feeds.forEach(feed -> this.feeds.put(feed.url().toString(), feed));
    store.run(handle -> {
      var table = new FeedTable(handle);
      table.register(feeds, clock.instant());
      if (!store.isShared()) {
        table.endLeases();
      }
    });
  }

  /// Asks all feeds that are due and whose hosts may be asked, and waits for them; returns how many
  /// items are new or edited.
  public int pollDue() {
    int changed = 0;
    for (var due = claim();
        !due.isEmpty();
        due = settings.hostGap().isZero() ? claim() : List.of()) {
      changed += pollAll(due);
    }
    review();
    return changed;
  }

  private List<FeedState> claim() {
    return store.transaction(
        handle -> new FeedTable(handle).claimDue(clock.instant(), LEASE, MOST_AT_A_TURN));
  }

  private int pollAll(List<FeedState> due) {
    var polls = new ArrayList<Future<Integer>>();
    for (var state : due) {
      var feed = feeds.get(state.url());
      if (feed == null) {
        store.run(handle -> new FeedTable(handle).retire(state, clock.instant()));
      } else {
        polls.add(threads.submit(() -> poll(feed, state)));
      }
    }
    return polls.stream().mapToInt(Poller::result).sum();
  }

  private void review() {
    var now = clock.instant();
    if (!now.isBefore(reviewed.plus(REVIEW))) {
      reviewed = now;
      store.run(handle -> outages.review(handle, now));
    }
  }

  private static int result(Future<Integer> poll) {
    try {
      return poll.get();
    } catch (ExecutionException e) {
      LOG.error("a poll failed and will be repeated when its lease ends", e.getCause());
      return 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private int poll(Feed feed, FeedState before) throws InterruptedException {
    atOnce.acquire();
    try {
      return ask(feed, before).changed();
    } finally {
      atOnce.release();
    }
  }

  private Reception.Received ask(Feed feed, FeedState before) throws InterruptedException {
    var validators = validators(before);
    long began = System.nanoTime();
    var fetched = fetcher.fetch(feed, before.address().now(), validators);
    var poll =
        new Reception.Poll(
            feed,
            before,
            validators.equals(Fetched.Validators.NONE),
            Duration.ofNanos(System.nanoTime() - began));
    return switch (fetched) {
      case Fetched.Failed failed -> reception.failed(poll, failed);
      case Fetched.Unchanged unchanged -> reception.unchanged(poll, unchanged);
      case Fetched.Fresh fresh ->
          switch (parse(fresh)) {
            case Parsed.Unreadable(var reason) ->
                reception.failed(
                    poll,
                    new Fetched.Failed(
                        Fetched.Why.UNREADABLE, reason, Optional.empty(), fresh.route()));
            case Parsed.Document document -> reception.document(poll, fresh, document);
          };
    };
  }

  /// Once a day a feed is asked unconditionally: some servers stick to a stale 304.
  private Fetched.Validators validators(FeedState before) {
    boolean fullIsDue =
        before
            .history()
            .lastFull()
            .filter(at -> at.plus(FULL_AFTER).isAfter(clock.instant()))
            .isEmpty();
    return fullIsDue ? Fetched.Validators.NONE : before.validators();
  }

  /// A tree takes several times a document's size: only a few are parsed side by side.
  private Parsed parse(Fetched.Fresh fresh) throws InterruptedException {
    parsing.acquire();
    try {
      return parser.parse(
          fresh.body().array(), fresh.contentType(), Optional.of(fresh.route().answered()));
    } finally {
      parsing.release();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    fetcher.close();
  }
}
