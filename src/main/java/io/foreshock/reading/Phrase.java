package io.foreshock.reading;

import java.util.List;

/// A phrase of a lexicon or gazetteer.
///
/// @param source as written in the file
/// @param words its words, at least one, the first neither optional nor with a gap
/// @param meaning what it stands for
/// @param <T> the kind of meaning
record Phrase<T>(String source, List<Pattern> words, T meaning) {
  Phrase {
    words = List.copyOf(words);
  }
}
