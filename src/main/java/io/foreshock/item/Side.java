package io.foreshock.item;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What side a publisher stands on.
public enum Side {
  /// Speaks for a government and answers to it.
  STATE,
  /// Is itself an authority: a ministry, a commission, the UN.
  OFFICIAL,
  /// Answers to neither.
  INDEPENDENT;

  /// As files write them: `state`, `official`, `independent`.
  public static List<String> words() {
    return Arrays.stream(values()).map(Side::word).toList();
  }

  /// The side that a word names; none where it names none.
  public static Optional<Side> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
