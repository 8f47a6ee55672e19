package io.foreshock.item;

/// Who says it.
///
/// @param name the publisher's domain or short name, e.g. `pap.pl`
/// @param family whose voice it is: publishers of one owner share it; the name where it has none
/// @param side where it stands
/// @param trusted whether its word alone is enough for an early sign
public record Publisher(String name, String family, Side side, boolean trusted) {
  /// Refuses a publisher without a name; an empty family becomes the name.
  public Publisher {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a publisher needs a name");
    }
    family = family.isBlank() ? name : family;
  }

  /// An independent publisher that stands alone.
  public static Publisher named(String name) {
    return new Publisher(name, "", Side.INDEPENDENT, false);
  }
}
