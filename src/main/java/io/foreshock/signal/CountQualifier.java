package io.foreshock.signal;

/// How exactly a count was said.
public enum CountQualifier {
  /// The number itself.
  EXACT("exact"),
  /// "over", "at least", "more than".
  AT_LEAST("at-least"),
  /// "about", "some", "nearly".
  ABOUT("about");

  private final String word;

  CountQualifier(String word) {
    this.word = word;
  }

  /// The word of the JSON contract.
  public String word() {
    return word;
  }
}
