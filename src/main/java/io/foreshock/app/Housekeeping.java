package io.foreshock.app;

import io.foreshock.item.ItemTable;
import io.foreshock.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets what nobody needs any more: old items that said nothing.
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final Store store;
  private final Duration keepItems;
  private final InstantSource clock;

  Housekeeping(Store store, Duration keepItems, InstantSource clock) {
    this.store = store;
    this.keepItems = keepItems;
    this.clock = clock;
  }

  void tidy() {
    var before = clock.instant().minus(keepItems);
    int forgotten = store.transaction(handle -> new ItemTable(handle).forgetSilentBefore(before));
    if (forgotten > 0) {
      LOG.info("forgot {} items published before {} that said nothing", forgotten, before);
    }
  }
}
