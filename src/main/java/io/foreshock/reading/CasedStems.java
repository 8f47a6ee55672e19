package io.foreshock.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells the case of a noun by its ending, for languages whose stems do not.
///
/// Only endings that tell are listed; the longest one decides.
final class CasedStems implements Stems {
  private final Stems stems;
  private final List<Map.Entry<String, Set<Case>>> endings;

  CasedStems(Stems stems, Map<String, Set<Case>> endings) {
    this.stems = stems;
    this.endings =
        endings.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, Set<Case>>>comparingInt(
                        each -> each.getKey().length())
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .toList();
  }

  @Override
  public List<Sense> of(String written, String folded) {
    var cases = cases(folded);
    return stems.of(written, folded).stream().map(sense -> sense.in(cases)).toList();
  }

  private Set<Case> cases(String folded) {
    return endings.stream()
        .filter(each -> folded.endsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Set.of());
  }
}
