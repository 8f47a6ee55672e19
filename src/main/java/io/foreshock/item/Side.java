package io.foreshock.item;

/// What side a publisher stands on.
public enum Side {
  /// Speaks for a government and answers to it.
  STATE,
  /// Is itself an authority: a ministry, a commission, the UN.
  OFFICIAL,
  /// Answers to neither.
  INDEPENDENT
}
