package io.foreshock.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// What a command says that was called without one of its subcommands.
final class Subcommands {
  private Subcommands() {}

  /// Names them all.
  static CommandLine.ParameterException missing(CommandLine.Model.@Nullable CommandSpec spec) {
    var known = Objects.requireNonNull(spec);
    return new CommandLine.ParameterException(
        known.commandLine(), "name one of: " + String.join(", ", known.subcommands().keySet()));
  }
}
