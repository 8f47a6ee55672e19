package io.foreshock.cli;

import io.foreshock.workshop.JUnitReport;
import io.foreshock.workshop.TestRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rules test`: runs the tests of the rules folder.
@Command(
    name = "test",
    description = "Runs rules/tests in virtual time; shows what was expected beside what came.")
final class RulesTestCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 500;
  private static final int MOST_UNTESTED = 10;

  private final Terminal terminal;

  @Mixin private RulesOption folder = new RulesOption();

  @Option(names = "--junit", paramLabel = "FILE", description = "write the results as JUnit XML")
  private Optional<Path> junit = Optional.empty();

  @Option(names = "--watch", description = "run again at each save, until Ctrl-C")
  private boolean watch;

  @Option(names = "--untested", description = "list every rule and concept that lacks a test")
  private boolean untested;

  RulesTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var run = new TestRun(folder.path());
    if (!watch) {
      return show(run.run());
    }
    while (true) {
      var outcome = run.ifSaved();
      if (outcome.isPresent()) {
        show(outcome.get());
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private int show(TestRun.Outcome outcome) throws IOException {
    terminal.tell(outcome.problems());
    outcome.results().forEach(result -> result.differences().forEach(terminal.data()::println));
    if (junit.isPresent()) {
      JUnitReport.write(outcome.results(), junit.get());
    }
    var shown = outcome.untested().stream().limit(untested ? Long.MAX_VALUE : MOST_UNTESTED);
    shown.forEach(terminal.words()::println);
    int more = outcome.untested().size() - MOST_UNTESTED;
    if (more > 0 && !untested) {
      terminal.words().println("… and " + more + " more; --untested lists all");
    }
    terminal
        .data()
        .printf(
            "%d passed, %d failed%n",
            outcome.results().size() - outcome.failed(), outcome.failed());
    terminal.data().flush();
    return outcome.passed() ? Terminal.FINE : Terminal.PROBLEMS;
  }
}
