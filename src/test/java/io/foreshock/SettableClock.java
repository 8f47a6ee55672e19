package io.foreshock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is moved. Threads may share it.
public final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public SettableClock(String instant) {
    this.now = new AtomicReference<>(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }
}
