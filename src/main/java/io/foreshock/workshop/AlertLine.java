package io.foreshock.workshop;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Change;
import io.foreshock.source.Entry;
import io.foreshock.source.Nearest;
import io.foreshock.source.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An alert or update as a rule test writes it: `exchange BY`, `prisoner-release BY: higher-count`.
///
/// @param key the alert's key
/// @param change why it exists
record AlertLine(String key, Change change) {
  private static final String SEPARATOR = ": ";

  /// Reads a line; what is wrong with it is added to `problems`.
  static Optional<AlertLine> read(Entry entry, List<Problem> problems) {
    int at = entry.text().indexOf(SEPARATOR);
    if (at < 0) {
      return Optional.of(new AlertLine(entry.text(), Change.NEW_DEVELOPMENT));
    }
    var word = entry.text().substring(at + SEPARATOR.length()).strip();
    var change = Change.of(word);
    if (change.isEmpty()) {
      var known = Arrays.stream(Change.values()).map(Change::word).toList();
      problems.add(entry.problem("unknown update \"" + word + "\"", Nearest.advice(word, known)));
    }
    return change.map(each -> new AlertLine(entry.text().substring(0, at), each));
  }

  static AlertLine of(Alert alert) {
    return new AlertLine(alert.key(), alert.change());
  }

  /// As it is written.
  @Override
  public String toString() {
    return change == Change.NEW_DEVELOPMENT ? key : key + SEPARATOR + change.word();
  }
}
