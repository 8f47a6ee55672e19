package io.foreshock.reading;

import java.util.Map;
import java.util.Set;

/// Brings the spellings of Belarusian together: the official one, Taraškievica, and Łacinka (the
/// Latin script).
///
/// ў and у are one letter in two places, the soft sign before a consonant is Taraškievica's;
/// neither tells words apart that matter here.
final class BelarusianSpelling {
  private static final Map<Character, String> LATIN =
      Map.ofEntries(
          Map.entry('a', "а"),
          Map.entry('b', "б"),
          Map.entry('c', "ц"),
          Map.entry('ć', "ць"),
          Map.entry('č', "ч"),
          Map.entry('d', "д"),
          Map.entry('e', "э"),
          Map.entry('f', "ф"),
          Map.entry('g', "г"),
          Map.entry('h', "г"),
          Map.entry('i', "і"),
          Map.entry('j', "й"),
          Map.entry('k', "к"),
          Map.entry('ł', "л"),
          Map.entry('l', "ль"),
          Map.entry('m', "м"),
          Map.entry('n', "н"),
          Map.entry('ń', "нь"),
          Map.entry('o', "о"),
          Map.entry('p', "п"),
          Map.entry('r', "р"),
          Map.entry('s', "с"),
          Map.entry('ś', "сь"),
          Map.entry('š', "ш"),
          Map.entry('t', "т"),
          Map.entry('u', "у"),
          Map.entry('ŭ', "ў"),
          Map.entry('v', "в"),
          Map.entry('w', "в"),
          Map.entry('y', "ы"),
          Map.entry('z', "з"),
          Map.entry('ź', "зь"),
          Map.entry('ž', "ж"));
  private static final Map<Character, Character> IOTATED =
      Map.of('a', 'я', 'e', 'е', 'o', 'е', 'u', 'ю');
  private static final String CONSONANTS = "бвгджзйклмнпрстфхцчш";
  private static final Set<Character> SOFTENING = Set.of('j', 'i', 'l');

  private BelarusianSpelling() {}

  /// @param folded lower-case, see [Folding]
  static String fold(String folded) {
    return withoutMarks(isLatin(folded) ? cyrillic(folded) : folded);
  }

  private static boolean isLatin(String word) {
    return word.chars().anyMatch(c -> Character.isLetter(c) && c < 0x0250);
  }

  private static String withoutMarks(String word) {
    var plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean soft =
          c == 'ь' && i + 1 < word.length() && CONSONANTS.indexOf(word.charAt(i + 1)) >= 0;
      if (!soft) {
        plain.append(c == 'ў' ? 'у' : c);
      }
    }
    return plain.toString();
  }

  private static String cyrillic(String latin) {
    var text = new StringBuilder(latin.length() + 2);
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      char next = i + 1 < latin.length() ? latin.charAt(i + 1) : 0;
      if (c == 'c' && next == 'h') {
        text.append('х');
        i++;
      } else if (SOFTENING.contains(c) && isIotated(latin, i)) {
        text.append(c == 'l' ? "л" : "").append(IOTATED.get(next));
        i++;
      } else {
        text.append(letter(c, next));
      }
    }
    return text.toString();
  }

  /// `ja` is я; so is `ia` behind a consonant; `la` is ля.
  private static boolean isIotated(String latin, int i) {
    char next = i + 1 < latin.length() ? latin.charAt(i + 1) : 0;
    boolean behindConsonant = i > 0 && "aeiouy".indexOf(latin.charAt(i - 1)) < 0;
    return IOTATED.containsKey(next) && (latin.charAt(i) != 'i' || behindConsonant);
  }

  private static String letter(char c, char next) {
    if (c == 'l' && next == 'i') {
      return "л";
    }
    return LATIN.getOrDefault(c, String.valueOf(c));
  }
}
