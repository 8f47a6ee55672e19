package io.foreshock.reading;

import java.util.List;
import java.util.Optional;

/// Finds phrases that can never count, because a cancelling phrase covers every match of them.
///
/// It is sure where each word of the cancelling phrase takes whatever the phrase's word there
/// takes.
final class Cancelled {
  private Cancelled() {}

  /// The cancelling phrase, as the lexicon writes it.
  static Optional<String> isAlways(Phrase<?> phrase, Lexicon lexicon) {
    return lexicon.cancels().stream()
        .filter(cancel -> covers(cancel.words(), phrase.words()))
        .map(Phrase::source)
        .findFirst();
  }

  /// Whether the phrase's first or last words are always the cancelling phrase.
  private static boolean covers(List<Pattern> cancel, List<Pattern> phrase) {
    int size = cancel.size();
    return size <= phrase.size()
        && (all(cancel, phrase.subList(0, size))
            || all(cancel, phrase.subList(phrase.size() - size, phrase.size())));
  }

  private static boolean all(List<Pattern> cancel, List<Pattern> part) {
    for (int i = 0; i < cancel.size(); i++) {
      if (!takes(cancel.get(i), part.get(i))
          || part.get(i).optional()
          || (i > 0 && part.get(i).gapBefore() > cancel.get(i).gapBefore())) {
        return false;
      }
    }
    return true;
  }

  private static boolean takes(Pattern wide, Pattern narrow) {
    return narrow.ways().stream()
        .allMatch(way -> wide.ways().stream().anyMatch(each -> takes(each, way)));
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
