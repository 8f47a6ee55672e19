package io.foreshock.signal;

import java.util.function.Supplier;

/// A part in an event, and how surely a country plays it.
///
/// @param code the country's or bloc's, or empty
/// @param isSure whether the grammar tells it: a preposition, a subject; not a mere neighbourhood
record Part(String code, boolean isSure) {
  /// The text does not say.
  static final Part NONE = new Part("", false);

  static Part sure(String code) {
    return new Part(code, true);
  }

  boolean isEmpty() {
    return code.isEmpty();
  }

  Part or(Supplier<Part> other) {
    return isEmpty() ? other.get() : this;
  }

  /// Whether two mentions may mean the same: what is only guessed contradicts nothing.
  boolean agrees(Part other) {
    return isEmpty() || other.isEmpty() || code.equals(other.code) || !isSure || !other.isSure;
  }

  /// The surer of two mentions of the same part.
  Part better(Part other) {
    return isEmpty() || (other.isSure && !isSure) ? other : this;
  }
}
