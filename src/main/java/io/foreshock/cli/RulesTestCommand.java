package io.foreshock.cli;

import io.foreshock.source.Problem;
import io.foreshock.workshop.RuleTests;
import io.foreshock.workshop.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `rules test`: runs the tests of the rules folder.
@Command(
    name = "test",
    description = "Runs rules/tests in virtual time; shows what was expected beside what came.")
final class RulesTestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "the rules folder (${DEFAULT-VALUE})")
  private Path folder = Path.of("rules");

  RulesTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return switch (Rules.open(folder)) {
      case Rules.Opened.Broken(var problems) -> terminal.tell(problems);
      case Rules.Opened.Ready(var rules) -> run(rules);
    };
  }

  private int run(Rules rules) {
    var problems = new ArrayList<Problem>();
    var tests = RuleTests.of(folder, problems);
    terminal.tell(problems);
    var runner = new RuleTests(rules);
    var results = tests.stream().map(runner::run).toList();
    results.forEach(result -> result.differences().forEach(terminal.data()::println));
    long failed = results.stream().filter(result -> !result.passed()).count();
    terminal.data().printf("%d passed, %d failed%n", results.size() - failed, failed);
    terminal.data().flush();
    return failed == 0 && problems.isEmpty() ? Terminal.FINE : Terminal.PROBLEMS;
  }
}
