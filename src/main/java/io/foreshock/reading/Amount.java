package io.foreshock.reading;

/// What the form of a word tells about how many are meant: its grammatical number.
public enum Amount {
  /// One.
  ONE,
  /// Several.
  MANY,
  /// The form does not tell.
  UNTOLD;

  /// What two readings of one word tell together.
  Amount or(Amount other) {
    return this == other ? this : UNTOLD;
  }
}
