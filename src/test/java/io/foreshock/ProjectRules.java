package io.foreshock;

import io.foreshock.workshop.Rules;
import java.nio.file.Path;

/// The project's own rules, opened once for all tests: building them takes seconds.
public final class ProjectRules {
  private static final Rules RULES = ((Rules.Opened.Ready) Rules.open(Path.of("rules"))).rules();

  private ProjectRules() {}

  /// Reader and patterns; tests share them and must not close them.
  public static Rules get() {
    return RULES;
  }
}
