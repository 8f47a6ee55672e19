package io.foreshock.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds phrases that can never count, because a cancelling phrase covers every match of them.
///
/// It is sure where each word of the cancelling phrase takes whatever the phrase's word there
/// takes.
final class Cancelled {
  private final List<Phrase<Meaning>> cancels;

  /// By what their first word takes: a lexicon has thousands of phrases and hundreds that cancel.
  private final Map<Pattern.Way, List<Integer>> byFirstWord = new HashMap<>();

  private final List<Integer> byPrefix = new ArrayList<>();

  /// @param cancels the phrases that take others away, in the order of the file
  Cancelled(List<Phrase<Meaning>> cancels) {
    this.cancels = List.copyOf(cancels);
    for (int i = 0; i < cancels.size(); i++) {
      for (var way : cancels.get(i).words().getFirst().ways()) {
        byFirstWord.computeIfAbsent(way, _ -> new ArrayList<>()).add(i);
        if (way instanceof Pattern.Way.Prefix) {
          byPrefix.add(i);
        }
      }
    }
  }

  /// The first cancelling phrase that covers every match of this one, as the lexicon writes it.
  Optional<String> always(Phrase<?> phrase) {
    int first = cancels.size();
    for (var word : phrase.words()) {
      var way = word.ways().getFirst();
      first = Math.min(first, first(byFirstWord.get(way), phrase));
      if (way instanceof Pattern.Way.Exact) {
        first = Math.min(first, first(byPrefix, phrase));
      }
    }
    return first == cancels.size() ? Optional.empty() : Optional.of(cancels.get(first).source());
  }

  private int first(@org.jspecify.annotations.Nullable List<Integer> candidates, Phrase<?> phrase) {
    if (candidates != null) {
      for (var each : candidates) {
        if (covers(cancels.get(each).words(), phrase.words())) {
          return each;
        }
      }
    }
    return cancels.size();
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
