package io.foreshock.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Finds the numbers of a text, in digits and in words.
final class Numbers {
  private static final int UNIT_REACH = 2;
  private static final int THOUSAND = 1_000;
  private static final int MOST = 100_000_000;

  private final Lexicon.NumberWords language;

  Numbers(Lexicon.NumberWords language) {
    this.language = language;
  }

  /// The numbers of `words`, in order; years, percentages and sums of money are numbers too.
  List<Counted> in(List<Word> words) {
    var numbers = new ArrayList<Counted>();
    int i = 0;
    while (i < words.size()) {
      int end = runEnd(words, i);
      if (end > i) {
        long value = value(words.subList(i, end));
        if (value > 0 && value <= MOST) {
          numbers.add(counted(words, i, end, (int) value));
        }
        i = end;
      } else {
        i++;
      }
    }
    return numbers;
  }

  private int runEnd(List<Word> words, int start) {
    int i = start;
    while (i < words.size()
        && single(words.get(i)).isPresent()
        && (i == start || continues(words.get(i - 1), words.get(i)))) {
      i++;
    }
    return i;
  }

  /// Whether two number words are parts of one number: hundreds before tens before units, or a
  /// multiplier behind.
  private boolean continues(Word before, Word word) {
    int left = single(before).orElse(0);
    int right = single(word).orElse(0);
    boolean adjacent = word.at() - before.at() == 1;
    boolean multiplies = right >= THOUSAND && !word.isNumber() && left < right;
    boolean adds =
        !before.isNumber() && !word.isNumber() && left > right && left >= 20 && room(left, right);
    return adjacent && (multiplies || adds);
  }

  private static boolean room(int left, int right) {
    int unit = left % 1000 == 0 ? 1000 : left % 100 == 0 ? 100 : 10;
    return right < unit;
  }

  private long value(List<Word> run) {
    long total = 0;
    long part = 0;
    for (var word : run) {
      int value = single(word).orElse(0);
      if (value >= THOUSAND && !word.isNumber()) {
        total += Math.max(1, part) * value;
        part = 0;
      } else {
        part += value;
      }
    }
    return total + part;
  }

  private OptionalInt single(Word word) {
    if (word.isNumber()) {
      return digits(word.folded());
    }
    var exact = language.values().get(word.folded());
    if (exact != null) {
      return OptionalInt.of(exact);
    }
    for (var sense : word.senses()) {
      var value = language.values().get(sense.key());
      if (value != null) {
        return OptionalInt.of(value);
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt digits(String folded) {
    var plain = folded.replaceAll("[.,\\s\\u00A0\\u202F\\u2009](?=\\d{3}(\\D|$))", "");
    if (!plain.chars().allMatch(c -> c >= '0' && c <= '9') || plain.length() > 9) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(plain));
  }

  private Counted counted(List<Word> words, int start, int end, int value) {
    var first = words.get(start);
    return new Counted(
        value,
        qualifier(words, start),
        start,
        end - 1,
        first.at(),
        first.sentence(),
        mayCountPersons(words, end));
  }

  /// Whether the words behind a number do not say that it counts something else.
  private boolean mayCountPersons(List<Word> words, int end) {
    for (int i = end; i < Math.min(words.size(), end + UNIT_REACH); i++) {
      if (words.get(i).at() - words.get(end - 1).at() > UNIT_REACH) {
        return true;
      }
      if (isUnit(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnit(Word word) {
    return language.notPersons().contains(word.folded())
        || word.senses().stream().anyMatch(sense -> language.notPersons().contains(sense.key()));
  }

  private String qualifier(List<Word> words, int start) {
    if (precedes(words, start, language.atLeast())) {
      return "at-least";
    }
    return precedes(words, start, language.about()) ? "about" : "exact";
  }

  private static boolean precedes(List<Word> words, int start, List<List<String>> phrases) {
    for (var phrase : phrases) {
      int from = start - phrase.size();
      boolean fits = from >= 0 && words.get(from).sentence() == words.get(start).sentence();
      for (int i = 0; fits && i < phrase.size(); i++) {
        fits = words.get(from + i).folded().equals(phrase.get(i));
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }
}
