package io.foreshock.workshop;

import io.foreshock.pattern.Patterns;
import io.foreshock.rule.RuleFile;
import io.foreshock.rule.RuleText;
import io.foreshock.signal.RuleReader;
import io.foreshock.source.Entry;
import io.foreshock.source.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Makes small mistakes in the rules, one at a time, and sees whether a test notices.
public final class Mutations {
  private static final String SURVIVORS = "tests/survivors.yml";

  private final Rules rules;
  private final List<RuleTests.Result> results;
  private final Map<String, String> reasons;

  /// @param results of the tests on the rules as they are; those that fail are left out
  public Mutations(Path folder, Rules rules, List<RuleTests.Result> results) {
    this.rules = rules;
    this.results = results.stream().filter(RuleTests.Result::passed).toList();
    this.reasons = reasons(folder.resolve(SURVIVORS));
  }

  /// What came of the mistakes.
  ///
  /// @param noticed how many a test noticed
  /// @param stillborn how many do not compile and count for nothing
  /// @param survivors those that no test noticed, each with its reason, or an empty one
  public record Outcome(int noticed, int stillborn, Map<Mutant, String> survivors) {
    /// Copies the map.
    public Outcome {
      survivors = new LinkedHashMap<>(survivors);
    }

    /// How many of the mistakes that compile were noticed, in percent.
    public double percent() {
      int all = noticed + survivors.size();
      return all == 0 ? 100 : 100.0 * noticed / all;
    }
  }

  private static Map<String, String> reasons(Path file) {
    if (!Files.exists(file) || !(YamlFile.read(file) instanceof YamlFile.Read(var root))) {
      return Map.of();
    }
    var reasons = new LinkedHashMap<String, String>();
    for (var each :
        root.flatMap(entry -> entry.get("survivors")).map(Entry::list).orElse(List.of())) {
      var why = each.get("reason").map(Entry::text).orElse("");
      each.get("mutants").ifPresent(list -> list.texts().forEach(text -> reasons.put(text, why)));
    }
    return reasons;
  }

  /// All mistakes: in the patterns, in the reading rules, and each phrase that a test says.
  public List<Mutant> all() {
    var mutants = new ArrayList<Mutant>();
    rules.patterns().texts().forEach(each -> mutants.addAll(Mutant.in(each, true)));
    rules.reader().texts().forEach(each -> mutants.addAll(Mutant.in(each, false)));
    var phrases = new TreeSet<String>();
    results.forEach(each -> phrases.addAll(each.fired().phrases()));
    phrases.forEach(
        each -> mutants.add(Mutant.without(each.substring(0, 2), each.substring("pl:".length()))));
    return mutants;
  }

  /// Tries all mistakes.
  ///
  /// @param survived told each that no test noticed, as it is found
  public Outcome run(List<Mutant> mutants, Consumer<Mutant> survived) {
    int noticed = 0;
    int stillborn = 0;
    var survivors = new LinkedHashMap<Mutant, String>();
    for (var mutant : mutants) {
      var alive = isNoticed(mutant);
      if (alive.isEmpty()) {
        stillborn++;
      } else if (alive.get()) {
        noticed++;
      } else {
        survivors.put(mutant, reason(mutant));
        survived.accept(mutant);
      }
    }
    return new Outcome(noticed, stillborn, survivors);
  }

  private String reason(Mutant mutant) {
    return reasons.entrySet().stream()
        .filter(each -> mutant.toString().endsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /// Whether a test notices; none where the mistake does not compile.
  private Optional<Boolean> isNoticed(Mutant mutant) {
    return switch (mutant.change()) {
      case Mutant.Change.Phrase(var language, var phrase) ->
          Optional.of(
              isReadDifferently(
                  rules.reader().without(language, phrase),
                  results.stream()
                      .filter(each -> each.fired().phrases().contains(language + ":" + phrase))
                      .toList()));
      case Mutant.Change.ReadingFile(var file) ->
          rules.reader().with(files(rules.reader().texts(), file))
                  instanceof RuleReader.Opened.Ready(var reader)
              ? Optional.of(isReadDifferently(reader, results))
              : Optional.empty();
      case Mutant.Change.PatternFile(var file, var then) ->
          rules.patterns().with(files(rules.patterns().texts(), file))
                  instanceof Patterns.Opened.Ready(var patterns)
              ? Optional.of(isToldDifferently(patterns, then))
              : Optional.empty();
    };
  }

  /// All files, one of them in another wording.
  private static List<RuleFile> files(List<RuleText> rules, RuleFile changed) {
    return rules.stream()
        .map(RuleText::file)
        .distinct()
        .map(each -> each.path().equals(changed.path()) ? changed : each)
        .toList();
  }

  /// A rule that fails on an item is noticed too.
  private boolean isReadDifferently(RuleReader reader, List<RuleTests.Result> tests) {
    var runner = new RuleTests(new Rules(reader, rules.patterns()));
    try {
      return tests.stream()
          .filter(each -> each.test().readsAnything())
          .anyMatch(each -> runner.readsOtherwise(each.test()));
    } catch (RuntimeException _) {
      return true;
    }
  }

  private boolean isToldDifferently(Patterns patterns, String then) {
    var runner = new RuleTests(new Rules(rules.reader(), patterns));
    var kinds = Kinds.in(then);
    return results.stream()
        .filter(each ->
            kinds.isEmpty()
                || each.test().kinds().isEmpty()
                || each.test().kinds().stream().anyMatch(kinds::contains))
        .anyMatch(each -> runner.tellsOtherwise(each.test()));
  }
}
