package io.foreshock.reading;

import java.util.List;

/// One word of a phrase: what a word of a text must be to match it.
///
/// @param ways alternatives, one of which is enough
/// @param optional whether the word may be missing
/// @param gapBefore how many words of the text may stand between it and the word before
record Pattern(List<Way> ways, boolean optional, int gapBefore) {
  /// How far `..` in a phrase reaches, in words.
  static final int GAP = 4;

  /// How far `...` reaches, in words: to the particle at the end of a German clause.
  static final int WIDE_GAP = 12;

  /// One alternative.
  sealed interface Way {
    /// Any form of the word with this key.
    record Key(String key) implements Way {}

    /// This very form.
    record Exact(String folded) implements Way {}

    /// Any word that begins so.
    record Prefix(String folded) implements Way {}

    /// Any word whose base form ends so: compounds.
    record Suffix(String key) implements Way {}

    /// A number, in digits or words.
    record AnyNumber() implements Way {}

    /// The name of a country, a bloc or of something that stands for one.
    record AnyName() implements Way {}
  }
}
