package io.foreshock.reading;

import java.util.Comparator;
import java.util.List;

/// Cuts the longest known ending that leaves at least three letters: for languages without an
/// analyzer, and for words that a dictionary does not have.
final class LightStems implements Stems {
  private static final int SHORTEST_STEM = 3;

  private final List<String> endings;

  LightStems(List<String> endings) {
    this.endings =
        endings.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  @Override
  public List<Sense> of(String written, String folded) {
    return List.of(Sense.plain(cut(folded)));
  }

  String cut(String folded) {
    for (var ending : endings) {
      if (folded.length() - ending.length() >= SHORTEST_STEM && folded.endsWith(ending)) {
        return folded.substring(0, folded.length() - ending.length());
      }
    }
    return folded;
  }
}
