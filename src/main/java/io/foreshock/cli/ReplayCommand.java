package io.foreshock.cli;

import io.foreshock.alert.Replay;
import io.foreshock.item.Item;
import io.foreshock.item.ItemLines;
import io.foreshock.pattern.Patterns;
import io.foreshock.signal.Reader;
import io.foreshock.signal.Report;
import io.foreshock.signal.RuleReader;
import io.foreshock.signal.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `replay ITEMS.jsonl`: a scenario's items → alerts and updates.
@Command(
    name = "replay",
    description =
        "Reads a file of items as if they came in now, and prints the alerts and updates.")
final class ReplayCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InstantSource clock;
  private final SignalJson json = new SignalJson();

  @Parameters(
      paramLabel = "ITEMS.jsonl",
      description = "one item a line, see docs/reference/cli.md")
  private Path items = Path.of("items.jsonl");

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "take the signals from this file instead of reading the items")
  private Optional<Path> labels = Optional.empty();

  @Mixin private RulesOption rules = new RulesOption();

  ReplayCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    return switch (Patterns.open(rules.path())) {
      case Patterns.Opened.Broken(var problems) -> terminal.tell(problems);
      case Patterns.Opened.Ready(var patterns) ->
          labels.isPresent() ? replay(patterns, labelled(labels.get())) : read(patterns);
    };
  }

  private int read(Patterns patterns) throws IOException {
    return switch (RuleReader.open(rules.path())) {
      case RuleReader.Opened.Broken(var problems) -> terminal.tell(problems);
      case RuleReader.Opened.Ready(var reader) -> replay(patterns, reading(reader));
    };
  }

  private interface Signals {
    List<Signal> of(Item item);
  }

  private static Signals reading(Reader reader) {
    return item -> reader.read(item).signals();
  }

  private Signals labelled(Path file) throws IOException {
    Map<String, List<Signal>> byItem = new HashMap<>();
    try (var lines = Files.lines(file)) {
      lines.filter(line -> !line.isBlank()).forEach(line -> label(line, byItem));
    }
    return item -> byItem.getOrDefault(item.id(), List.of());
  }

  private void label(String line, Map<String, List<Signal>> byItem) {
    var node = JsonMapper.shared().readTree(line);
    var signals = new ArrayList<Signal>();
    node.path("signals").forEach(signal -> signals.add(json.signal(signal)));
    byItem.put(node.path("id").asString(), signals);
  }

  private int replay(Patterns patterns, Signals signals) {
    var all = new ArrayList<Item>();
    var lines = new ItemLines(items.toString(), clock.instant(), terminal.words()::println);
    try (var input = Files.newBufferedReader(items)) {
      lines.read(input, all::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + items, e);
    }
    // Reading takes most of the time and each item can be read by itself: all cores read.
    var read = all.parallelStream().map(signals::of).toList();
    var reports = new ArrayList<Report>();
    for (int i = 0; i < all.size(); i++) {
      for (var signal : read.get(i)) {
        reports.add(new Report(reports.size() + 1L, all.get(i), signal));
      }
    }
    Replay.of(patterns, reports).forEach(alert -> terminal.data().println(json.alert(alert)));
    terminal.data().flush();
    return lines.bad() > 0 ? Terminal.PROBLEMS : Terminal.FINE;
  }
}
