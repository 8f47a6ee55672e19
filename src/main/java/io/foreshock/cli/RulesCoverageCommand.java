package io.foreshock.cli;

import io.foreshock.config.ConfigFiles;
import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.source.Problem;
import io.foreshock.store.Store;
import io.foreshock.workshop.Archive;
import io.foreshock.workshop.Coverage;
import io.foreshock.workshop.Mutant;
import io.foreshock.workshop.Mutations;
import io.foreshock.workshop.RuleTests;
import io.foreshock.workshop.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rules coverage`: what fired when, what never did, and which mistakes no test notices.
@Command(
    name = "coverage",
    description = "When each rule, concept and phrase last fired, in tests and stored items.")
final class RulesCoverageCommand implements Callable<Integer> {
  private static final double ENOUGH = 85;

  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  @Mixin private RulesOption folder = new RulesOption();

  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = "an archive instead of the stored items; may be given several times")
  private List<Path> archives = List.of();

  @Option(names = "--lang", paramLabel = "CODE", description = "language of the archive's items")
  private Optional<String> language = Optional.empty();

  @Option(names = "--days", paramLabel = "N", description = "how far back (${DEFAULT-VALUE})")
  private int days = 90;

  @Option(names = "--phrases", description = "list the phrases too that never fired")
  private boolean phrases;

  @Option(names = "--mutate", description = "make small mistakes and see which no test notices")
  private boolean mutate;

  @Option(
      names = "--every",
      paramLabel = "N",
      description = "with --mutate: only each Nth mistake, for a quick look")
  private int every = 1;

  RulesCoverageCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    return switch (Rules.open(folder.path())) {
      case Rules.Opened.Broken(var problems) -> terminal.tell(problems);
      case Rules.Opened.Ready(var rules) -> mutate ? mutate(rules) : cover(rules);
    };
  }

  private int cover(Rules rules) throws IOException {
    var problems = new ArrayList<Problem>();
    var coverage = new Coverage(rules);
    coverage.tests(RuleTests.of(folder.path(), problems));
    coverage.items(items());
    var lines = coverage.lines();
    lines.stream().filter(each -> !each.what().equals("phrase")).forEach(this::print);
    var idle =
        lines.stream().filter(each -> each.what().equals("phrase") && each.isIdle()).toList();
    if (phrases) {
      idle.forEach(this::print);
    }
    long all = lines.stream().filter(each -> each.what().equals("phrase")).count();
    terminal.data().printf("%d of %d phrases never fired%n", idle.size(), all);
    terminal.data().flush();
    return terminal.tell(problems);
  }

  private void print(Coverage.Line line) {
    terminal.data().printf("%-8s %-50s %s%n", line.what(), line.name(), used(line));
  }

  private static String used(Coverage.Line line) {
    if (line.isIdle()) {
      return "never";
    }
    return line.inItems().map(each -> day(each)).orElse("in no item")
        + "; "
        + line.inTests().map(each -> "test “" + each.on() + "”").orElse("in no test");
  }

  private static String day(Coverage.Use use) {
    return use.at().toString().substring(0, 10) + " “" + use.on() + "”";
  }

  private List<Item> items() throws IOException {
    if (!archives.isEmpty()) {
      var items = new ArrayList<Item>();
      for (var each : archives) {
        items.addAll(Archive.read(each, language, clock.instant(), terminal.words()::println));
      }
      return items;
    }
    if (!(setup.settings(environment) instanceof ConfigFiles.Loaded.Ready(var config))) {
      return List.of();
    }
    try (var store = Store.open(config.store())) {
      return store.transaction(handle ->
          new ItemTable(handle).publishedSince(clock.instant().minus(Duration.ofDays(days))));
    }
  }

  private int mutate(Rules rules) throws IOException {
    var problems = new ArrayList<Problem>();
    var runner = new RuleTests(rules);
    var results = RuleTests.of(folder.path(), problems).stream().map(runner::run).toList();
    var past = items();
    var mutations = new Mutations(folder.path(), rules, results, past);
    var outcome =
        mutations.run(
            sample(mutations.all()), each -> terminal.words().println("unnoticed: " + each));
    outcome.tried().stream()
        .filter(each -> each.fate() == Mutations.Fate.SURVIVED)
        .forEach(each -> terminal.data().println(each.mutant() + "  — " + reason(each)));
    table(outcome, past.size());
    terminal.data().flush();
    terminal.tell(problems);
    return outcome.percent() >= ENOUGH ? Terminal.FINE : Terminal.PROBLEMS;
  }

  private static String reason(Mutations.Tried survivor) {
    return survivor.reason().isEmpty() ? "no reason given" : survivor.reason();
  }

  private void table(Mutations.Outcome outcome, int past) {
    var row = "%-28s %8s %8s %7s%n";
    terminal.data().printf(row, "MISTAKES", "NOTICED", "NOT", "SHARE");
    for (var kind : Mutant.Kind.values()) {
      terminal
          .data()
          .printf(
              row,
              kind.words(),
              outcome.count(kind, Mutations.Fate.NOTICED),
              outcome.count(kind, Mutations.Fate.SURVIVED),
              "%.1f %%".formatted(outcome.percent(kind)));
    }
    terminal
        .data()
        .printf(
            row,
            "all",
            outcome.count(Mutations.Fate.NOTICED),
            outcome.count(Mutations.Fate.SURVIVED),
            "%.1f %%".formatted(outcome.percent()));
    terminal
        .data()
        .printf(
            "not counted: %d that do not compile, %d phrases without which all tests and %d items"
                + " of the past read the same%n",
            outcome.count(Mutations.Fate.STILLBORN),
            outcome.count(Mutations.Fate.WITHOUT_EFFECT),
            past);
    if (past == 0) {
      terminal
          .words()
          .println("without items of the past it is not known which phrases matter: give --items");
    }
  }

  private List<Mutant> sample(List<Mutant> all) {
    int step = Math.max(1, every);
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }
}
