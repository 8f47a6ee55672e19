package io.foreshock.cli;

import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import io.foreshock.alert.Silence;
import io.foreshock.alert.Verdict;
import io.foreshock.config.Config;
import io.foreshock.config.ConfigFiles;
import io.foreshock.source.Durations;
import io.foreshock.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `alerts list|show|silence|ack`: what was raised, and what to do about it.
@Command(
    name = "alerts",
    description = "Lists alerts, shows one, silences or acknowledges them.",
    synopsisSubcommandLabel = "(list | show | verdict | silence | ack)")
final class AlertsCommand implements Runnable {
  private static final int MOST = 50;

  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Mixin private Setup setup = new Setup();

  AlertsCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public void run() {
    var known = java.util.Objects.requireNonNull(spec);
    throw new CommandLine.ParameterException(
        known.commandLine(), "say what to do: list, show, silence or ack");
  }

  @Command(name = "list", description = "The latest alerts and updates, newest first.")
  int list(
      @Option(names = "--held", description = "only those that a silence held back") boolean held) {
    return with(table -> {
      var kept = held ? table.held(MOST) : table.latest(MOST);
      kept.forEach(this::line);
      table
          .silences(clock.instant())
          .forEach(silence -> terminal.words().println("in force: " + silence));
      return Terminal.FINE;
    });
  }

  @Command(name = "show", description = "An alert and its updates, with all they rest on.")
  int show(@Parameters(paramLabel = "KEY", description = "such as \"exchange BY\"") String key) {
    return with(table -> {
      var kept = table.byKey(key);
      kept.forEach(each -> print(each.alert()));
      return kept.isEmpty() ? unknown(key) : Terminal.FINE;
    });
  }

  @Command(name = "silence", description = "Holds back the letters of a key, a kind or a place.")
  int silence(
      @Parameters(paramLabel = "WHAT", description = "a key, a kind or a place") String what,
      @Option(names = "--until", required = true, description = "how long, e.g. 7d") String until,
      @Option(names = "--reason", required = true, description = "for colleagues") String reason) {
    var duration = Durations.parse(until);
    if (duration.isEmpty()) {
      terminal.words().println("\"" + until + "\" is not a duration; write 7d or 12h");
      return CommandLine.ExitCode.USAGE;
    }
    return with(table -> {
      var silence = new Silence(what, clock.instant().plus(duration.get()), reason);
      table.silence(silence, clock.instant());
      terminal.words().println(silence);
      return Terminal.FINE;
    });
  }

  @Command(name = "verdict", description = "Says whether an alert was true, false or useless.")
  int verdict(
      @Parameters(paramLabel = "KEY") String key,
      @Parameters(paramLabel = "VERDICT", description = "true, false or useless") String said,
      @Parameters(paramLabel = "WHY", description = "for colleagues") String why) {
    var word = Verdict.Word.of(said);
    if (word.isEmpty() || why.isBlank()) {
      terminal.words().println("say true, false or useless, and why in quotes");
      return CommandLine.ExitCode.USAGE;
    }
    return with(table -> {
      var kept = table.byKey(key);
      if (kept.isEmpty()) {
        return unknown(key);
      }
      var development = kept.getLast().alert().development();
      table
          .verdicts()
          .add(new Verdict(key, development, word.get(), why, clock.instant()));
      return Terminal.FINE;
    });
  }

  @Command(name = "ack", description = "Notes that somebody has seen to an alert.")
  int ack(
      @Parameters(paramLabel = "KEY") String key,
      @Parameters(paramLabel = "WORDS", description = "who, and what was done") String words) {
    return with(table -> {
      int known = table.acknowledge(key, words);
      return known == 0 ? unknown(key) : Terminal.FINE;
    });
  }

  private int with(Function<AlertTable, Integer> work) {
    return switch (setup.settings(environment)) {
      case ConfigFiles.Loaded.Broken(_, var problems) -> terminal.tell(problems);
      case ConfigFiles.Loaded.Ready(var config) -> with(config, work);
    };
  }

  private int with(Config config, Function<AlertTable, Integer> work) {
    try (var store = Store.open(config.store())) {
      int code = store.transaction(handle -> work.apply(new AlertTable(handle)));
      terminal.data().flush();
      return code;
    }
  }

  private int unknown(String key) {
    terminal.words().println("no alert \"" + key + "\"; see foreshock alerts list");
    return Terminal.PROBLEMS;
  }

  private void line(AlertTable.Kept kept) {
    var alert = kept.alert();
    terminal
        .data()
        .printf(
            "%-16s  %-40s %-9s %-8s %s%n",
            minute(alert.raised()),
            alert.key() + (alert.sequence() > 0 ? " (update " + alert.sequence() + ")" : ""),
            alert.certainty().word(),
            alert.severity().word(),
            note(kept));
  }

  private static String note(AlertTable.Kept kept) {
    return Optional.of(kept.held())
        .filter(held -> !held.isEmpty())
        .orElseGet(
            () -> kept.acknowledged().isEmpty() ? "" : "acknowledged: " + kept.acknowledged());
  }

  private void print(Alert alert) {
    terminal.data().printf("%s  %s%n", minute(alert.raised()), alert.key());
    terminal
        .data()
        .printf(
            "  %s, %s, %d independent publishers, rules %s%n  %s%n",
            alert.certainty().word(),
            alert.severity().word(),
            alert.publishers(),
            alert.rules(),
            alert.because());
    for (var report : alert.reports()) {
      terminal
          .data()
          .printf(
              "  - %s %s: %s%n    “%s” %s%n",
              minute(report.item().published()),
              report.item().publisher().name(),
              report.item().title(),
              report.signal().evidence(),
              report.item().link());
    }
  }

  private static String minute(Instant time) {
    return time.toString().substring(0, 16).replace('T', ' ');
  }
}
