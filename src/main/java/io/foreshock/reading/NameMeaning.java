package io.foreshock.reading;

/// What a phrase of a gazetteer stands for.
///
/// @param code of a country or bloc; empty for words that are no name although a part of them would
///   be
/// @param kind see [Named]
record NameMeaning(String code, String kind) {
  static final NameMeaning NONE = new NameMeaning("", "");
}
