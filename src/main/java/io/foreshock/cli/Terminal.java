package io.foreshock.cli;

import io.foreshock.source.Problem;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where a command writes: data to one stream, words to the other, both in UTF-8.
///
/// @param data for programs
/// @param words for people
record Terminal(PrintStream data, PrintStream words) {
  /// A command found nothing wrong.
  static final int FINE = 0;

  /// A command found problems.
  static final int PROBLEMS = 1;

  static Terminal of(OutputStream data, OutputStream words) {
    return new Terminal(
        new PrintStream(data, false, StandardCharsets.UTF_8),
        new PrintStream(words, true, StandardCharsets.UTF_8));
  }

  /// Tells problems, sorted by place; returns the exit code that they mean.
  int tell(List<Problem> problems) {
    problems.stream().sorted().distinct().forEach(problem -> words.println(problem));
    return problems.isEmpty() ? FINE : PROBLEMS;
  }
}
