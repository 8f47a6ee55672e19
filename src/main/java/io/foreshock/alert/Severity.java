package io.foreshock.alert;

/// CAP 1.2 severity.
public enum Severity {
  /// `Extreme`.
  EXTREME("Extreme"),
  /// `Severe`.
  SEVERE("Severe"),
  /// `Moderate`.
  MODERATE("Moderate"),
  /// `Minor`.
  MINOR("Minor");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /// The word as CAP 1.2 writes it.
  public String word() {
    return word;
  }

  /// Whether this is worse than another severity.
  public boolean isWorseThan(Severity other) {
    return compareTo(other) < 0;
  }
}
