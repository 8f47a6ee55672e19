package io.foreshock.workshop;

import io.foreshock.rule.RuleText;
import io.foreshock.source.Problem;
import io.foreshock.source.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tells which rules and concepts no test makes fire, or none sees silent.
final class Untested {
  private final Path folder;
  private final Rules rules;
  private final List<RuleTests.Result> results;
  private final Fired fired = Fired.nothing();

  Untested(Path folder, Rules rules, List<RuleTests.Result> results) {
    this.folder = folder;
    this.rules = rules;
    this.results = results;
    results.forEach(each -> fired.add(each.fired()));
  }

  /// What lacks a test, by file and line.
  List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    for (var rule : rules.reader().texts()) {
      told(rule, fired.rules().contains(rule.name()), fired.silentRules().contains(rule.name()))
          .forEach(problems::add);
    }
    for (var rule : rules.patterns().texts()) {
      told(rule, fired.rules().contains(rule.name()) || isHandiwork(rule), isSeenSilent(rule))
          .forEach(problems::add);
    }
    concepts(problems);
    return problems;
  }

  /// A rule that raises nothing itself is tested by those that it serves.
  private static boolean isHandiwork(RuleText rule) {
    return Kinds.in(rule.then()).isEmpty();
  }

  private boolean isSeenSilent(RuleText rule) {
    return Kinds.in(rule.then()).stream()
        .allMatch(kind ->
            results.stream()
                .anyMatch(result ->
                    result.test().alerts().isPresent()
                        && !result.kinds().contains(kind)
                        && result.test().kinds().contains(kind)));
  }

  private static List<Problem> told(RuleText rule, boolean fires, boolean silent) {
    var problems = new ArrayList<Problem>();
    var name = "\"" + rule.name() + "\"";
    if (!fires) {
      problems.add(
          new Problem(
              rule.file().path(),
              rule.line(),
              "no test makes " + name + " fire",
              "add a test in tests/ whose story brings it about"));
    }
    if (!silent) {
      problems.add(
          new Problem(
              rule.file().path(),
              rule.line(),
              "no test sees " + name + " silent",
              "add a test in tests/ of what looks like it and is not, with reads: []"));
    }
    return problems;
  }

  private void concepts(List<Problem> problems) {
    if (!(YamlFile.read(folder.resolve("concepts.yml")) instanceof YamlFile.Read(var root))) {
      return;
    }
    root.flatMap(entry -> entry.get("concepts"))
        .ifPresent(concepts ->
            concepts
                .keys()
                .forEach(key -> {
                  boolean fires = fired.concepts().contains(key.text());
                  if (!fires || !fired.silentConcepts().contains(key.text())) {
                    problems.add(
                        key.problem(
                            fires
                                ? "no test sees the concept \"" + key.text() + "\" without a signal"
                                : "no test with a signal says the concept \"" + key.text() + "\"",
                            "add an item with one of its phrases to a test in tests/"));
                  }
                }));
  }
}
