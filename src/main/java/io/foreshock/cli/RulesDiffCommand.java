package io.foreshock.cli;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Verdict;
import io.foreshock.alert.VerdictTable;
import io.foreshock.config.ConfigFiles;
import io.foreshock.exit.AlertJson;
import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import io.foreshock.store.Store;
import io.foreshock.workshop.Archive;
import io.foreshock.workshop.DiffReport;
import io.foreshock.workshop.Differ;
import io.foreshock.workshop.RuleSetTable;
import io.foreshock.workshop.Rules;
import io.foreshock.workshop.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// `rules diff`: what an edit of the rules would have changed.
@Command(
    name = "diff",
    description =
        "Replays items of the past with the rules that are live and with the folder's;"
            + " exit code 1 where an alert that an analyst called true would be lost.")
final class RulesDiffCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;
  private final SignalJson json = new SignalJson();

  @Mixin private Setup setup = new Setup();

  @Mixin private RulesOption edited = new RulesOption();

  @Option(
      names = "--against",
      paramLabel = "WHAT",
      description = "live (${DEFAULT-VALUE}), a folder, or a git revision")
  private String against = "live";

  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = "an archive (.jsonl or .tsv) instead of the stored items")
  private Optional<Path> items = Optional.empty();

  @Option(names = "--lang", paramLabel = "CODE", description = "language of the archive's items")
  private Optional<String> language = Optional.empty();

  @Option(names = "--days", paramLabel = "N", description = "how far back (${DEFAULT-VALUE})")
  private int days = 90;

  enum Format {
    text,
    json,
    markdown
  }

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private Format format = Format.text;

  RulesDiffCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  /// What the database gives.
  private record Stored(List<Item> items, Map<String, Verdict> verdicts, Optional<byte[]> live) {}

  @Override
  public Integer call() throws IOException {
    var stored = stored();
    var temporary = Files.createTempDirectory("foreshock-rules");
    try {
      return switch (Rules.open(base(stored, temporary))) {
        case Rules.Opened.Broken(var problems) -> terminal.tell(problems);
        case Rules.Opened.Ready(var was) ->
            switch (Rules.open(edited.path(), Optional.of(was))) {
              case Rules.Opened.Broken(var problems) -> terminal.tell(problems);
              case Rules.Opened.Ready(var now) -> show(was, now, stored);
            };
      };
    } finally {
      Snapshot.remove(temporary);
    }
  }

  private Stored stored() {
    if (!(setup.settings(environment) instanceof ConfigFiles.Loaded.Ready(var config))
        || (items.isPresent() && !exists(config.store()))) {
      return new Stored(List.of(), Map.of(), Optional.empty());
    }
    var since = clock.instant().minus(Duration.ofDays(days));
    try (var store = Store.open(config.store())) {
      return store.transaction(handle ->
          new Stored(
              items.isPresent() ? List.of() : new ItemTable(handle).publishedSince(since),
              new VerdictTable(handle).all(),
              new RuleSetTable(handle).live()));
    }
  }

  private static boolean exists(String url) {
    var file = url.replaceFirst("^jdbc:sqlite:", "").split("\\?", 2)[0];
    return !url.startsWith("jdbc:sqlite:") || Files.exists(Path.of(file));
  }

  private Path base(Stored stored, Path temporary) throws IOException {
    if (Files.isDirectory(Path.of(against))) {
      return Path.of(against);
    }
    boolean isLive = against.equals("live");
    if (isLive && stored.live().isEmpty()) {
      terminal.words().println("no daemon has run on this database yet; comparing with git's HEAD");
    }
    var revision = isLive ? "HEAD" : against;
    var live = isLive ? stored.live() : Optional.<byte[]>empty();
    Snapshot.unpack(
        live.isPresent() ? live.orElseThrow() : Snapshot.ofRevision(edited.path(), revision),
        temporary);
    return temporary;
  }

  private int show(Rules was, Rules now, Stored stored) throws IOException {
    var past =
        items.isPresent()
            ? Archive.read(items.get(), language, clock.instant(), terminal.words()::println)
            : stored.items();
    var result = new Differ(was, now).over(past);
    var report = new DiffReport(result, stored.verdicts());
    switch (format) {
      case text -> report.text().forEach(terminal.data()::println);
      case markdown -> terminal.data().print(report.markdown());
      case json -> terminal.data().println(json(result, report));
    }
    terminal.data().flush();
    terminal
        .words()
        .printf(
            "%d items, %d of them read with both; rules %s → %s%n",
            result.items(), result.readTwice(), was.version(), now.version());
    return report.trueOnesLost().isEmpty() ? Terminal.FINE : Terminal.PROBLEMS;
  }

  private String json(Differ.Result result, DiffReport report) {
    var root = JsonMapper.shared().createObjectNode().put("summary", result.summary());
    root.put("before", result.before()).put("items", result.items());
    var lost = root.putArray("lost");
    result.alerts().lost().forEach(each -> add(lost, each, report));
    var gained = root.putArray("gained");
    result.alerts().gained().forEach(each -> add(gained, each, report));
    var changed = root.putArray("changed");
    for (var each : result.alerts().changed()) {
      var node = changed.addObject().put("what", each.what());
      node.set("was", json.alert(each.was()));
      node.set("now", json.alert(each.now()));
      report.verdict(each.was()).ifPresent(said -> node.put("verdict", said.word().word()));
    }
    var signals = root.putArray("signals");
    for (var each : result.signals()) {
      var node =
          signals.addObject().put("item", each.item().id()).put("title", each.item().title());
      var no = node.putArray("lost");
      each.lost().forEach(signal -> no.add(AlertJson.of(signal)));
      var yes = node.putArray("gained");
      each.gained().forEach(signal -> yes.add(AlertJson.of(signal)));
    }
    return root.toString();
  }

  private void add(ArrayNode list, Alert alert, DiffReport report) {
    var node = json.alert(alert);
    report.verdict(alert).ifPresent(said -> node.put("verdict", said.word().word()));
    list.add(node);
  }
}
