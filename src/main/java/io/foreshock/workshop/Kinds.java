package io.foreshock.workshop;

import io.foreshock.rule.RuleFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The kinds of alert that the patterns of a folder raise.
final class Kinds {
  private static final Pattern RAISED = Pattern.compile("alerts\\.raise\\(\"([^\"]+)\"");

  private Kinds() {}

  static Set<String> of(Path rules) {
    return RuleFolder.read(rules.resolve("patterns"), new ArrayList<>()).stream()
        .flatMap(file -> RAISED.matcher(file.text()).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /// The kinds that a rule's conclusion raises.
  static Set<String> in(String then) {
    return RAISED.matcher(then).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }
}
