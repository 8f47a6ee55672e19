package io.foreshock.mail;

import io.foreshock.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers the letters of the outbox: each on its own, again with growing patience where the
/// server says "not now", until it is delivered or its time is over.
public final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Duration GROUP = Duration.ofMillis(250);
  private static final int ROUND = 50;

  private final Store store;
  private final MailSettings settings;
  private final String contact;
  private final Notices notices;
  private final InstantSource clock;
  private Instant pausedUntil = Instant.MIN;

  /// Nothing is connected before the first letter.
  ///
  /// @param recipients of whom the operators are told what is undeliverable
  public Postman(
      Store store, MailSettings settings, List<Recipient> recipients, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.contact = Outbox.contact(recipients, settings);
    this.notices = new Notices(recipients, settings, clock);
    this.clock = clock;
    if (!store.isShared()) {
      store.run(handle -> new OutboxTable(handle).endLeases());
    }
  }

  /// Delivers what is due; returns how many letters the server has taken.
  public synchronized int deliver() {
    if (clock.instant().isBefore(pausedUntil)) {
      return 0;
    }
    int delivered = 0;
    try (var mailer = new Mailer(settings, contact)) {
      for (var due = claim(); !due.isEmpty(); due = claim()) {
        var round = new Round(due);
        round.run(mailer);
        delivered += round.delivered;
        if (round.isOver) {
          return delivered;
        }
      }
    }
    return delivered;
  }

  private List<OutboxTable.Waiting> claim() {
    return store.transaction(handle ->
        new OutboxTable(handle).claimDue(clock.instant(), LEASE, ROUND, store.isShared()));
  }

  /// What a delivery came to, and what is noted of it.
  private record Outcome(
      OutboxTable.Waiting letter, String state, String answer, Instant nextTry) {}

  /// Letters that were claimed together. Outcomes are noted in groups: one transaction for what was
  /// handed over within a quarter of a second. What a crash leaves unnoted is sent again under the
  /// same Message-ID.
  private final class Round {
    private final List<OutboxTable.Waiting> due;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Instant noted = clock.instant();
    private int delivered;
    private boolean isOver;

    Round(List<OutboxTable.Waiting> due) {
      this.due = due;
    }

    void run(Mailer mailer) {
      int tried = 0;
      for (var letter : due) {
        outcomes.add(outcome(letter, mailer.send(letter)));
        tried++;
        if (isOver) {
          break;
        }
        if (noted.plus(GROUP).isBefore(clock.instant())) {
          note();
        }
      }
      note();
      giveBack(due.subList(tried, due.size()));
    }

    private Outcome outcome(OutboxTable.Waiting letter, Delivery delivery) {
      var now = clock.instant();
      return switch (delivery) {
        case Delivery.Delivered(var answer) -> {
          delivered++;
          LOG.info("letter to {}: {}", letter.address(), letter.letter().subject());
          yield new Outcome(letter, "sent", answer, now);
        }
        case Delivery.TryAgain(var reason) -> again(letter, reason, now);
        case Delivery.Refused(var reason) -> undeliverable(letter, reason, now);
        case Delivery.Unreachable(var reason) -> {
          isOver = true; // the others would only wait for the same
          yield again(letter, reason, now);
        }
        case Delivery.ShutOut(var reason) -> {
          isOver = true;
          pausedUntil = now.plus(PAUSE);
          LOG.error(
              "{}; no letters until {}: mend user and password in foreshock.yml",
              reason,
              pausedUntil);
          yield new Outcome(letter, "waiting", reason, pausedUntil);
        }
      };
    }

    private void note() {
      if (!outcomes.isEmpty()) {
        store.run(handle -> outcomes.forEach(outcome -> note(handle, outcome)));
        outcomes.clear();
      }
      noted = clock.instant();
    }

    private void note(Handle handle, Outcome outcome) {
      var letter = outcome.letter();
      new OutboxTable(handle).note(letter, outcome.state(), outcome.answer(), outcome.nextTry());
      if (outcome.state().equals(OutboxTable.UNDELIVERABLE)) {
        notices.undeliverable(handle, letter, outcome.answer());
      }
    }

    private void giveBack(List<OutboxTable.Waiting> untried) {
      if (!untried.isEmpty()) {
        store.run(handle -> new OutboxTable(handle).giveBack(untried));
      }
    }
  }

  private Outcome again(OutboxTable.Waiting letter, String reason, Instant now) {
    if (letter.made().plus(settings.giveUp()).isBefore(now)) {
      return undeliverable(letter, "given up: " + reason, now);
    }
    var next = now.plus(patience(letter));
    LOG.warn("letter to {} must wait until {}: {}", letter.address(), next, reason);
    return new Outcome(letter, "waiting", reason, next);
  }

  private static Outcome undeliverable(OutboxTable.Waiting letter, String reason, Instant now) {
    LOG.error("letter to {} is undeliverable: {}", letter.address(), reason);
    return new Outcome(letter, OutboxTable.UNDELIVERABLE, reason, now);
  }

  /// Doubles with each attempt; a part that differs from letter to letter keeps them from coming at
  /// once.
  private static Duration patience(OutboxTable.Waiting letter) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(letter.attempts(), 10));
    var bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    int percent = Math.floorMod(letter.messageId().hashCode(), 20);
    return bounded.plusMillis(bounded.toMillis() * percent / 100);
  }
}
