package io.foreshock.reading;

import java.util.List;
import java.util.Optional;

/// Finds phrases that can never count, because a cancelling phrase covers every match of them.
///
/// It is sure where each word of the cancelling phrase takes whatever the phrase's word there
/// takes. Each phrase of a lexicon is held against each cancelling one: loops, not streams.
final class Cancelled {
  private final List<? extends Phrase<?>> cancels;

  /// By these cancelling phrases.
  Cancelled(List<? extends Phrase<?>> cancels) {
    this.cancels = List.copyOf(cancels);
  }

  /// The phrase that always cancels this one, as the lexicon writes it.
  Optional<String> by(Phrase<?> phrase) {
    for (var cancel : cancels) {
      if (covers(cancel.words(), phrase.words())) {
        return Optional.of(cancel.source());
      }
    }
    return Optional.empty();
  }

  /// Whether the phrase's first or last words are always the cancelling phrase.
  private static boolean covers(List<Pattern> cancel, List<Pattern> phrase) {
    int room = phrase.size() - cancel.size();
    return room >= 0
        && (coversFrom(0, cancel, phrase) || (room > 0 && coversFrom(room, cancel, phrase)));
  }

  private static boolean coversFrom(int from, List<Pattern> cancel, List<Pattern> phrase) {
    for (int i = 0; i < cancel.size(); i++) {
      var part = phrase.get(from + i);
      if (part.optional()
          || (i > 0 && part.gapBefore() > cancel.get(i).gapBefore())
          || !takes(cancel.get(i), part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean takes(Pattern wide, Pattern narrow) {
    for (var way : narrow.ways()) {
      if (!takes(wide, way)) {
        return false;
      }
    }
    return true;
  }

  private static boolean takes(Pattern wide, Pattern.Way narrow) {
    for (var way : wide.ways()) {
      if (takes(way, narrow)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takes(Pattern.Way wide, Pattern.Way narrow) {
    if (wide.equals(narrow)) {
      return true;
    }
    return wide instanceof Pattern.Way.Prefix(var start)
        && narrow instanceof Pattern.Way.Exact(var form)
        && form.startsWith(start);
  }
}
