package io.foreshock.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A language's morphology with a memory: news repeats its words. Threads may share it.
final class Senses {
  private static final int REMEMBERED = 60_000;
  private static final int LONGEST_WORD = 60;

  private final Stems stems;
  private final UnaryOperator<String> spelling;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Senses(Language language) {
    this.stems = Morphology.of(language);
    this.spelling = Morphology.spelling(language);
  }

  /// What is known of a word as written.
  ///
  /// @param written the word, one copy of it
  /// @param folded how it is compared
  /// @param senses how it can be understood
  record Known(String written, String folded, List<Sense> senses) {}

  /// How a word is compared, see [Folding].
  String folded(String written) {
    return spelling.apply(Folding.fold(written));
  }

  /// How words are compared.
  Set<String> folded(Collection<String> written) {
    return written.stream().map(this::folded).collect(Collectors.toUnmodifiableSet());
  }

  /// The senses of a word as written; a word longer than any real one stands for itself.
  List<Sense> of(String written) {
    return known(written).senses();
  }

  /// The word's folded form and its senses.
  Known known(String written) {
    var remembered = known.get(written);
    if (remembered != null) {
      return remembered;
    }
    var folded = folded(written);
    var fresh = new Known(written, folded, look(written, folded));
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(written, fresh);
    return fresh;
  }

  private List<Sense> look(String written, String folded) {
    if (folded.isEmpty()
        || folded.length() > LONGEST_WORD
        || !Character.isLetter(folded.charAt(0))) {
      return List.of(Sense.plain(folded));
    }
    synchronized (stems) {
      return List.copyOf(stems.of(written, folded));
    }
  }
}
