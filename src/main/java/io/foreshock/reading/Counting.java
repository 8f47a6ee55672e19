package io.foreshock.reading;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import io.foreshock.source.Entry;
import io.foreshock.source.Problem;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How a language counts and names days: what CLDR knows, and what its lexicon adds.
final class Counting {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int SPELLED_OUT = 999;

  /// Whose parts some languages write as one word.
  private static final int COMPOUND = 21;

  private final Language language;
  private final Senses senses;
  private final List<Problem> problems;

  Counting(Language language, Senses senses, List<Problem> problems) {
    this.language = language;
    this.senses = senses;
    this.problems = problems;
  }

  /// What the lexicon's `numbers:` say beside CLDR's number words.
  ///
  /// @param entry the section
  /// @param and words that join to a list
  Lexicon.NumberWords numbers(Optional<Entry> entry, Set<String> and) {
    var values = spelledOut();
    entry
        .flatMap(numbers -> numbers.get("words"))
        .ifPresent(words -> words.map().forEach((word, value) -> number(values, word, value)));
    var groups = new HashMap<String, Integer>();
    entry
        .flatMap(numbers -> numbers.get("groups"))
        .ifPresent(words -> words.map().forEach((word, value) -> group(groups, word, value)));
    values.putAll(groups);
    return new Lexicon.NumberWords(
        values,
        groups.keySet(),
        lists(entry.flatMap(numbers -> numbers.get("vague"))),
        lists(entry.flatMap(numbers -> numbers.get("at-least"))),
        lists(entry.flatMap(numbers -> numbers.get("about"))),
        keys(entry.flatMap(numbers -> numbers.get("not-persons"))),
        and,
        senses.folded(LexiconFile.texts(entry.flatMap(numbers -> numbers.get("same")))));
  }

  private void number(Map<String, Integer> values, String word, Entry value) {
    try {
      values.put(senses.folded(word), Integer.valueOf(value.text()));
    } catch (NumberFormatException _) {
      problems.add(
          value.problem("\"" + value.text() + "\" is not a whole number", "write digits only"));
    }
  }

  private void group(Map<String, Integer> groups, String word, Entry value) {
    number(groups, word, value);
    Optional.ofNullable(groups.get(senses.folded(word)))
        .ifPresent(many -> senses.of(word).forEach(sense -> groups.putIfAbsent(sense.key(), many)));
  }

  /// CLDR's number words that are one word, by form and by key.
  private Map<String, Integer> spelledOut() {
    var values = new HashMap<String, Integer>();
    var format =
        new RuleBasedNumberFormat(new ULocale(language.code()), RuleBasedNumberFormat.SPELLOUT);
    var sets =
        Arrays.stream(format.getRuleSetNames())
            .filter(set -> set.contains("cardinal") || set.endsWith("numbering"))
            .toList();
    for (var set : sets) {
      boolean compounds = words(format.format(COMPOUND, set)).length == 1; // einundzwanzig
      for (int n = 2; n <= SPELLED_OUT; n++) {
        if (compounds || n <= 20 || n % 10 == 0) {
          single(values, format.format(n, set), n);
        }
      }
      single(values, format.format(1000, set), 1000);
      single(values, format.format(1_000_000, set), 1_000_000);
    }
    return values;
  }

  private static String[] words(String spelled) {
    return spelled.replace("\u00AD", "").split("[\\s-]+", -1);
  }

  private void single(Map<String, Integer> values, String spelled, int n) {
    var words = words(spelled);
    var last = n >= 1000 ? words[words.length - 1] : words[0];
    if (words.length == 1 || n >= 1000) {
      values.putIfAbsent(senses.folded(last), n);
      senses.of(last).forEach(sense -> values.putIfAbsent(sense.key(), n));
    }
  }

  /// What the lexicon says beside the months of the platform's locale.
  ///
  /// @param root the whole file
  Lexicon.Calendar calendar(Optional<Entry> root) {
    var months = new HashMap<String, Integer>();
    for (var month : Month.values()) {
      for (var style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
        var name = month.getDisplayName(style, Locale.of(language.code()));
        months.put(senses.folded(name), month.getValue());
      }
    }
    root.flatMap(entry -> entry.get("months"))
        .ifPresent(list -> {
          for (int i = 0; i < list.list().size(); i++) {
            for (var name : list.list().get(i).texts()) {
              months.put(senses.folded(name), i + 1);
            }
          }
        });
    var days = new HashMap<String, Integer>();
    root.flatMap(entry -> entry.get("days"))
        .ifPresent(entry -> entry.map().forEach((word, value) -> number(days, word, value)));
    return new Lexicon.Calendar(
        months,
        days,
        senses.folded(LexiconFile.texts(root.flatMap(entry -> entry.get("in-month")))),
        senses.folded(LexiconFile.texts(root.flatMap(entry -> entry.get("of-year")))));
  }

  private List<List<String>> lists(Optional<Entry> entry) {
    return LexiconFile.texts(entry).stream()
        .map(text -> SPACE.splitAsStream(text).map(senses::folded).toList())
        .toList();
  }

  private Set<String> keys(Optional<Entry> entry) {
    var keys = new HashSet<String>();
    for (var text : LexiconFile.texts(entry)) {
      keys.add(senses.folded(text));
      senses.of(text).forEach(sense -> keys.add(sense.key()));
    }
    return keys;
  }
}
