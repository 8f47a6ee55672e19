package io.foreshock.cli;

import io.foreshock.feed.FeedParser;
import io.foreshock.feed.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `parse FILE…` or `parse --list CASES.jsonl`: feed documents → JSON Lines.
@Command(
    name = "parse",
    description = "Parses feed documents and prints what they say, one line each.")
final class ParseCommand implements Callable<Integer> {
  private static final int MOST_ITEMS = 2_000;

  private final Terminal terminal;
  private final FeedParser parser = new FeedParser(MOST_ITEMS);
  private final JsonMapper json = JsonMapper.shared();

  @Parameters(arity = "0..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Option(
      names = "--list",
      paramLabel = "CASES.jsonl",
      description = "lines with id, path (relative to the list's folder) and contentType")
  private Optional<Path> list = Optional.empty();

  ParseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    for (var file : files) {
      print(file.toString(), file, "");
    }
    if (list.isPresent()) {
      cases(list.get());
    }
    terminal.data().flush();
    return Terminal.FINE;
  }

  private void cases(Path path) throws IOException {
    var folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(Path.of("."));
    for (var line : Files.readAllLines(path)) {
      var node = json.readTree(line);
      print(
          node.path("id").asString(),
          folder.resolve(node.path("path").asString()),
          node.path("contentType").asString(""));
    }
  }

  private void print(String id, Path file, String contentType) throws IOException {
    var node = json.createObjectNode().put("id", id);
    switch (parser.parse(Files.readAllBytes(file), contentType, Optional.empty())) {
      case Parsed.Unreadable(var reason) -> node.put("ok", false).put("error", reason);
      case Parsed.Document document -> document(node, document);
    }
    terminal.data().println(node);
  }

  private static void document(ObjectNode node, Parsed.Document document) {
    node.put("ok", true)
        .putObject("feed")
        .put("title", document.title())
        .put("link", document.link())
        .put("language", document.language());
    var entries = node.putArray("entries");
    for (var entry : document.entries()) {
      var each =
          entries
              .addObject()
              .put("title", entry.title())
              .put("link", entry.link())
              .put("id", entry.id())
              .put("summary", entry.summary());
      var content = each.putArray("content");
      entry.content().forEach(content::add);
      entry.published().ifPresent(at -> each.put("published_ms", at.toEpochMilli()));
      entry.updated().ifPresent(at -> each.put("updated_ms", at.toEpochMilli()));
    }
    if (!document.repairs().isEmpty()) {
      var repairs = node.putArray("repairs");
      document.repairs().forEach(repairs::add);
    }
  }
}
