package io.foreshock.reading;

/// A word that tells how a statement is meant.
///
/// @param meaning `possible`, `demanded` (possible, of somebody else), `planned`, `denied`,
///   `actual` or `background`
/// @param reach where the statement may stand that it governs: `next`, `before`, `after`,
///   `sentence`, `self` or `item`, see `rules/lexicon/README.md`
/// @param first index of its first word
/// @param last index of its last word
/// @param at position of its first word, see [Word]
/// @param until position of its last word
/// @param sentence number of its sentence
/// @param phrase as the lexicon writes it
public record Cue(
    String meaning,
    String reach,
    int first,
    int last,
    int at,
    int until,
    int sentence,
    String phrase) {
  private static final int NEXT = 2;
  private static final int FAR = 14;

  /// Whether it is only a part of a longer cue; what stands in a longer one's gap is not.
  boolean isInside(Cue longer) {
    return !longer.phrase.contains("..")
        && first >= longer.first
        && last <= longer.last
        && last - first < longer.last - longer.first;
  }

  /// Whether it governs a statement that stands at these positions.
  public boolean governs(int from, int to, int ofSentence) {
    if (reach.equals("item")) {
      return true;
    }
    if (ofSentence != sentence) {
      return false;
    }
    return switch (reach) {
      case "next" -> until < from && from - until <= NEXT;
      case "before" -> until < from && from - until <= FAR;
      case "after" -> at > to && at - to <= FAR;
      case "self" -> until >= from && at <= to;
      default -> true;
    };
  }
}
