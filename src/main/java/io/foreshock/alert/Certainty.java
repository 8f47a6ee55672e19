package io.foreshock.alert;

/// CAP 1.2 certainty.
public enum Certainty {
  /// `Observed`.
  OBSERVED("Observed"),
  /// `Likely`.
  LIKELY("Likely"),
  /// `Possible`.
  POSSIBLE("Possible"),
  /// `Unlikely`.
  UNLIKELY("Unlikely");

  private final String word;

  Certainty(String word) {
    this.word = word;
  }

  /// The word as CAP 1.2 writes it.
  public String word() {
    return word;
  }

  /// Whether this says more for the event than another certainty does.
  public boolean isFirmerThan(Certainty other) {
    return compareTo(other) < 0;
  }
}
