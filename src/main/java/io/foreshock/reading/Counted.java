package io.foreshock.reading;

/// A number in the text.
///
/// @param value the whole number it stands for
/// @param qualifier `exact`, `at-least` or `about`
/// @param first index of its first word
/// @param last index of its last word
/// @param at position of its first word, see [Word]
/// @param sentence number of its sentence
/// @param tie what the word before it makes of it
/// @param ofPersons whether it may count people: nothing behind it says years, percent, euros
public record Counted(
    int value,
    String qualifier,
    int first,
    int last,
    int at,
    int sentence,
    Tie tie,
    boolean ofPersons) {

  /// How a number hangs together with what was said before it.
  public enum Tie {
    /// Not at all.
    NONE,
    /// It comes on top of the number before: "and 122 more".
    AND,
    /// It counts those of whom the item has spoken: "the four".
    SAME
  }

  /// The same and so many more.
  public Counted more(int others) {
    return new Counted(value + others, qualifier, first, last, at, sentence, tie, ofPersons);
  }

  /// The two as one number; it is as sure as the less sure of them.
  public Counted plus(Counted other) {
    return new Counted(
        value + other.value,
        qualifier.equals("exact") ? other.qualifier : qualifier,
        Math.min(first, other.first),
        Math.max(last, other.last),
        Math.min(at, other.at),
        sentence,
        tie,
        ofPersons && other.ofPersons);
  }
}
