package io.foreshock.cli;

import io.foreshock.alert.Ledger;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ledger [COUNTRY]`: what is known to stand.
@Command(
    name = "ledger",
    description =
        "What is known to stand: emergencies in force, sanctions, this year's releases, borders.")
final class LedgerCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  @Parameters(
      arity = "0..1",
      paramLabel = "COUNTRY",
      description = "only lines that name this code, such as BY")
  private Optional<String> country = Optional.empty();

  LedgerCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return setup.with(terminal, environment, (_, handle) -> show(handle));
  }

  private int show(Handle handle) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var ledger = Ledger.of(handle, today);
    section("Emergencies", ledger.emergencies().stream().map(LedgerCommand::line));
    section("Sanctions", ledger.sanctions().stream().map(LedgerCommand::line));
    section("Releases " + today.getYear(), ledger.releases().stream().map(LedgerCommand::line));
    section("Borders", ledger.borders().stream().map(LedgerCommand::line));
    return Terminal.FINE;
  }

  private void section(String title, Stream<List<String>> lines) {
    terminal.data().println(title);
    var shown = lines.filter(this::isAsked).toList();
    shown.forEach(each -> terminal.data().printf("  %-8s %s%n", each.getFirst(), each.getLast()));
    if (shown.isEmpty()) {
      terminal.data().println("  none known");
    }
  }

  private boolean isAsked(List<String> line) {
    return country.isEmpty()
        || Arrays.asList(line.getFirst().split("-", -1)).contains(country.get());
  }

  private static List<String> line(Ledger.Emergency each) {
    return List.of(
        each.place(),
        (each.announced() ? "announced on " : "in force, told since ")
            + each.since()
            + each.lastDay().map(day -> ", to end on " + day).orElse(""));
  }

  private static List<String> line(Ledger.Sanctions each) {
    return List.of(
        named(each.sender()) + "-" + named(each.target()),
        "%-4s last on %s, %d this year".formatted(each.direction(), each.last(), each.thisYear()));
  }

  private static List<String> line(Ledger.Releases each) {
    return List.of(
        each.place(),
        "%d so far, %s people told, last on %s"
            .formatted(each.times(), each.people() == 0 ? "no" : each.people(), each.last()));
  }

  private static List<String> line(Ledger.Border each) {
    return List.of(
        each.sides(),
        (each.state().equals("reopened") ? "open" : each.state()) + " since " + each.since());
  }

  private static String named(String code) {
    return code.isEmpty() ? "?" : code;
  }
}
