package io.foreshock.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the known word that somebody most likely meant.
public final class Nearest {
  private Nearest() {}

  /// The known word within two edits (Levenshtein) of `word`, or none.
  public static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(each -> edits(word, each) <= Math.min(2, Math.max(1, word.length() / 2)))
        .min(
            Comparator.<String>comparingInt(each -> edits(word, each))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// The next step to print for an unknown word: the nearest known one, else all of them.
  public static String advice(String word, Collection<String> known) {
    return to(word, known)
        .map(each -> "did you mean \"" + each + "\"?")
        .orElseGet(() -> "use one of " + String.join(", ", known.stream().sorted().toList()));
  }

  private static int edits(String from, String to) {
    var row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
