package io.foreshock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.mail.Outbox;
import io.foreshock.mail.OutboxTable;
import io.foreshock.mail.Postman;
import io.foreshock.mail.Samples;
import io.foreshock.store.Store;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
  private static final Duration KEEP = Duration.ofDays(120);

  private final TestDesk desk = new TestDesk();
  private final Store store = Store.open("jdbc:sqlite::memory:");
  private final Housekeeping housekeeping = new Housekeeping(store, KEEP, KEEP, desk.clock);

  @AfterEach
  void close() {
    store.close();
    desk.close();
  }

  private Outbox outbox() {
    return new Outbox(
        List.of(TestDesk.reader("anna@desk.example")), Samples.settings(desk.port()), desk.clock);
  }

  private int enclosures() {
    return store.transaction(
        handle -> handle.createQuery("SELECT COUNT(*) FROM enclosure").mapTo(Integer.class).one());
  }

  private void write() {
    store.run(handle -> outbox().take(handle, Samples.exchange()));
  }

  private void deliver() {
    new Postman(store, Samples.settings(desk.port()), List.of(), desk.clock).deliver();
  }

  @Test
  void what_a_letter_said_is_forgotten_in_time_and_that_it_was_written_is_not() {
    write();
    deliver();
    assertThat(enclosures()).as("picture and CAP").isEqualTo(2);
    desk.clock.pass(KEEP.minusHours(1));
    assertThat(housekeeping.tidy().letters()).isZero();

    desk.clock.pass(Duration.ofHours(2));
    assertThat(housekeeping.tidy().letters()).isOne();
    assertThat(housekeeping.tidy().letters()).as("once").isZero();

    assertThat(enclosures()).isZero();
    write();
    deliver();
    assertThat(desk.letters()).as("the same alert is not told again").hasSize(1);
    assertThat(forgotten()).isOne();
  }

  @Test
  void a_letter_that_waits_keeps_its_text() {
    write();
    desk.clock.pass(KEEP.plusDays(1));

    assertThat(housekeeping.tidy().letters()).isZero();
    assertThat(forgotten()).isZero();
  }

  private int forgotten() {
    return store.transaction(handle -> new OutboxTable(handle).countForgotten());
  }
}
