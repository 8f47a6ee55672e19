package io.foreshock.cli;

import static java.util.stream.Collectors.joining;

import io.foreshock.alert.AlertTable;
import io.foreshock.alert.Silence;
import io.foreshock.alert.Step;
import io.foreshock.alert.Verdict;
import io.foreshock.item.Side;
import io.foreshock.source.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `alerts list|show|verdict|silence|unsilence|ack`: what was raised, and what to do about it.
@Command(
    name = "alerts",
    description = "Lists alerts, shows one, silences or acknowledges them.",
    synopsisSubcommandLabel = "(list | show | verdict | silence | unsilence | ack)")
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
    throw Subcommands.missing(spec);
  }

  @Command(name = "list", description = "The latest alerts and updates, newest first.")
  int list(
      @Option(names = "--held", description = "only those that a silence held back") boolean held) {
    return with(table -> {
      var kept = held ? table.held(MOST) : table.latest(MOST);
      kept.forEach(this::line);
      if (kept.isEmpty()) {
        terminal.words().println(held ? "no silence held anything back" : "nothing was raised yet");
      }
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
      kept.forEach(this::print);
      return kept.isEmpty() ? unknown(key) : Terminal.FINE;
    });
  }

  @Command(name = "silence", description = "Holds back the letters of a key, a kind or a country.")
  int silence(
      @Parameters(paramLabel = "WHAT", description = "a key, a kind or a country's code")
          String what,
      @Option(
              names = "--until",
              required = true,
              description = "7d, 2026-01-15 or 2026-01-15T08:00Z")
          String until,
      @Option(names = "--reason", required = true, description = "for colleagues") String reason) {
    var end = end(until);
    if (end.isEmpty() || !end.get().isAfter(clock.instant()) || reason.isBlank()) {
      terminal.words().println(wrong(until, reason, end));
      return CommandLine.ExitCode.USAGE;
    }
    return with(table -> {
      var silence = new Silence(what, end.get(), reason);
      table.silence(silence, clock.instant());
      terminal.words().println(silence);
      return Terminal.FINE;
    });
  }

  private static String wrong(String until, String reason, Optional<Instant> end) {
    if (reason.isBlank()) {
      return "a silence needs a reason: colleagues will wonder";
    }
    return end.isEmpty()
        ? "\"" + until + "\" is no time; write 7d, 12h, 2026-01-15 or 2026-01-15T08:00Z"
        : "\"" + until + "\" is over already; write a time ahead";
  }

  /// How long, or until when: the end of a duration, the end of a day (UTC), or a moment.
  private Optional<Instant> end(String until) {
    var lasting = Durations.parse(until).map(clock.instant()::plus);
    return lasting.or(() -> moment(until));
  }

  private static Optional<Instant> moment(String until) {
    try {
      return Optional.of(
          until.length() == "2026-01-15".length()
              ? LocalDate.parse(until).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(until).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Command(name = "unsilence", description = "Ends the silences of a key, a kind or a country.")
  int unsilence(@Parameters(paramLabel = "WHAT", description = "as it was silenced") String what) {
    return with(table -> {
      int lifted = table.lift(what, clock.instant());
      terminal
          .words()
          .println(
              lifted == 0
                  ? "\"" + what + "\" is not silenced; see foreshock alerts list"
                  : "\""
                      + what
                      + "\" may speak again; what was held back stays in alerts list --held");
      return lifted == 0 ? Terminal.PROBLEMS : Terminal.FINE;
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
      table.verdicts().add(new Verdict(key, development, word.get(), why, clock.instant()));
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

  private int with(ToIntFunction<AlertTable> work) {
    return setup.with(
        terminal, environment, (_, handle) -> work.applyAsInt(new AlertTable(handle)));
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
    var acknowledged = kept.acknowledged().isEmpty() ? "" : "acknowledged: " + kept.acknowledged();
    return Stream.of(kept.held(), acknowledged)
        .filter(words -> !words.isEmpty())
        .collect(joining("; "));
  }

  private void print(AlertTable.Kept kept) {
    var alert = kept.alert();
    terminal
        .data()
        .printf("%s  %s (%s)%n", minute(alert.raised()), alert.key(), alert.change().word());
    if (!note(kept).isEmpty()) {
      terminal.data().println("  " + note(kept));
    }
    terminal
        .data()
        .printf(
            "  %s, %s, %d independent publishers (%s), %d reports, rules %s%n  %s%n",
            alert.certainty().word(),
            alert.severity().word(),
            alert.publishers(),
            alert.sides().stream().map(Side::name).collect(joining(", ")).toLowerCase(Locale.ROOT),
            alert.account().reports(),
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
    alert.story().forEach(this::print);
  }

  private void print(Step step) {
    var signal = step.signal();
    terminal
        .data()
        .printf(
            "  %s  %s: %s %s%s%n",
            minute(step.at()),
            step.role(),
            signal.type(),
            signal.phase(),
            signal.count() > 0 ? ", " + signal.count() + " people" : "");
  }

  private static String minute(Instant time) {
    return time.toString().substring(0, 16).replace('T', ' ');
  }
}
