package io.foreshock.reading;

import org.kie.api.definition.type.ClassReactive;

/// A concept that the text names: a phrase of the lexicon was found.
///
/// @param concept e.g. `free`, `prisoner`
/// @param form in which form
/// @param first index of its first word
/// @param last index of its last word
/// @param at position of its first word, see [Word]
/// @param until position of its last word
/// @param sentence number of its sentence
/// @param phrase the phrase as the lexicon writes it
@ClassReactive
public record Said(
    String concept,
    Form form,
    int first,
    int last,
    int at,
    int until,
    int sentence,
    String phrase) {

  /// How far two concepts may be apart and still belong to one statement.
  private static final int NEAR = 12;

  /// Words and punctuation between the two, see [Word]; 0 where they overlap.
  public int distance(Said other) {
    return Math.max(0, Math.max(other.at - until, at - other.until));
  }

  /// Whether the two stand in one statement.
  public boolean near(Said other) {
    return sentence == other.sentence && distance(other) <= NEAR;
  }

  /// Whether the two stand in one statement, at most `words` apart.
  public boolean within(int words, Said other) {
    return sentence == other.sentence && distance(other) <= words;
  }

  /// Whether the phrase tells a whole signal: its concept is `type/phase`.
  public boolean isSignal() {
    return concept.indexOf('/') > 0;
  }

  /// Whether this one comes first.
  public boolean before(Said other) {
    return at < other.at;
  }
}
