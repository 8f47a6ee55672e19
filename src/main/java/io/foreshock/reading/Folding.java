package io.foreshock.reading;

import java.text.Normalizer;
import java.util.Locale;

/// Makes spellings comparable that readers take for the same.
final class Folding {
  private Folding() {}

  /// Lower-case, composed, with one kind of apostrophe, ё as е, and without invisible characters.
  static String fold(String word) {
    var plain = isPlain(word) ? word : Normalizer.normalize(word, Normalizer.Form.NFC);
    var lower = plain.toLowerCase(Locale.ROOT);
    StringBuilder changed = null;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      char to = folded(c);
      if (to != c && changed == null) {
        changed = new StringBuilder(lower.length()).append(lower, 0, i);
      }
      if (changed != null && to != 0) {
        changed.append(to);
      }
    }
    return changed == null ? lower : changed.toString();
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /// 0 for a character that is left out.
  private static char folded(char c) {
    return switch (c) {
      case 'ё' -> 'е';
      case '’', 'ʼ', '‘', '`', '´' -> '\'';
      case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF' -> 0;
      case '\u0301' -> 0; // a stress mark
      default -> c;
    };
  }
}
