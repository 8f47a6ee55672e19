package io.foreshock.reading;

/// The grammatical form in which a phrase stands in a text, as far as it tells about time and fact.
public enum Form {
  /// Says nothing about time: a noun that names a thing, an adjective, an unknown word.
  PLAIN,
  /// Told as done or being done: past, present, participle.
  TOLD,
  /// Certainly past: no plan and no date ahead makes it a future.
  PAST,
  /// Future: `zwolni`, `освободит`, "will free".
  AHEAD,
  /// Infinitive or subjunctive: named, not told.
  BARE,
  /// A noun made of a verb: "the release", `zwolnienie`.
  NOUN,
  /// A verb whose form may be told or bare: "they release", "to release".
  EITHER;

  /// Whether it is a verb that says something, not one that is only named.
  public boolean isVerbal() {
    return switch (this) {
      case TOLD, PAST, AHEAD, BARE, EITHER -> true;
      case PLAIN, NOUN -> false;
    };
  }

  /// Whether the form itself may be an infinitive.
  boolean mayBeBare() {
    return this == BARE || this == EITHER;
  }

  /// What two readings of one word tell together.
  Form or(Form other) {
    if (this == other || other == PLAIN) {
      return this;
    }
    if (this == PLAIN) {
      return other;
    }
    boolean told = (this == TOLD || this == PAST) && (other == TOLD || other == PAST);
    return told ? TOLD : EITHER;
  }
}
