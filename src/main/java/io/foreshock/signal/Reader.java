package io.foreshock.signal;

import io.foreshock.item.Item;

/// Reads an item. A pure function: the same item gives the same signals, and no input makes it
/// throw.
public interface Reader {
  /// What the item says.
  Read read(Item item);
}
