package io.foreshock.signal;

import io.foreshock.item.Item;
import java.time.Instant;

/// A signal as one item reports it: a line of the numbered log that the watch consumes.
///
/// @param number position in the log, from 1; numbers grow in the order of commit
/// @param item the item, in the edition that was read
/// @param signal what it says
public record Report(long number, Item item, Signal signal) {
  /// When it counts as said: the item's publication, bounded by when it was first seen.
  public Instant time() {
    return item.published();
  }
}
