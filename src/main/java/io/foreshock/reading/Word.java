package io.foreshock.reading;

import java.util.List;

/// A word of an item's text.
///
/// @param index position among the item's words, from 0
/// @param at position with the weight of punctuation: words of one clause are 1 apart, a comma adds
///   to it, the end of a sentence more than any phrase can bridge
/// @param sentence number of its sentence, the title's first is 0
/// @param start offset in the item's text
/// @param end offset behind it
/// @param written as in the text
/// @param folded see [Folding]
/// @param senses how it can be understood
public record Word(
    int index,
    int at,
    int sentence,
    int start,
    int end,
    String written,
    String folded,
    List<Sense> senses) {

  boolean isCapital() {
    return Character.isUpperCase(written.codePointAt(0));
  }

  boolean isNumber() {
    return Character.isDigit(written.charAt(0));
  }
}
