package io.foreshock.workshop;

import io.foreshock.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All tests of a rules folder, run once and again at each save.
///
/// One thread only. What an edit leaves as it was is not built again.
public final class TestRun {
  private final Path folder;
  private Optional<Rules> rules = Optional.empty();
  private String seen = "";

  /// Tests of this folder.
  public TestRun(Path folder) {
    this.folder = folder;
  }

  /// What a run showed.
  ///
  /// @param results of the tests, by file and line
  /// @param problems that keep rules or tests from being used
  /// @param untested rules and concepts that lack a test
  public record Outcome(
      List<RuleTests.Result> results, List<Problem> problems, List<Problem> untested) {
    /// Copies the lists.
    public Outcome {
      results = List.copyOf(results);
      problems = List.copyOf(problems);
      untested = List.copyOf(untested);
    }

    /// How many tests failed.
    public long failed() {
      return results.stream().filter(each -> !each.passed()).count();
    }

    /// Whether all could be run and passed.
    public boolean passed() {
      return problems.isEmpty() && failed() == 0;
    }
  }

  /// Runs the tests if something was saved since the last time.
  public Optional<Outcome> ifSaved() {
    var now = Contents.of(folder);
    if (now.equals(seen)) {
      return Optional.empty();
    }
    seen = now;
    return Optional.of(run());
  }

  /// Runs the tests.
  public Outcome run() {
    return switch (Rules.open(folder, rules)) {
      case Rules.Opened.Broken(var problems) -> new Outcome(List.of(), problems, List.of());
      case Rules.Opened.Ready(var ready) -> {
        rules = Optional.of(ready);
        yield run(folder, ready);
      }
    };
  }

  /// Runs the tests of a folder on its opened rules.
  public static Outcome run(Path folder, Rules rules) {
    var problems = new ArrayList<Problem>();
    var tests = RuleTests.of(folder, problems);
    var runner = new RuleTests(rules);
    var results = tests.stream().map(runner::run).toList();
    return new Outcome(results, problems, new Untested(folder, rules, results).problems());
  }
}
