package io.foreshock.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Many phrases, found in one walk over a text. Immutable; threads may share it.
///
/// Phrases are filed under their first word, so that a word costs a few look-ups however many
/// phrases there are.
final class PhraseBook<T> {
  private static final int SHORTEST_PREFIX = 2;

  private final Map<String, List<Filed<T>>> byKey = new HashMap<>();
  private final Map<String, List<Filed<T>>> byForm = new HashMap<>();
  private final Map<String, List<Filed<T>>> byPrefix = new HashMap<>();
  private final Map<String, List<Filed<T>>> bySuffix = new HashMap<>();
  private final List<Filed<T>> byNumber = new ArrayList<>();
  private final List<Filed<T>> byName = new ArrayList<>();

  private final List<Phrase<T>> all;

  PhraseBook(Collection<Phrase<T>> phrases) {
    this.all = List.copyOf(phrases);
    for (int i = 0; i < all.size(); i++) {
      for (var way : all.get(i).words().getFirst().ways()) {
        shelf(way).add(new Filed<>(i, all.get(i)));
      }
    }
  }

  /// A phrase on a shelf; one phrase may stand on several.
  private record Filed<T>(int number, Phrase<T> phrase) {}

  private List<Filed<T>> shelf(Pattern.Way way) {
    return switch (way) {
      case Pattern.Way.Key(var key) -> byKey.computeIfAbsent(key, _ -> new ArrayList<>());
      case Pattern.Way.Exact(var form) -> byForm.computeIfAbsent(form, _ -> new ArrayList<>());
      case Pattern.Way.Prefix(var start) -> byPrefix.computeIfAbsent(start, _ -> new ArrayList<>());
      case Pattern.Way.Suffix(var end) -> bySuffix.computeIfAbsent(end, _ -> new ArrayList<>());
      case Pattern.Way.AnyNumber() -> byNumber;
      case Pattern.Way.AnyName() -> byName;
    };
  }

  /// All its phrases, in the order of the file.
  List<Phrase<T>> all() {
    return all;
  }

  /// A phrase found in a text.
  ///
  /// @param phrase which
  /// @param first index of its first word
  /// @param last index of its last word
  /// @param form what the first telling word of it tells
  record Found<T>(Phrase<T> phrase, int first, int last, Form form) {}

  /// What else may be asked about a word of the text, by its index.
  ///
  /// @param isNumber whether a number stands there, in digits or words
  /// @param isName whether a name stands there
  record Marks(IntPredicate isNumber, IntPredicate isName) {
    static final Marks NONE = new Marks(_ -> false, _ -> false);
  }

  /// All phrases in `words`, in the order of their first words.
  List<Found<T>> in(List<Word> words, Marks marks) {
    var found = new ArrayList<Found<T>>();
    var taken = new Taken<T>();
    for (var word : words) {
      candidates(word, marks, taken);
      for (var filed : taken.phrases) {
        match(filed.phrase(), words, word.index(), marks, found);
      }
      taken.clear();
    }
    return found;
  }

  /// The phrases that may begin at a word, each once.
  private static final class Taken<T> {
    private final List<Filed<T>> phrases = new ArrayList<>();
    private final BitSet seen = new BitSet();

    void add(List<Filed<T>> shelf) {
      for (var filed : shelf) {
        if (!seen.get(filed.number())) {
          seen.set(filed.number());
          phrases.add(filed);
        }
      }
    }

    void clear() {
      phrases.forEach(filed -> seen.clear(filed.number()));
      phrases.clear();
    }
  }

  private void candidates(Word word, Marks marks, Taken<T> taken) {
    for (var sense : word.senses()) {
      taken.add(byKey.getOrDefault(sense.key(), List.of()));
    }
    taken.add(byForm.getOrDefault(word.folded(), List.of()));
    if (!byPrefix.isEmpty()) {
      for (int i = SHORTEST_PREFIX; i <= word.folded().length(); i++) {
        taken.add(byPrefix.getOrDefault(word.folded().substring(0, i), List.of()));
      }
    }
    if (!bySuffix.isEmpty()) {
      word.senses().forEach(sense -> compounds(sense.key(), taken));
    }
    if (marks.isNumber().test(word.index())) {
      taken.add(byNumber);
    }
    if (marks.isName().test(word.index())) {
      taken.add(byName);
    }
  }

  private void compounds(String key, Taken<T> taken) {
    for (int i = 0; i + SHORTEST_PREFIX <= key.length(); i++) {
      taken.add(bySuffix.getOrDefault(key.substring(i), List.of()));
    }
  }

  private void match(
      Phrase<T> phrase, List<Word> words, int first, Marks marks, List<Found<T>> found) {
    int at = first;
    int last = first;
    var form = Form.PLAIN;
    for (int i = 0; i < phrase.words().size(); i++) {
      var wanted = phrase.words().get(i);
      int hit = i == 0 ? first : next(wanted, words, at, marks);
      if (hit < 0) {
        if (wanted.optional()) {
          continue;
        }
        return;
      }
      if (form == Form.PLAIN) {
        form = form(wanted, words.get(hit));
      }
      last = hit;
      at = hit + 1;
    }
    found.add(new Found<>(phrase, first, last, form));
  }

  private int next(Pattern wanted, List<Word> words, int from, Marks marks) {
    for (int i = from; i <= from + wanted.gapBefore() && i < words.size(); i++) {
      if (words.get(i).sentence() != words.get(from - 1).sentence()) {
        return -1;
      }
      if (fits(wanted, words.get(i), marks)) {
        return i;
      }
    }
    return -1;
  }

  private boolean fits(Pattern wanted, Word word, Marks marks) {
    for (var way : wanted.ways()) {
      boolean fits =
          switch (way) {
            case Pattern.Way.Key(var key) -> hasKey(word, key);
            case Pattern.Way.Exact(var form) -> word.folded().equals(form);
            case Pattern.Way.Prefix(var start) -> word.folded().startsWith(start);
            case Pattern.Way.Suffix(var end) -> hasEnd(word, end);
            case Pattern.Way.AnyNumber() -> marks.isNumber().test(word.index());
            case Pattern.Way.AnyName() -> marks.isName().test(word.index());
          };
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasKey(Word word, String key) {
    for (var sense : word.senses()) {
      if (sense.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEnd(Word word, String end) {
    for (var sense : word.senses()) {
      if (sense.key().endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  /// What the word's form tells, of the senses through which it matched.
  private static Form form(Pattern wanted, Word word) {
    for (var sense : word.senses()) {
      if (sense.form() != Form.PLAIN && wanted.ways().contains(new Pattern.Way.Key(sense.key()))) {
        return sense.form();
      }
    }
    return Form.PLAIN;
  }
}
