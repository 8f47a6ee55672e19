package io.foreshock.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What about an alert is new: the reason why it, or an update of it, exists.
public enum Change {
  /// The development itself.
  NEW_DEVELOPMENT,
  /// More people than was known.
  HIGHER_COUNT,
  /// What was possible is planned, what was planned is fact.
  MORE_CERTAIN,
  /// Extended, lifted: another step of the same development.
  NEW_PHASE,
  /// Somebody denies what was reported.
  DENIED,
  /// The first independent publisher says the same.
  CORROBORATED;

  /// The word for programs and tests: `higher-count`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The change of this word.
  public static Optional<Change> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
