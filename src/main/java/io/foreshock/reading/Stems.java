package io.foreshock.reading;

import java.util.List;

/// A language's morphology: from a word as written to its base forms. One thread only.
interface Stems {
  /// All senses of a word.
  ///
  /// @param written as in the text
  /// @param folded lower-case, see [Folding]
  List<Sense> of(String written, String folded);
}
