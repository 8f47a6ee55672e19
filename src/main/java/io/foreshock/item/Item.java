package io.foreshock.item;

import java.time.Instant;
import java.util.Optional;

/// One news item, in one edition.
///
/// @param id stable over its editions and unique in the store
/// @param publisher who published it
/// @param language ISO 639-1 code, where the feed or the item says it
/// @param published when it was published, never after `seen`
/// @param seen when Foreshock first saw it
/// @param link an absolute URL, or empty
/// @param title plain text, may be empty
/// @param summary plain text or HTML as the feed gave it, may be empty
/// @param edition 0 for the first wording, one more for each that differs
/// @param background whether it is known but must raise nothing: from a feed's first poll, or found
///   long after its publication
public record Item(
    String id,
    Publisher publisher,
    Optional<String> language,
    Instant published,
    Instant seen,
    String link,
    String title,
    String summary,
    int edition,
    boolean background) {

  /// Refuses an item without an id; bounds `published` by `seen`.
  public Item {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an item needs an id");
    }
    published = published.isAfter(seen) ? seen : published;
  }
}
