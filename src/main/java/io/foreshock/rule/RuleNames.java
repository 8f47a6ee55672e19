package io.foreshock.rule;

import io.foreshock.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Names of the rules of a folder that conclude something, as their text tells.
public final class RuleNames {
  private static final Pattern RULE =
      Pattern.compile("(?ms)^\\s*rule\\s+\"([^\"]+)\"(.*?)^\\s*end\\b");

  private RuleNames() {}

  /// The rules whose text calls this, e.g. `alerts.raise(`; rules that only note something down for
  /// others do not.
  public static List<String> calling(Path folder, String call) {
    var problems = new ArrayList<Problem>(); // told by whoever compiles the folder
    return RuleFolder.read(folder, problems).stream()
        .flatMap(file -> RULE.matcher(file.text()).results())
        .filter(rule -> rule.group(2).contains(call))
        .map(rule -> rule.group(1))
        .toList();
  }
}
