package io.foreshock.reading;

import java.util.Comparator;
import java.util.List;

/// Cuts the longest known ending that leaves at least three letters: for languages without an
/// analyzer, and for words that a dictionary does not have.
///
/// An ending `к|ія` is cut only behind that letter: adjectives lose it, names of countries do not.
final class LightStems implements Stems {
  private static final int SHORTEST_STEM = 3;

  private final List<Ending> endings;

  LightStems(List<String> endings) {
    this.endings =
        endings.stream()
            .map(Ending::of)
            .sorted(Comparator.comparingInt((Ending each) -> each.cut().length()).reversed())
            .toList();
  }

  /// @param behind what must stand before it, may be empty
  /// @param cut what is cut
  private record Ending(String behind, String cut) {
    static Ending of(String written) {
      int bar = written.indexOf('|');
      return new Ending(written.substring(0, Math.max(0, bar)), written.substring(bar + 1));
    }

    boolean ends(String word) {
      int left = word.length() - cut.length();
      return left >= SHORTEST_STEM
          && word.endsWith(cut)
          && word.startsWith(behind, left - behind.length());
    }
  }

  @Override
  public List<Sense> of(String written, String folded) {
    return List.of(Sense.plain(cut(folded)));
  }

  String cut(String folded) {
    for (var ending : endings) {
      if (ending.ends(folded)) {
        return folded.substring(0, folded.length() - ending.cut().length());
      }
    }
    return folded;
  }
}
