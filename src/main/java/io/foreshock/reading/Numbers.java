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
        boolean vague = end == i + 1 && isVague(words, i);
        if (value > 0 && value <= MOST && !vague) {
          numbers.add(counted(words, i, end, (int) value));
        }
        i = end;
      } else {
        i++;
      }
    }
    return numbers;
  }

  /// "Dozens" count nothing, "about a dozen" does.
  private boolean isVague(List<Word> words, int i) {
    return follows(words, i, language.vague()) && qualifier(words, i).equals("exact");
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
  /// thousand or a dozen behind.
  private boolean continues(Word before, Word word) {
    int left = single(before).orElse(0);
    int right = single(word).orElse(0);
    boolean adjacent = word.at() - before.at() == 1;
    boolean multiplies = isMultiplier(word, right) && left < right;
    boolean adds =
        !before.isNumber() && !word.isNumber() && left > right && left >= 20 && room(left, right);
    return adjacent && (multiplies || adds);
  }

  private boolean isMultiplier(Word word, int value) {
    return !word.isNumber() && (value >= THOUSAND || isGroup(word));
  }

  private boolean isGroup(Word word) {
    return language.groups().contains(word.folded())
        || word.senses().stream().anyMatch(sense -> language.groups().contains(sense.key()));
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
      } else if (!word.isNumber() && isGroup(word)) {
        part = Math.max(1, part) * value;
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
        tie(words, start),
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
    if (before(words, start, language.atLeast()) > 0) {
      return "at-least";
    }
    return before(words, start, language.about()) > 0 ? "about" : "exact";
  }

  private Counted.Tie tie(List<Word> words, int start) {
    int qualified =
        Math.max(before(words, start, language.atLeast()), before(words, start, language.about()));
    int word = start - qualified - 1;
    if (word < 0 || words.get(word).sentence() != words.get(start).sentence()) {
      return Counted.Tie.NONE;
    }
    var folded = words.get(word).folded();
    if (language.and().contains(folded)) {
      return Counted.Tie.AND;
    }
    return language.same().contains(folded) ? Counted.Tie.SAME : Counted.Tie.NONE;
  }

  /// How many words the phrase has that stands before a number; 0 where none of these does.
  private static int before(List<Word> words, int start, List<List<String>> phrases) {
    return phrases.stream()
        .filter(phrase -> stands(words, start - phrase.size(), phrase))
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /// Whether a phrase ends with this word.
  private static boolean follows(List<Word> words, int last, List<List<String>> phrases) {
    return phrases.stream().anyMatch(phrase -> stands(words, last + 1 - phrase.size(), phrase));
  }

  private static boolean stands(List<Word> words, int from, List<String> phrase) {
    boolean fits =
        from >= 0
            && from + phrase.size() <= words.size()
            && words.get(from).sentence() == words.get(from + phrase.size() - 1).sentence();
    for (int i = 0; fits && i < phrase.size(); i++) {
      fits = words.get(from + i).folded().equals(phrase.get(i));
    }
    return fits;
  }
}
