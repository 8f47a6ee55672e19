package io.foreshock.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the known word that somebody most likely meant.
public final class Nearest {
  private Nearest() {}

  /// The known word within two edits (optimal string alignment: two letters that changed places
  /// count once) of `word`, or none.
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
    var table = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, from, to, i, j);
      }
    }
    return table[from.length()][to.length()];
  }

  private static int cheapest(int[][] table, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int edits =
        Math.min(
            table[i - 1][j - 1] + (same ? 0 : 1), Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(edits, table[i - 2][j - 2] + 1) : edits;
  }
}
