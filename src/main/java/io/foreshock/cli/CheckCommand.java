package io.foreshock.cli;

import io.foreshock.config.Config;
import io.foreshock.config.ConfigFiles;
import io.foreshock.source.Problem;
import io.foreshock.workshop.FolderCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `check`: settings, feeds and rules, every problem at once.
@Command(
    name = "check",
    description =
        "Checks foreshock.yml, feeds.yml and the rules; exit code 1 if anything is wrong.")
final class CheckCommand implements Callable<Integer> {
  private static final int MOST_REMARKS = 10;

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  @Option(names = "--all", description = "every remark, not only the first ten")
  private boolean all;

  CheckCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return switch (setup.settings(environment)) {
      case ConfigFiles.Loaded.Broken(var folder, var problems) -> {
        var all = new ArrayList<>(problems);
        all.addAll(FolderCheck.of(folder).problems());
        yield terminal.tell(all);
      }
      case ConfigFiles.Loaded.Ready(var config) -> tell(config, FolderCheck.of(config.rules()));
    };
  }

  private int tell(Config config, FolderCheck.Checked checked) {
    if (checked.problems().isEmpty() && checked.rules().isPresent()) {
      terminal
          .words()
          .printf(
              "All well: %d feeds, %d recipients, rules %s.%n",
              config.feeds().size(), config.recipients().size(), checked.rules().get().version());
    }
    remarks(checked.remarks());
    return terminal.tell(checked.problems());
  }

  private void remarks(List<Problem> remarks) {
    remarks.stream()
        .limit(all ? Long.MAX_VALUE : MOST_REMARKS)
        .forEach(each -> terminal.words().println("remark: " + each));
    if (!all && remarks.size() > MOST_REMARKS) {
      terminal
          .words()
          .printf("… and %d more remarks; --all shows them%n", remarks.size() - MOST_REMARKS);
    }
  }
}
