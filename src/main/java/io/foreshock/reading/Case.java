package io.foreshock.reading;

/// A grammatical case, where a dictionary tells it.
public enum Case {
  /// The subject's.
  NOMINATIVE,
  /// The owner's: "of".
  GENITIVE,
  /// The receiver's: "to", "for".
  DATIVE,
  /// The object's.
  ACCUSATIVE,
  /// The means: "by", "with".
  INSTRUMENTAL,
  /// The place's, behind a preposition.
  LOCATIVE
}
