package io.foreshock.reading;

import java.time.LocalDate;
import org.kie.api.definition.type.ClassReactive;

/// A day, or a year, that the text names.
///
/// @param from the first day
/// @param to the last day: of the range, of the year
/// @param isDay whether days were named, not only a year or month
/// @param isEnd whether something lasts until then: it begins nothing
/// @param first index of its first word
/// @param last index of its last word
/// @param at position of its first word, see [Word]
/// @param sentence number of its sentence
@ClassReactive
public record Dated(
    LocalDate from,
    LocalDate to,
    boolean isDay,
    boolean isEnd,
    int first,
    int last,
    int at,
    int sentence) {

  /// How far a date may stand from what it dates.
  private static final int NEAR = 14;

  /// Words and punctuation between the date and a concept, see [Word].
  public int distance(Said said) {
    return Math.max(0, Math.max(at - said.until(), said.at() - at));
  }

  /// Whether the date may belong to this concept.
  public boolean near(Said said) {
    return sentence == said.sentence() && distance(said) <= NEAR;
  }

  /// The same day as the end of something.
  Dated asEnd() {
    return new Dated(from, to, isDay, true, first, last, at, sentence);
  }

  /// Whether a number that counts something stands where this year seems to.
  boolean isCount(Counted number) {
    boolean same = number.first() <= first && first <= number.last();
    return same && (!number.qualifier().equals("exact") || !number.ofPersons());
  }
}
