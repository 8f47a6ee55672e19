package io.foreshock.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The time of the story; it stands still until it is moved. Threads may share it.
final class StoryClock implements InstantSource {
  private final AtomicReference<Instant> now;

  StoryClock(Instant beginning) {
    this.now = new AtomicReference<>(beginning);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  void moveTo(Instant time) {
    now.set(time);
  }
}
