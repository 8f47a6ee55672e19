package io.foreshock.reading;

import java.util.List;
import java.util.Set;

/// Takes the English `'s` off a word, and tells by it that something is the word's.
final class PossessiveStems implements Stems {
  private static final String ENDING = "'s";

  private final Stems stems;

  PossessiveStems(Stems stems) {
    this.stems = stems;
  }

  @Override
  public List<Sense> of(String written, String folded) {
    if (!folded.endsWith(ENDING) || written.length() != folded.length()) {
      return stems.of(written, folded);
    }
    int end = folded.length() - ENDING.length();
    return stems.of(written.substring(0, end), folded.substring(0, end)).stream()
        .map(sense -> sense.in(Set.of(Case.GENITIVE)))
        .toList();
  }
}
