package io.foreshock.feed;

import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
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

/// Asks the feeds that are due, side by side, and stores what they bring. One bad feed never stops
/// the others.
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final int MOST_AT_A_TURN = 500;

  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final Store store;
  private final FeedSettings settings;
  private final InstantSource clock;
  private final Fetcher fetcher;
  private final FeedParser parser;
  private final Semaphore atOnce;
  private final HostGaps hosts;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Registers the feeds; those never asked before are due at once.
  public Poller(Store store, List<Feed> feeds, FeedSettings settings, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.fetcher = new Fetcher(settings, clock);
    this.parser = new FeedParser(settings.mostItems());
    this.atOnce = new Semaphore(settings.atOnce());
    this.hosts = new HostGaps(settings.hostGap(), clock);
    feeds.forEach(feed -> this.feeds.put(feed.url().toString(), feed));
    store.run(handle -> {
      var table = new FeedTable(handle);
      table.register(feeds, clock.instant());
      if (!store.isShared()) {
        table.endLeases();
      }
    });
  }

  /// Asks all feeds that are due, and waits for them; returns how many items are new or edited.
  public int pollDue() {
    var due =
        store.transaction(handle ->
            new FeedTable(handle)
                .claimDue(clock.instant(), LEASE, MOST_AT_A_TURN, store.isShared()));
    var polls = new ArrayList<Future<Integer>>();
    for (var state : due) {
      var feed = feeds.get(state.url());
      if (feed != null) {
        polls.add(threads.submit(() -> poll(feed, state)));
      }
    }
    return polls.stream().mapToInt(Poller::result).sum();
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
      if (!hosts.enter(feed.url().getHost())) {
        return later(before);
      }
      return take(feed, before, fetcher.fetch(feed, before.validators()));
    } finally {
      atOnce.release();
    }
  }

  /// Its host was asked a moment ago: the feed is given back and comes next.
  private int later(FeedState before) {
    var state =
        new FeedState(
            before.url(),
            clock.instant().plus(settings.hostGap()),
            "its host was asked a moment ago",
            before.validators(),
            before.failures(),
            before.problem(),
            before.repairs(),
            before.lastSuccess(),
            before.lastNew(),
            before.gap(),
            before.polls(),
            before.items());
    store.run(handle -> new FeedTable(handle).save(state));
    return 0;
  }

  private int take(Feed feed, FeedState before, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Failed failed -> failed(feed, before, failed);
      case Fetched.Unchanged(var keep) -> unchanged(feed, before, keep);
      case Fetched.Fresh fresh ->
          switch (parser.parse(
              fresh.body().array(), fresh.contentType(), Optional.of(fresh.from()))) {
            case Parsed.Unreadable(var reason) -> failed(feed, before, Fetched.failed(reason));
            case Parsed.Document document -> fresh(feed, before, fresh, document);
          };
    };
  }

  private int failed(Feed feed, FeedState before, Fetched.Failed failed) {
    var now = clock.instant();
    int failures = before.failures() + 1;
    var next = Timetable.afterFailure(feed, now, failures, failed);
    LOG.warn("{}: {}; next {} ({})", feed.name(), failed.reason(), next.at(), next.reason());
    save(before, next, before.validators(), failures, failed.reason(), before.repairs(), 0, now);
    return 0;
  }

  private int unchanged(Feed feed, FeedState before, Optional<Duration> keep) {
    var now = clock.instant();
    var next = Timetable.afterSuccess(feed, now, keep, 0);
    save(before, next, before.validators(), 0, "", before.repairs(), 0, now);
    return 0;
  }

  private int fresh(Feed feed, FeedState before, Fetched.Fresh fresh, Parsed.Document document) {
    var now = clock.instant();
    var next = Timetable.afterSuccess(feed, now, fresh.keep(), document.pause());
    int changed = store(feed, document, before.polls() == 0 || before.lastSuccess().isEmpty(), now);
    var repairs = String.join("; ", document.repairs());
    save(before, next, fresh.validators(), 0, "", repairs, changed, now);
    return changed;
  }

  private int store(Feed feed, Parsed.Document document, boolean first, Instant now) {
    var identity = new Identity(feed.url().toString(), document.entries());
    var seen = new HashSet<String>();
    return store.transaction(handle -> {
      var items = new ItemTable(handle);
      int changed = 0;
      for (var entry : document.entries()) {
        var item = item(feed, document, entry, identity.of(entry), first, now);
        if (seen.add(item.id())
            && items.store(feed.url().toString(), item) != ItemTable.Stored.UNCHANGED) {
          changed++;
        }
      }
      return changed;
    });
  }

  private Item item(
      Feed feed,
      Parsed.Document document,
      Parsed.Entry entry,
      String id,
      boolean first,
      Instant now) {
    var published = entry.published().or(entry::updated).orElse(now);
    boolean late = published.plus(settings.late()).isBefore(now);
    var declared =
        document.language().isEmpty() ? Optional.<String>empty() : Optional.of(document.language());
    var summary =
        entry.summary().isEmpty() && !entry.content().isEmpty()
            ? entry.content().getFirst()
            : entry.summary();
    return new Item(
        id,
        feed.publisher(),
        feed.language().or(() -> declared),
        published,
        now,
        entry.link(),
        entry.title(),
        summary,
        0,
        first || late);
  }

  private void save(
      FeedState before,
      Timetable.Next next,
      Fetched.Validators validators,
      int failures,
      String problem,
      String repairs,
      int changed,
      Instant now) {
    var state =
        new FeedState(
            before.url(),
            next.at(),
            next.reason(),
            validators,
            failures,
            problem,
            repairs,
            failures == 0 ? Optional.of(now) : before.lastSuccess(),
            changed > 0 ? Optional.of(now) : before.lastNew(),
            changed > 0 ? gap(before, now) : before.gap(),
            before.polls() + 1,
            before.items() + changed);
    store.run(handle -> new FeedTable(handle).save(state));
  }

  /// The usual time between news, as a moving mean that weighs the last one a fifth.
  private static Duration gap(FeedState before, Instant now) {
    return before
        .lastNew()
        .map(last -> Duration.between(last, now))
        .map(last ->
            before.gap().isZero() ? last : before.gap().multipliedBy(4).plus(last).dividedBy(5))
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    fetcher.close();
  }
}
