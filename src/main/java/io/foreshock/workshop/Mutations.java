package io.foreshock.workshop;

import io.foreshock.item.Item;
import io.foreshock.pattern.Patterns;
import io.foreshock.rule.RuleFile;
import io.foreshock.rule.RuleText;
import io.foreshock.signal.RuleReader;
import io.foreshock.signal.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Makes small mistakes in the rules, one at a time, and sees whether a test notices.
///
/// A mistake that nobody could notice is none: a phrase is counted only where some item, of the
/// tests or of the past, is read otherwise without it.
public final class Mutations {
  private final Rules rules;
  private final List<RuleTests.Result> results;
  private final Survivors reasons;
  private final Map<String, List<Item>> past = new HashMap<>();

  /// @param results of the tests on the rules as they are; those that fail are left out
  /// @param past items that tell which phrases matter
  public Mutations(Path folder, Rules rules, List<RuleTests.Result> results, List<Item> past) {
    this.rules = rules;
    this.results = results.stream().filter(RuleTests.Result::passed).toList();
    this.reasons = Survivors.of(folder);
    past.forEach(this::file);
  }

  /// Files an item under the phrases that were found in it.
  private void file(Item item) {
    var found = Fired.nothing();
    found.note(rules.reader(), List.of(), item, List.of());
    found.phrases().forEach(each -> past.computeIfAbsent(each, _ -> new ArrayList<>()).add(item));
  }

  /// What became of a mistake.
  public enum Fate {
    /// A test noticed.
    NOTICED,
    /// No test noticed.
    SURVIVED,
    /// It does not compile.
    STILLBORN,
    /// Nothing that is known is read otherwise: another phrase says the same.
    WITHOUT_EFFECT
  }

  /// A mistake that was tried.
  ///
  /// @param mutant which
  /// @param fate what became of it
  /// @param reason why no test notices, as the maintainers wrote it; may be empty
  public record Tried(Mutant mutant, Fate fate, String reason) {}

  /// What came of the mistakes.
  public record Outcome(List<Tried> tried) {
    /// Copies the list.
    public Outcome {
      tried = List.copyOf(tried);
    }

    /// How many of a kind had a fate.
    public long count(Mutant.Kind kind, Fate fate) {
      return tried.stream()
          .filter(each -> each.mutant().kind() == kind && each.fate() == fate)
          .count();
    }

    /// How many had a fate.
    public long count(Fate fate) {
      return tried.stream().filter(each -> each.fate() == fate).count();
    }

    /// How many of the mistakes that have an effect were noticed, in percent.
    public double percent() {
      return percent(count(Fate.NOTICED), count(Fate.SURVIVED));
    }

    /// The same for one kind.
    public double percent(Mutant.Kind kind) {
      return percent(count(kind, Fate.NOTICED), count(kind, Fate.SURVIVED));
    }

    private static double percent(long noticed, long survived) {
      return noticed + survived == 0 ? 100 : 100.0 * noticed / (noticed + survived);
    }
  }

  /// All mistakes: in the patterns, in the reading rules, and each phrase that is found in a test
  /// or in an item of the past.
  public List<Mutant> all() {
    var mutants = new ArrayList<Mutant>();
    rules.patterns().texts().forEach(each -> mutants.addAll(Mutant.in(each, true)));
    rules.reader().texts().forEach(each -> mutants.addAll(Mutant.in(each, false)));
    var phrases = new TreeSet<>(past.keySet());
    results.forEach(each -> phrases.addAll(each.fired().phrases()));
    phrases.forEach(
        each -> mutants.add(Mutant.without(each.substring(0, 2), each.substring("pl:".length()))));
    return mutants;
  }

  /// Tries mistakes.
  ///
  /// @param survived told each that no test noticed, as it is found
  public Outcome run(List<Mutant> mutants, Consumer<Mutant> survived) {
    var tried = new ArrayList<Tried>();
    for (var mutant : mutants) {
      var fate = fate(mutant);
      boolean alive = fate == Fate.SURVIVED;
      tried.add(new Tried(mutant, fate, alive ? reasons.reason(mutant) : ""));
      if (alive) {
        survived.accept(mutant);
      }
    }
    return new Outcome(tried);
  }

  private Fate fate(Mutant mutant) {
    return switch (mutant.change()) {
      case Mutant.Change.Phrase(var language, var phrase) ->
          withoutPhrase(rules.reader().without(language, phrase), language + ":" + phrase);
      case Mutant.Change.ReadingFile(var file) ->
          rules.reader().with(files(rules.reader().texts(), file))
                  instanceof RuleReader.Opened.Ready(var reader)
              ? isReadDifferently(reader, results) ? Fate.NOTICED : Fate.SURVIVED
              : Fate.STILLBORN;
      case Mutant.Change.PatternFile(var file, var then) ->
          rules.patterns().with(files(rules.patterns().texts(), file))
                  instanceof Patterns.Opened.Ready(var patterns)
              ? isToldDifferently(patterns, then) ? Fate.NOTICED : Fate.SURVIVED
              : Fate.STILLBORN;
    };
  }

  private Fate withoutPhrase(RuleReader without, String phrase) {
    var saying = results.stream().filter(each -> each.fired().phrases().contains(phrase)).toList();
    if (isReadDifferently(without, saying)) {
      return Fate.NOTICED;
    }
    return past.getOrDefault(phrase, List.of()).stream()
            .anyMatch(item -> !lines(rules.reader(), item).equals(lines(without, item)))
        ? Fate.SURVIVED
        : Fate.WITHOUT_EFFECT;
  }

  private static List<SignalLine> lines(RuleReader reader, Item item) {
    List<Signal> signals = reader.read(item).signals();
    return signals.stream().map(SignalLine::of).toList();
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
