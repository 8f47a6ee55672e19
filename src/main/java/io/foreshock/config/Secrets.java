package io.foreshock.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Secrets stand in a file or in the environment, never in the settings.
final class Secrets {
  private final Section section;
  private final Map<String, String> environment;

  Secrets(Section section, Map<String, String> environment) {
    this.section = section;
    this.environment = environment;
  }

  /// The secret behind `NAME-variable` or `NAME-file`; empty, with a problem noted, where it cannot
  /// be read.
  ///
  /// @param name e.g. `password`
  /// @param owner the key that needs it
  /// @param without what is wrong where neither is written
  String read(String name, String owner, String without) {
    var variable = section.text(name + "-variable", "");
    if (!variable.isEmpty()) {
      return Optional.ofNullable(environment.get(variable))
          .orElseGet(() -> missing(name, name + "-variable", "$" + variable + " is not set"));
    }
    var file = section.text(name + "-file", "");
    if (file.isEmpty()) {
      return missing(name, owner, without);
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException _) {
      return missing(name, name + "-file", "cannot read " + file);
    }
  }

  private String missing(String name, String key, String message) {
    section.problem(
        key,
        message,
        "put it into a file (" + name + "-file) or the environment (" + name + "-variable)");
    return "";
  }
}
