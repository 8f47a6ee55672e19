package io.foreshock.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `check`: settings, feeds and rules, every problem at once.
@Command(
    name = "check",
    description =
        "Checks foreshock.yml, feeds.yml and the rules; exit code 1 if anything is wrong.")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  CheckCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return switch (setup.open(environment)) {
      case Setup.Opened.Broken(var problems) -> terminal.tell(problems);
      case Setup.Opened.Ready(var config, var rules) -> {
        terminal
            .words()
            .printf(
                "All well: %d feeds, %d recipients, rules %s.%n",
                config.feeds().size(), config.recipients().size(), rules.patterns().version());
        yield Terminal.FINE;
      }
    };
  }
}
