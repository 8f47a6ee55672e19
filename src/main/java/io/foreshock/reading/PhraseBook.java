package io.foreshock.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Many phrases, found in one walk over a text. Immutable but for its memory; threads may share it.
///
/// Phrases are filed under their first word. Which of their words a word of a text may be, and
/// which phrases may begin there, is worked out once for each word of the language and remembered:
/// news repeats its words.
final class PhraseBook<T> {
  private static final int REMEMBERED = 30_000;

  private final List<Phrase<T>> all;
  private final Ways ways = new Ways();
  private final List<List<Filed<T>>> byFirst = new ArrayList<>();
  private final List<Filed<T>> byNumber = new ArrayList<>();
  private final List<Filed<T>> byName = new ArrayList<>();
  private final Map<String, Prospect<T>> memory = new ConcurrentHashMap<>();
  private final Prospect<T> nothing = new Prospect<>(Ways.Some.asked(IntStream.empty()), List.of());

  PhraseBook(Collection<Phrase<T>> phrases) {
    this.all = List.copyOf(phrases);
    for (var phrase : all) {
      file(new Filed<>(phrase, phrase.words().stream().map(this::step).toList()));
    }
  }

  /// One word of a phrase, its ways numbered.
  private record Step(
      Ways.Some ways, boolean anyNumber, boolean anyName, boolean optional, int gapBefore) {}

  /// A phrase and what each of its words asks for; itself, not its like, is looked for.
  private static final class Filed<T> {
    final Phrase<T> phrase;
    final List<Step> steps;

    Filed(Phrase<T> phrase, List<Step> steps) {
      this.phrase = phrase;
      this.steps = steps;
    }
  }

  /// What a word of a text is good for: the ways that it fits, the phrases that may begin with it.
  private record Prospect<T>(Ways.Some ways, List<Filed<T>> beginnings) {}

  private Step step(Pattern word) {
    return new Step(
        Ways.Some.asked(word.ways().stream().filter(way -> !isAny(way)).mapToInt(ways::number)),
        word.ways().contains(new Pattern.Way.AnyNumber()),
        word.ways().contains(new Pattern.Way.AnyName()),
        word.optional(),
        word.gapBefore());
  }

  private static boolean isAny(Pattern.Way way) {
    return way instanceof Pattern.Way.AnyNumber || way instanceof Pattern.Way.AnyName;
  }

  private void file(Filed<T> filed) {
    var first = filed.steps.getFirst();
    while (byFirst.size() < ways.size()) {
      byFirst.add(new ArrayList<>());
    }
    first.ways().stream().forEach(way -> byFirst.get(way).add(filed));
    if (first.anyNumber()) {
      byNumber.add(filed);
    }
    if (first.anyName()) {
      byName.add(filed);
    }
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
    var walk = new Walk<>(words, prospects(words), marks);
    for (int i = 0; i < words.size(); i++) {
      var beginnings = walk.prospects.get(i).beginnings();
      walk.all(beginnings, i);
      if (!byNumber.isEmpty() && marks.isNumber().test(i)) {
        walk.others(byNumber, beginnings, i);
      }
      if (!byName.isEmpty() && marks.isName().test(i)) {
        walk.others(byName, beginnings, i);
      }
    }
    return walk.found;
  }

  private List<Prospect<T>> prospects(List<Word> words) {
    var prospects = new ArrayList<Prospect<T>>(words.size());
    for (var word : words) {
      var known = memory.get(word.written());
      prospects.add(known == null ? remember(word) : known);
    }
    return prospects;
  }

  private Prospect<T> remember(Word word) {
    var fresh = prospect(ways.of(word));
    if (memory.size() >= REMEMBERED) {
      memory.clear();
    }
    memory.put(word.written(), fresh);
    return fresh;
  }

  private Prospect<T> prospect(Ways.Some fitting) {
    return fitting.size() == 0
        ? nothing
        : new Prospect<>(
            fitting,
            fitting.stream().boxed().flatMap(way -> byFirst.get(way).stream()).distinct().toList());
  }

  /// One way through a text.
  private static final class Walk<T> {
    private final List<Word> words;
    private final List<Prospect<T>> prospects;
    private final Marks marks;
    private final List<Found<T>> found = new ArrayList<>();

    Walk(List<Word> words, List<Prospect<T>> prospects, Marks marks) {
      this.words = words;
      this.prospects = prospects;
      this.marks = marks;
    }

    /// Adds those of the phrases that stand at the word.
    void all(List<Filed<T>> phrases, int first) {
      for (var filed : phrases) {
        match(filed, first);
      }
    }

    /// The same for those that were not tried there yet.
    void others(List<Filed<T>> phrases, List<Filed<T>> tried, int first) {
      for (var filed : phrases) {
        boolean mayBeTried = filed.steps.getFirst().ways().size() > 0;
        if (!mayBeTried || !tried.contains(filed)) {
          match(filed, first);
        }
      }
    }

    private void match(Filed<T> filed, int first) {
      int last = first;
      for (int i = 1; i < filed.steps.size(); i++) {
        int hit = next(filed.steps.get(i), last + 1);
        if (hit >= 0) {
          last = hit;
        } else if (!filed.steps.get(i).optional()) {
          return;
        }
      }
      found.add(new Found<>(filed.phrase, first, last, form(filed, first)));
    }

    /// What the first telling word of a phrase that stands here tells, of the senses through which
    /// it matched.
    private Form form(Filed<T> filed, int first) {
      int at = first;
      var form = prospects.get(at).ways().form(filed.steps.getFirst().ways());
      for (int i = 1; i < filed.steps.size() && form == Form.PLAIN; i++) {
        int hit = next(filed.steps.get(i), at + 1);
        if (hit >= 0) {
          at = hit;
          form = prospects.get(at).ways().form(filed.steps.get(i).ways());
        }
      }
      return form;
    }

    private int next(Step step, int from) {
      int end = Math.min(words.size() - 1, from + step.gapBefore());
      for (int i = from; i <= end; i++) {
        if (fits(step, i)) {
          return words.get(i).sentence() == words.get(from - 1).sentence() ? i : -1;
        }
      }
      return -1;
    }

    private boolean fits(Step step, int at) {
      return prospects.get(at).ways().meets(step.ways())
          || (step.anyNumber() && marks.isNumber().test(at))
          || (step.anyName() && marks.isName().test(at));
    }
  }
}
