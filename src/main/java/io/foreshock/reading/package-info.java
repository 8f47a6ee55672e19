/// Language, words, names, numbers, dates and modality: what can be known of an item's text before
/// any rule is asked.
///
/// [ItemReader] is the face. Vocabulary stands in `rules/lexicon` and `rules/gazetteer`, one file a
/// language; this package holds the mechanisms that it drives.
@NullMarked
package io.foreshock.reading;

import org.jspecify.annotations.NullMarked;
