package io.foreshock.cli;

import io.foreshock.alert.AlertTable;
import io.foreshock.alert.VerdictTable;
import io.foreshock.workshop.Scorecard;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `rules scorecard`: what analysts made of each rule's alerts.
@Command(
    name = "scorecard",
    description = "For each rule: fired, true, false, useless, median lead time of early signs.")
final class RulesScorecardCommand implements Callable<Integer> {
  private static final String ROW = "%-44s %6s %5s %6s %8s %10s%n";

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  RulesScorecardCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return setup.with(terminal, environment, (_, handle) -> show(handle));
  }

  private int show(Handle handle) {
    var alerts = new AlertTable(handle).all().stream().map(AlertTable.Kept::alert).toList();
    var cards = Scorecard.of(alerts, new VerdictTable(handle).all());
    if (!cards.isEmpty()) {
      terminal.data().printf(ROW, "RULE", "FIRED", "TRUE", "FALSE", "USELESS", "LEAD");
    }
    cards.forEach(this::row);
    return Terminal.FINE;
  }

  private void row(Scorecard card) {
    terminal
        .data()
        .printf(
            ROW,
            card.rule(),
            card.fired(),
            card.isTrue(),
            card.isFalse(),
            card.useless(),
            card.lead().map(each -> each.toDays() + " d").orElse("-"));
  }
}
