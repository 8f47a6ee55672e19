package io.foreshock.feed;

import io.foreshock.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what a poll came to: items, the feed's new state and its hosts' rest, in one
/// transaction.
final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(60);
  private static final int BACK_HOME_AFTER = 3;

  private final Store store;
  private final FeedSettings settings;
  private final Timetable timetable;
  private final Intake intake;
  private final InstantSource clock;
  private final Line line = new Line();

  Reception(Store store, FeedSettings settings, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.timetable = new Timetable(settings.intervals());
    this.intake = new Intake(settings.late());
    this.clock = clock;
  }

  /// A finished poll.
  ///
  /// @param feed which
  /// @param before its state when it was claimed
  /// @param full whether it was asked without validators
  /// @param took how long the answer took
  record Poll(Feed feed, FeedState before, boolean full, Duration took) {}

  /// What is stored of a poll.
  ///
  /// @param state the feed's new state
  /// @param changed how many items are new or newly worded
  record Received(FeedState state, int changed) {}

  /// A document that was fetched and could be read.
  Received document(Poll poll, Fetched.Fresh fresh, Parsed.Document document) {
    line.answered();
    return store.transaction(handle -> {
      var now = clock.instant();
      var taken = intake.take(handle, poll.feed(), poll.before(), document, now);
      var state = afterDocument(poll, fresh, document, taken, now);
      save(handle, state, fresh.route(), settings.hostGap(), now);
      return new Received(state, taken.changed());
    });
  }

  private FeedState afterDocument(
      Poll poll, Fetched.Fresh fresh, Parsed.Document document, Intake.Taken taken, Instant now) {
    var before = poll.before();
    var history = history(poll, now, Optional.of(now), taken.changed());
    var rhythm =
        Pulse.of(document.entries(), now).map(pulse -> pulse.into(history)).orElse(history);
    var signs =
        new Timetable.Signs(rhythm.gap(), fresh.stay(), document.pace(), taken.mayHaveMissed());
    int undated =
        (int)
            document.entries().stream()
                .filter(entry -> entry.published().or(entry::updated).isEmpty())
                .count();
    return new FeedState(
        before.url(),
        timetable.afterSuccess(poll.feed(), history.polls(), now, signs),
        fresh.validators(),
        FeedState.Trouble.NONE,
        before.address().after(fresh.route(), now),
        new FeedState.Content(
            document.entries().size(),
            undated,
            taken.held(),
            String.join("; ", document.repairs()),
            taken.remark(),
            document.pace()),
        rhythm);
  }

  /// Word that nothing is new.
  Received unchanged(Poll poll, Fetched.Unchanged unchanged) {
    line.answered();
    var now = clock.instant();
    var before = poll.before();
    var history = history(poll, now, before.history().lastDocument(), 0);
    var signs =
        new Timetable.Signs(history.gap(), unchanged.stay(), before.content().pace(), false);
    var state =
        new FeedState(
            before.url(),
            timetable.afterSuccess(poll.feed(), history.polls(), now, signs),
            unchanged.validators(),
            FeedState.Trouble.NONE,
            before.address().after(unchanged.route(), now),
            before.content().unchanged(),
            history);
    store.run(handle -> save(handle, state, unchanged.route(), settings.hostGap(), now));
    return new Received(state, 0);
  }

  /// A poll that did not work.
  Received failed(Poll poll, Fetched.Failed failed) {
    if (failed.why() == Fetched.Why.UNREACHABLE) {
      line.silent(Hosts.of(failed.route().answered()));
    } else if (failed.why() != Fetched.Why.REFUSED) {
      line.answered();
    }
    boolean lineIsDown = failed.why() == Fetched.Why.UNREACHABLE && line.isDown();
    var now = clock.instant();
    var before = poll.before();
    var trouble = before.trouble().and(failed, now, !lineIsDown);
    var next = timetable.afterFailure(poll.feed(), now, trouble.failures(), failed, lineIsDown);
    LOG.warn("{}: {}; next {} ({})", poll.feed().name(), failed.reason(), next.at(), next.reason());
    var state =
        new FeedState(
            before.url(),
            next,
            before.validators(),
            trouble,
            trouble.failures() == BACK_HOME_AFTER
                ? FeedState.Address.of(poll.feed().url())
                : before.address(),
            before.content(),
            asked(before.history(), poll.took()));
    store.run(handle -> save(handle, state, failed.route(), rest(failed), now));
    return new Received(state, 0);
  }

  /// A host that refuses or is busy gets more rest, for all its feeds.
  private Duration rest(Fetched.Failed failed) {
    var rest =
        switch (failed.why()) {
          case BUSY -> failed.retryAfter().orElse(AFTER_REFUSAL);
          case FORBIDDEN -> AFTER_REFUSAL;
          case UNREACHABLE, GONE, SERVER, REFUSED, UNREADABLE -> settings.hostGap();
        };
    return rest.compareTo(settings.hostGap()) > 0 ? rest : settings.hostGap();
  }

  private void save(
      Handle handle, FeedState state, Fetched.Route route, Duration rest, Instant now) {
    new FeedTable(handle).save(state);
    var hosts = new HostTable(handle);
    hosts.rest(route.hosts(), now.plus(settings.hostGap()));
    hosts.rest(List.of(Hosts.of(route.answered())), now.plus(rest));
  }

  private static FeedState.History asked(FeedState.History before, Duration took) {
    return new FeedState.History(
        before.lastSuccess(),
        before.lastNew(),
        before.lastFull(),
        before.lastDocument(),
        before.gap(),
        before.pause(),
        took,
        before.polls() + 1,
        before.items());
  }

  private static FeedState.History history(
      Poll poll, Instant now, Optional<Instant> lastDocument, int changed) {
    var before = poll.before().history();
    return new FeedState.History(
        Optional.of(now),
        changed > 0 ? Optional.of(now) : before.lastNew(),
        poll.full() ? Optional.of(now) : before.lastFull(),
        lastDocument,
        before.gap(),
        before.pause(),
        poll.took(),
        before.polls() + 1,
        before.items() + changed);
  }
}
