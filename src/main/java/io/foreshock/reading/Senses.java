package io.foreshock.reading;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A language's morphology with a memory: news repeats its words. Threads may share it.
final class Senses {
  private static final int REMEMBERED = 60_000;
  private static final int LONGEST_WORD = 60;

  private final Stems stems;
  private final Map<String, List<Sense>> known = new ConcurrentHashMap<>();

  Senses(Stems stems) {
    this.stems = stems;
  }

  /// The senses of a word as written; a word longer than any real one stands for itself.
  List<Sense> of(String written) {
    var remembered = known.get(written);
    if (remembered != null) {
      return remembered;
    }
    var senses = look(written);
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(written, senses);
    return senses;
  }

  private List<Sense> look(String written) {
    var folded = Folding.fold(written);
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
