package io.foreshock.feed;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Month names and the other words of dates, in the languages in which feeds write them.
final class FeedDateWords {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "pl", "ru", "uk", "be", "lt", "lv", "et", "de", "fr", "es", "it", "pt", "el", "hu",
          "cs", "nl");
  private static final Map<String, Integer> MONTHS = months();
  private static final Pattern ASIAN =
      Pattern.compile("(\\d{4})[년年]\\s*(\\d{1,2})[월月]\\s*(\\d{1,2})[일日]\\s*(.*)");
  private static final Pattern HALVES =
      Pattern.compile("(.*?)\\s*(오전|오후|上午|下午)\\s*(\\d{1,2})(:\\d{2}(?::\\d{2})?)(.*)");
  private static final Pattern ENGLISH_HALVES =
      Pattern.compile("(?i)(.*?)(\\d{1,2})(:\\d{2}(?::\\d{2})?)\\s*([ap])\\.?m\\.?(.*)");
  private static final Pattern HUNGARIAN = Pattern.compile("(\\d{4})-(\\p{L}+)-(\\d{1,2})(T.*)?");

  private FeedDateWords() {}

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (var language : LANGUAGES) {
      for (var month : Month.values()) {
        for (var style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          var name = month.getDisplayName(style, Locale.of(language));
          months.putIfAbsent(folded(name), month.getValue());
        }
      }
    }
    months.put("sept", 9);
    months.putAll(
        Map.of(
            "ιαν", 1, "φεβ", 2, "μαρ", 3, "απρ", 4, "ιουν", 6, "ιουλ", 7, "αυγ", 8, "σεπ", 9, "οκτ",
            10, "νοε", 11));
    return months;
  }

  private static String folded(String name) {
    var plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD);
    return plain.replaceAll("\\p{M}+", "").replace(".", "").toLowerCase(Locale.ROOT);
  }

  /// The month of this name, or none.
  static OptionalInt month(String name) {
    var word = folded(name);
    var exact = MONTHS.get(word);
    if (exact == null && word.length() > 3) {
      exact = MONTHS.get(word.substring(0, 3));
    }
    return exact == null ? OptionalInt.empty() : OptionalInt.of(exact);
  }

  /// Whether a date has nothing that [#inEnglish] would change, as nearly all dates.
  static boolean isPlain(String text) {
    boolean hungarian = text.length() > 5 && text.charAt(4) == '-' && text.charAt(5) > '9';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half = i > 0 && (c == 'm' || c == 'M') && "aApP.".indexOf(text.charAt(i - 1)) >= 0;
      if (c > '~' || half) {
        return false;
      }
    }
    return !hungarian;
  }

  /// The same date with year, month and day in figures and a 24-hour clock.
  static String inEnglish(String text) {
    var asian = ASIAN.matcher(text);
    var figures =
        asian.matches()
            ? korean(
                "%s-%s-%s %s"
                    .formatted(asian.group(1), asian.group(2), asian.group(3), asian.group(4)),
                text)
            : text;
    var halves = HALVES.matcher(figures);
    if (halves.matches()) {
      boolean afternoon = halves.group(2).equals("오후") || halves.group(2).equals("下午");
      figures =
          halves.group(1)
              + " "
              + hour(halves.group(3), afternoon)
              + halves.group(4)
              + halves.group(5);
      figures = korean(figures, text);
    }
    var english = ENGLISH_HALVES.matcher(figures);
    if (english.matches()) {
      boolean afternoon = english.group(4).equalsIgnoreCase("p");
      figures =
          english.group(1)
              + hour(english.group(2), afternoon)
              + english.group(3)
              + english.group(5);
    }
    var hungarian = HUNGARIAN.matcher(figures);
    if (hungarian.matches() && month(hungarian.group(2)).isPresent()) {
      var time = hungarian.group(4) == null ? "" : hungarian.group(4);
      return "%s-%02d-%s%s"
          .formatted(
              hungarian.group(1), month(hungarian.group(2)).getAsInt(), hungarian.group(3), time);
    }
    return figures;
  }

  /// A time written in Korean without a zone is Korean time.
  private static String korean(String date, String text) {
    boolean timed = date.contains(":") && !date.contains("KST");
    boolean korean =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    return timed && korean ? date.strip() + " KST" : date.strip();
  }

  private static String hour(String hour, boolean afternoon) {
    int twelve = Integer.parseInt(hour) % 12;
    return String.valueOf(afternoon ? twelve + 12 : twelve);
  }
}
