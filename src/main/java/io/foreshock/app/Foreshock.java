package io.foreshock.app;

import io.foreshock.alert.Desk;
import io.foreshock.config.Config;
import io.foreshock.exit.Publication;
import io.foreshock.exit.Webhooks;
import io.foreshock.feed.Bell;
import io.foreshock.feed.Poller;
import io.foreshock.mail.Notices;
import io.foreshock.mail.Outbox;
import io.foreshock.mail.Postman;
import io.foreshock.rule.RuleNames;
import io.foreshock.schedule.Duty;
import io.foreshock.schedule.Schedule;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import io.foreshock.workshop.Rules;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole daemon. Opened, it does nothing by itself: [#start] sets it going, or a caller takes
/// the turns one by one ([#turn]), as tests and the demo do.
public final class Foreshock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Foreshock.class);
  private static final Duration TICK = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration BEAT = Duration.ofMinutes(5);
  private static final Duration LATE_NEWS = Duration.ofHours(1);
  private static final Duration TIDY = Duration.ofHours(1);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Store store;
  private final InstantSource clock;
  private final Poller poller;
  private final ReadingRoom readingRoom;
  private final Desk desk;
  private final Outbox outbox;
  private final Postman postman;
  private final Webhooks webhooks;
  private final Publication publication;
  private final Housekeeping housekeeping;
  private final DailyLetter dailyLetter;
  private final Heartbeat heartbeat;
  private final RuleRoom ruleRoom;
  private boolean published;

  /// Opens the database, registers the feeds and gets everything ready; polls and sends nothing.
  ///
  /// @throws IllegalStateException where another process uses the database file
  public Foreshock(Config config, Rules rules, InstantSource clock) {
    this.clock = clock;
    SingleInstance.of(config.store()).ifPresent(opened::push);
    try {
      this.store = opened(Store.open(config.store()));
      var notices = new Notices(config.recipients(), config.mail(), clock);
      this.poller =
          opened(
              new Poller(
                  store,
                  config.feeds(),
                  config.polling(),
                  clock,
                  (handle, notice) -> tell(notices, handle, notice)));
      this.readingRoom = new ReadingRoom(store, rules.reader(), clock);
      this.outbox = new Outbox(config.recipients(), config.mail(), clock);
      this.webhooks = opened(webhooks(config, notices));
      this.publication = new Publication(store, config.exits());
      this.desk = opened(new Desk(store, rules.patterns(), List.of(outbox, webhooks), clock));
      this.postman = new Postman(store, config.mail(), config.recipients(), clock);
      this.housekeeping = new Housekeeping(store, config.keepItems(), config.keepLetters(), clock);
      this.dailyLetter = dailyLetter(config);
      this.ruleRoom = ruleRoom(config, rules, notices);
      this.heartbeat =
          opened(new Heartbeat(store, config.heartbeat(), !config.feeds().isEmpty(), clock));
    } catch (RuntimeException e) {
      closeAll();
      throw e;
    }
  }

  private Webhooks webhooks(Config config, Notices notices) {
    var more = "The settings stand under exits in foreshock.yml.";
    return new Webhooks(
        store,
        config.exits(),
        clock,
        (handle, name, title, lines) -> notices.tell(handle, name, title, lines, more));
  }

  private DailyLetter dailyLetter(Config config) {
    var rules = new ArrayList<String>();
    rules.addAll(RuleNames.calling(config.rules().resolve("reading"), "signals.say("));
    rules.addAll(RuleNames.calling(config.rules().resolve("patterns"), "alerts.raise("));
    var notices = new Notices(config.recipients(), config.mail(), clock);
    boolean hasHooks = !config.exits().hooks().isEmpty();
    return new DailyLetter(store, notices, config.feeds(), rules, hasHooks, clock);
  }

  private RuleRoom ruleRoom(Config config, Rules rules, Notices notices) {
    return new RuleRoom(
        store,
        config.rules(),
        config.keepItems(),
        rules,
        clock,
        this::use,
        (title, lines) ->
            store.run(handle ->
                notices.tell(
                    handle,
                    "rules " + clock.instant(),
                    "Foreshock: " + title,
                    lines,
                    "foreshock status shows the latest edits.")));
  }

  /// Reads and watches with other rules from here on.
  private void use(Rules rules) {
    readingRoom.use(rules.reader());
    desk.use(rules.patterns());
  }

  /// Looks once whether the rules folder was edited; says what came of it.
  RuleRoom.Look lookAtRules() {
    return ruleRoom.look();
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }

  private static void tell(Notices notices, Handle transaction, Bell.Notice notice) {
    LOG.info("{}: {}", notice.title(), notice.lines());
    var occasion = "feed-silent " + notice.key() + " " + notice.hasEnded() + " " + notice.at();
    notices.tell(
        transaction,
        occasion,
        "Foreshock: " + notice.title(),
        notice.lines(),
        "foreshock feeds shows all.");
  }

  /// Sets the duties going.
  public void start() {
    opened(
        Schedule.start(
            store,
            List.of(
                // a slow feed holds no reading up, and what it brought waits for no tick
                Duty.waking("tick", "poll", TICK, this::poll),
                Duty.waking("postman", "tick", TICK, this::follow),
                new Duty("postman", TICK, this::deliver),
                new Duty("webhooks", TICK, webhooks::deliver),
                Duty.ofEachNode("rules", LOOK, ruleRoom::look),
                new Duty("daily letter", TIDY, dailyLetter::write),
                new Duty("heartbeat", BEAT, heartbeat::beat),
                new Duty("housekeeping", TIDY, housekeeping::tidy))));
  }

  /// One turn: asks the feeds that are due, reads what is new, follows the patterns. Returns how
  /// many alerts and updates went out.
  public int turn() {
    poll();
    return follow();
  }

  /// Asks the feeds that are due; returns how many items are new or edited.
  int poll() {
    return poller.pollDue();
  }

  private int follow() {
    int signals = readingRoom.readAll();
    endDays();
    int alerts = desk.catchUp();
    publish(alerts);
    if (signals + alerts > 0) {
      LOG.info("{} signals, {} alerts", signals, alerts);
    }
    return alerts;
  }

  /// A file that cannot be written must not hold up letters: it is told, and tried again.
  private void publish(int alerts) {
    if (alerts == 0 && published) {
      return;
    }
    try {
      publication.publish();
      published = true;
    } catch (RuntimeException e) {
      published = false;
      LOG.error("alerts cannot be published as files", e);
    }
  }

  /// The days that are over end after what was published on them has been read: after an outage the
  /// news of those days comes first.
  private void endDays() {
    var lately = clock.instant().minus(LATE_NEWS);
    store.run(handle ->
        new SignalTable(handle).endDaysBefore(LocalDate.ofInstant(lately, ZoneOffset.UTC)));
  }

  /// Sends the letters that are due; returns how many the mail server has taken.
  public int deliver() {
    store.transaction(outbox::gather);
    return postman.deliver();
  }

  /// The database, for commands that look at it.
  public Store store() {
    return store;
  }

  /// Ends what runs, last opened first.
  @Override
  public void close() {
    closeAll();
  }

  private void closeAll() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.error("did not close cleanly", e);
      }
    }
  }
}
