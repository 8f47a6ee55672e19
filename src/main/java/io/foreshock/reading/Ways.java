package io.foreshock.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Numbers the ways in which the words of phrases are asked for, and tells which of them a word of
/// a text fits; so that a word is looked up once, and all else is comparing small numbers.
final class Ways {
  private static final int SHORTEST_PART = 2;

  private final Map<String, Integer> keys = new HashMap<>();
  private final Map<String, Integer> forms = new HashMap<>();
  private final Map<String, Integer> prefixes = new HashMap<>();
  private final Map<String, Integer> suffixes = new HashMap<>();
  private int size;

  /// The number of a way; a way that is new gets the next one, from 0.
  int number(Pattern.Way way) {
    return switch (way) {
      case Pattern.Way.Key(var key) -> number(keys, key);
      case Pattern.Way.Exact(var form) -> number(forms, form);
      case Pattern.Way.Prefix(var start) -> number(prefixes, start);
      case Pattern.Way.Suffix(var end) -> number(suffixes, end);
      case Pattern.Way.AnyNumber(), Pattern.Way.AnyName() ->
          throw new IllegalArgumentException("only the text around a word tells " + way);
    };
  }

  /// How many are numbered.
  int size() {
    return size;
  }

  private int number(Map<String, Integer> shelf, String text) {
    var known = shelf.putIfAbsent(text, size);
    return known == null ? size++ : known;
  }

  /// The ways that a word fits: as a form of a word, as this very form, by its beginning, by an
  /// end.
  Some of(Word word) {
    var found = new LinkedHashMap<Integer, Form>();
    for (var sense : word.senses()) {
      add(keys.get(sense.key()), sense.form(), found);
    }
    var folded = word.folded();
    add(forms.get(folded), Form.PLAIN, found);
    if (!prefixes.isEmpty()) {
      for (int i = SHORTEST_PART; i <= folded.length(); i++) {
        add(prefixes.get(folded.substring(0, i)), Form.PLAIN, found);
      }
    }
    if (!suffixes.isEmpty()) {
      word.senses().forEach(sense -> ends(sense.key(), found));
    }
    return new Some(found);
  }

  private void ends(String key, Map<Integer, Form> found) {
    for (int i = 0; i + SHORTEST_PART <= key.length(); i++) {
      add(suffixes.get(key.substring(i)), Form.PLAIN, found);
    }
  }

  /// Of two senses with one key the first that tells something counts.
  private static void add(@Nullable Integer way, Form form, Map<Integer, Form> found) {
    if (way != null) {
      found.merge(way, form, (first, second) -> first == Form.PLAIN ? second : first);
    }
  }

  /// A few ways, and what a word tells that fits them so.
  static final class Some {
    private final int[] numbers;
    private final Form[] forms;

    private Some(Map<Integer, Form> ways) {
      this.numbers = ways.keySet().stream().mapToInt(Integer::intValue).toArray();
      this.forms = ways.values().toArray(Form[]::new);
    }

    /// Ways that a phrase asks for.
    static Some asked(IntStream numbers) {
      var ways = new LinkedHashMap<Integer, Form>();
      numbers.forEach(each -> ways.put(each, Form.PLAIN));
      return new Some(ways);
    }

    int size() {
      return numbers.length;
    }

    IntStream stream() {
      return Arrays.stream(numbers);
    }

    /// Whether one of these is among those that are asked for.
    boolean meets(Some asked) {
      for (int number : numbers) {
        if (asked.has(number)) {
          return true;
        }
      }
      return false;
    }

    /// What the word tells by the first of these that is asked for and tells something.
    Form form(Some asked) {
      for (int i = 0; i < numbers.length; i++) {
        if (forms[i] != Form.PLAIN && asked.has(numbers[i])) {
          return forms[i];
        }
      }
      return Form.PLAIN;
    }

    private boolean has(int wanted) {
      for (int number : numbers) {
        if (number == wanted) {
          return true;
        }
      }
      return false;
    }
  }
}
