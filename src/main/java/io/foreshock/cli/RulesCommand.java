package io.foreshock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `rules …`: the maintainers' tools.
@Command(name = "rules", description = "Tests, measures and compares the rules folder.")
final class RulesCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw Subcommands.missing(spec);
  }
}
