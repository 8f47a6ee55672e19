package io.foreshock.alert;

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
  CORROBORATED
}
