package io.foreshock.cli;

import io.foreshock.rule.RuleFolder;
import io.foreshock.workshop.RuleSetTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `status`: which rules are live, and what became of the latest edits.
@Command(name = "status", description = "Which rules are live, and what became of the last edits.")
final class StatusCommand implements Callable<Integer> {
  private static final int MOST = 10;

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  StatusCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return setup.with(terminal, environment, (config, handle) -> show(config.rules(), handle));
  }

  private int show(Path folder, Handle handle) {
    var lines = new RuleSetTable(handle).latest(MOST);
    terminal
        .data()
        .printf(
            "Rules      %s live; the folder has %s%n",
            lines.isEmpty() ? "none" : lines.getFirst().version(), RuleFolder.version(folder));
    for (var line : lines) {
      terminal
          .data()
          .printf(
              "%s  %s %s: %s%n",
              line.at().toString().substring(0, 19).replace('T', ' '),
              line.taken() ? "live  " : "turned away, kept",
              line.version(),
              line.told());
    }
    return lines.isEmpty() || lines.getFirst().taken() ? Terminal.FINE : Terminal.PROBLEMS;
  }
}
