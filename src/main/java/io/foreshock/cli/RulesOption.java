package io.foreshock.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that names the rules folder.
final class RulesOption {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "the rules folder (${DEFAULT-VALUE})")
  private Path folder = Path.of("rules");

  Path path() {
    return folder;
  }
}
