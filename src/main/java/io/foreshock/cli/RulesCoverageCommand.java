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
      description = "an archive beside the stored items")
  private Optional<Path> archive = Optional.empty();

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
    if (archive.isPresent()) {
      return Archive.read(
          archive.get(), Optional.empty(), clock.instant(), terminal.words()::println);
    }
    if (!(setup.settings(environment) instanceof ConfigFiles.Loaded.Ready(var config))) {
      return List.of();
    }
    try (var store = Store.open(config.store())) {
      return store.transaction(handle ->
          new ItemTable(handle).publishedSince(clock.instant().minus(Duration.ofDays(days))));
    }
  }

  private int mutate(Rules rules) {
    var problems = new ArrayList<Problem>();
    var runner = new RuleTests(rules);
    var results = RuleTests.of(folder.path(), problems).stream().map(runner::run).toList();
    var mutations = new Mutations(folder.path(), rules, results);
    var outcome =
        mutations.run(
            sample(mutations.all()), each -> terminal.words().println("unnoticed: " + each));
    outcome
        .survivors()
        .forEach((mutant, reason) ->
            terminal
                .data()
                .println(mutant + "  — " + (reason.isEmpty() ? "no reason given" : reason)));
    terminal
        .data()
        .printf(
            "%d mistakes noticed, %d not (%.1f %%), %d do not compile%n",
            outcome.noticed(), outcome.survivors().size(), outcome.percent(), outcome.stillborn());
    terminal.data().flush();
    terminal.tell(problems);
    return outcome.percent() >= ENOUGH ? Terminal.FINE : Terminal.PROBLEMS;
  }

  private List<Mutant> sample(List<Mutant> all) {
    int step = Math.max(1, every);
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }
}
