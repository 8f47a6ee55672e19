package io.foreshock.mail;

import io.foreshock.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
  private static final int ROUND = 50;

  private final Store store;
  private final MailSettings settings;
  private final InstantSource clock;
  private Instant pausedUntil = Instant.MIN;

  /// Nothing is connected before the first letter.
  public Postman(Store store, MailSettings settings, InstantSource clock) {
    this.store = store;
    this.settings = settings;
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
    try (var mailer = new Mailer(settings)) {
      for (var due = claim(); !due.isEmpty(); due = claim()) {
        for (var letter : due) {
          delivered += note(letter, mailer.send(letter)) ? 1 : 0;
          if (clock.instant().isBefore(pausedUntil)) {
            return delivered;
          }
        }
      }
    }
    return delivered;
  }

  private List<OutboxTable.Waiting> claim() {
    return store.transaction(handle ->
        new OutboxTable(handle).claimDue(clock.instant(), LEASE, ROUND, store.isShared()));
  }

  private boolean note(OutboxTable.Waiting letter, Delivery delivery) {
    var now = clock.instant();
    return switch (delivery) {
      case Delivery.Delivered(var answer) -> {
        write(letter, "sent", answer, now);
        LOG.info("letter to {}: {}", letter.address(), letter.letter().subject());
        yield true;
      }
      case Delivery.TryAgain(var reason) -> again(letter, reason, now);
      case Delivery.Refused(var reason) -> undeliverable(letter, reason, now);
      case Delivery.ShutOut(var reason) -> {
        pausedUntil = now.plus(PAUSE);
        LOG.error(
            "{}; no letters until {}: mend user and password in foreshock.yml",
            reason,
            pausedUntil);
        write(letter, "waiting", reason, pausedUntil);
        yield false;
      }
    };
  }

  private boolean again(OutboxTable.Waiting letter, String reason, Instant now) {
    if (letter.made().plus(settings.giveUp()).isBefore(now)) {
      return undeliverable(letter, "given up: " + reason, now);
    }
    var next = now.plus(patience(letter));
    LOG.warn("letter to {} must wait until {}: {}", letter.address(), next, reason);
    write(letter, "waiting", reason, next);
    return false;
  }

  private boolean undeliverable(OutboxTable.Waiting letter, String reason, Instant now) {
    LOG.error("letter to {} is undeliverable: {}", letter.address(), reason);
    write(letter, "undeliverable", reason, now);
    return false;
  }

  /// Doubles with each attempt; a part that differs from letter to letter keeps them from coming at
  /// once.
  private static Duration patience(OutboxTable.Waiting letter) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(letter.attempts(), 10));
    var bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    int percent = Math.floorMod(letter.messageId().hashCode(), 20);
    return bounded.plusMillis(bounded.toMillis() * percent / 100);
  }

  private void write(OutboxTable.Waiting letter, String state, String answer, Instant next) {
    store.run(handle -> new OutboxTable(handle).note(letter, state, answer, next));
  }
}
