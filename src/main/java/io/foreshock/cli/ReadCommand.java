package io.foreshock.cli;

import io.foreshock.item.ItemLines;
import io.foreshock.signal.Reader;
import io.foreshock.signal.RuleReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `read [FILE.jsonl]`: items → signals, one line each.
@Command(
    name = "read",
    description = "Reads items (JSON Lines) into signals, one line for each item.")
final class ReadCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InputStream standardInput;
  private final InstantSource clock;
  private final SignalJson json = new SignalJson();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.jsonl",
      description = "standard input where left out")
  private Optional<Path> file = Optional.empty();

  @Mixin private RulesOption rules = new RulesOption();

  ReadCommand(Terminal terminal, InputStream standardInput, InstantSource clock) {
    this.terminal = terminal;
    this.standardInput = standardInput;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    return switch (RuleReader.open(rules.path())) {
      case RuleReader.Opened.Broken(var problems) -> terminal.tell(problems);
      case RuleReader.Opened.Ready(var reader) -> read(reader);
    };
  }

  private int read(Reader reader) throws IOException {
    var name = file.map(Path::toString).orElse("standard input");
    var lines = new ItemLines(name, clock.instant(), terminal.words()::println);
    try (var input = open()) {
      lines.read(input, item -> terminal.data().println(json.read(item, reader.read(item))));
    }
    terminal.data().flush();
    return lines.bad() > 0 ? Terminal.PROBLEMS : Terminal.FINE;
  }

  private BufferedReader open() throws IOException {
    return file.isPresent()
        ? Files.newBufferedReader(file.get())
        : new BufferedReader(new InputStreamReader(standardInput, StandardCharsets.UTF_8));
  }
}
