package io.foreshock.app;

import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.signal.Read;
import io.foreshock.signal.Reader;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the stored items that nobody has read yet into the signal log.
///
/// Several nodes may do so at once: an edition belongs to the one that marks it as read.
final class ReadingRoom {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);
  private static final int BATCH = 200;

  private final Store store;
  private volatile Reader reader;
  private final InstantSource clock;

  ReadingRoom(Store store, Reader reader, InstantSource clock) {
    this.store = store;
    this.reader = reader;
    this.clock = clock;
  }

  /// Reads with another reader from the next item on.
  void use(Reader other) {
    reader = other;
  }

  /// Reads all that is unread; returns how many signals were logged.
  int readAll() {
    int signals = 0;
    while (true) {
      var unread = store.transaction(handle -> new ItemTable(handle).unread(BATCH));
      var read = unread.stream().map(this::read).toList();
      signals += store.transaction(handle -> log(handle, unread, read));
      if (unread.size() < BATCH) {
        return signals;
      }
    }
  }

  private Read read(Item item) {
    try {
      return reader.read(item);
    } catch (RuntimeException e) {
      LOG.error("item {} ({}) cannot be read and is passed over", item.id(), item.link(), e);
      return Read.NOTHING;
    }
  }

  private int log(Handle handle, List<Item> items, List<Read> read) {
    var table = new ItemTable(handle);
    var log = new SignalTable(handle);
    int signals = 0;
    if (!items.isEmpty()) {
      log.lockNumbers(); // first, or two nodes wait for each other's items
    }
    for (int i = 0; i < items.size(); i++) {
      if (table.markRead(items.get(i), clock.instant())) {
        signals += log.append(items.get(i), read.get(i));
      }
    }
    return signals;
  }
}
