package io.foreshock.workshop;

import io.foreshock.source.Entry;
import io.foreshock.source.Problem;

/// A piece of text and where it stands.
///
/// @param file where
/// @param line 1-based
/// @param text without space around it
record SourceLine(String file, int line, String text) {
  static SourceLine of(Entry entry) {
    return new SourceLine(entry.file(), entry.line(), entry.text());
  }

  /// Another piece of the same line.
  SourceLine with(String part) {
    return new SourceLine(file, line, part);
  }

  /// Something wrong with it, and what to do about it.
  Problem problem(String message, String next) {
    return new Problem(file, line, message, next);
  }
}
