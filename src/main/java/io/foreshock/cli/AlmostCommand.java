package io.foreshock.cli;

import io.foreshock.config.ConfigFiles;
import io.foreshock.signal.Report;
import io.foreshock.store.Store;
import io.foreshock.workshop.Archive;
import io.foreshock.workshop.Rules;
import io.foreshock.workshop.WhyNot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `almost`: the combinations that are half open.
@Command(
    name = "almost",
    description = "Shows combinations of which a part is there, and until when the rest may come.")
final class AlmostCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  @Mixin private RulesOption folder = new RulesOption();

  @Option(names = "--items", paramLabel = "FILE", description = "an archive instead of the log")
  private Optional<Path> archive = Optional.empty();

  @Option(names = "--at", paramLabel = "TIME", description = "as of then, e.g. 2025-12-13T10:00Z")
  private Optional<String> at = Optional.empty();

  AlmostCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    return switch (Rules.open(folder.path())) {
      case Rules.Opened.Broken(var problems) -> terminal.tell(problems);
      case Rules.Opened.Ready(var rules) -> show(rules);
    };
  }

  private int show(Rules rules) throws IOException {
    var now = at.map(Instant::parse).orElseGet(clock::instant);
    var halves = new WhyNot(rules, reports(rules)).almost(now);
    halves.forEach(half -> half.lines().forEach(terminal.data()::println));
    if (halves.isEmpty()) {
      terminal.words().println("nothing is half open");
    }
    terminal.data().flush();
    return Terminal.FINE;
  }

  private List<Report> reports(Rules rules) throws IOException {
    if (archive.isPresent()) {
      return Past.read(
          rules.reader(),
          Archive.read(
              archive.get(), Optional.empty(), clock.instant(), terminal.words()::println));
    }
    if (!(setup.settings(environment) instanceof ConfigFiles.Loaded.Ready(var config))) {
      return List.of();
    }
    try (var store = Store.open(config.store())) {
      return Past.logged(store);
    }
  }
}
