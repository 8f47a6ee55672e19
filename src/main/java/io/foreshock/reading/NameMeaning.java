package io.foreshock.reading;

/// What a phrase of a gazetteer stands for.
///
/// @param code of a country or bloc; empty for words that are no name although a part of them would
///   be
/// @param kind see [Named]
/// @param across of a border crossing, the code of the country on the other side; else empty
record NameMeaning(String code, String kind, String across) {
  static final NameMeaning NONE = new NameMeaning("", "", "");
}
