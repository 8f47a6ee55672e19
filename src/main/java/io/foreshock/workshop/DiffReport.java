package io.foreshock.workshop;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Verdict;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A difference for people: as text for a terminal, as Markdown for a pull request.
public final class DiffReport {
  private static final int MOST_REPORTS = 3;
  private static final int MOST_ITEMS = 40;

  private final Differ.Result result;
  private final Map<String, Verdict> verdicts;

  /// @param verdicts what analysts said, by development
  public DiffReport(Differ.Result result, Map<String, Verdict> verdicts) {
    this.result = result;
    this.verdicts = Map.copyOf(verdicts);
  }

  /// Alerts that would be lost although an analyst has called them true.
  public List<Alert> trueOnesLost() {
    return result.alerts().lost().stream()
        .filter(each -> verdict(each).filter(v -> v.word() == Verdict.Word.TRUE).isPresent())
        .toList();
  }

  /// What an analyst has said of an alert.
  public Optional<Verdict> verdict(Alert alert) {
    return Optional.ofNullable(verdicts.get(alert.development()));
  }

  /// For a terminal; the summary is the last line.
  public List<String> text() {
    var lines = new ArrayList<String>();
    result.alerts().lost().forEach(each -> alert("− ", each, "", lines));
    result.alerts().gained().forEach(each -> alert("+ ", each, "", lines));
    result
        .alerts()
        .changed()
        .forEach(each -> alert("~ ", each.now(), " (" + each.what() + ")", lines));
    result.signals().stream().limit(MOST_ITEMS).forEach(each -> item(each, lines));
    if (result.signals().size() > MOST_ITEMS) {
      lines.add("… and " + (result.signals().size() - MOST_ITEMS) + " more items");
    }
    trueOnesLost().forEach(each -> lines.add("An analyst called this true: " + each.key()));
    lines.add(result.summary());
    return lines;
  }

  private void alert(String sign, Alert alert, String what, List<String> lines) {
    lines.add(sign + AlertLine.of(alert) + "  " + minute(alert) + what + said(alert));
    alert.reports().stream()
        .limit(MOST_REPORTS)
        .forEach(each -> lines.add("    " + evidence(each)));
  }

  private String said(Alert alert) {
    return verdict(alert).map(each -> "  [" + each + "]").orElse("");
  }

  private static String minute(Alert alert) {
    return alert.raised().toString().substring(0, 16).replace('T', ' ');
  }

  private static String evidence(Report report) {
    return report.item().publisher().name()
        + ": “"
        + report.item().title()
        + "” — "
        + SignalLine.of(report.signal());
  }

  private static void item(Differ.SignalChange change, List<String> lines) {
    lines.add("  “" + change.item().title() + "” (" + change.item().publisher().name() + ")");
    change.lost().forEach(each -> lines.add("  − " + signal(each)));
    change.gained().forEach(each -> lines.add("  + " + signal(each)));
  }

  private static String signal(Signal signal) {
    return SignalLine.of(signal) + " “" + signal.evidence() + "”, rule “" + signal.rule() + "”";
  }

  /// For a pull request.
  public String markdown() {
    var text = new StringBuilder("**" + result.summary() + "**\n");
    for (var each : trueOnesLost()) {
      text.append("\n> ⚠ An analyst called `")
          .append(each.key())
          .append("` true; it would be lost.\n");
    }
    if (!result.alerts().isEmpty()) {
      text.append("\n| | alert | raised | what | verdict |\n| --- | --- | --- | --- | --- |\n");
      result.alerts().lost().forEach(each -> row(text, "−", each, each.because()));
      result.alerts().gained().forEach(each -> row(text, "+", each, each.because()));
      result.alerts().changed().forEach(each -> row(text, "~", each.now(), each.what()));
    }
    if (!result.signals().isEmpty()) {
      text.append("\n<details><summary>")
          .append(result.signals().size())
          .append(" items say something else</summary>\n\n```diff\n");
      var lines = new ArrayList<String>();
      result.signals().stream().limit(MOST_ITEMS).forEach(each -> item(each, lines));
      lines.forEach(
          each -> text.append(each.replace("  − ", "- ").replace("  + ", "+ ")).append('\n'));
      text.append("```\n</details>\n");
    }
    return text.toString();
  }

  private void row(StringBuilder text, String sign, Alert alert, String what) {
    text.append(
        "| %s | `%s` | %s | %s | %s |%n"
            .formatted(
                sign,
                AlertLine.of(alert),
                minute(alert),
                what.replace("|", "\\|").replace("\n", " "),
                verdict(alert).map(Verdict::toString).orElse("")));
  }
}
