package io.foreshock.workshop;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Change;
import io.foreshock.alert.Replay;
import io.foreshock.item.Item;
import io.foreshock.signal.Agenda;
import io.foreshock.signal.Explanation;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import io.foreshock.source.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Runs the tests of a rules folder in virtual time.
public final class RuleTests {
  private static final int SHUFFLES = 3;
  private static final Duration TICK = Duration.ofHours(1);

  private final Rules rules;
  private final List<Fired.Needs> needs;

  /// Tests of these rules.
  public RuleTests(Rules rules) {
    this.rules = rules;
    this.needs = Fired.Needs.of(rules.reader().texts());
  }

  /// The tests of a rules folder, by file and line; what is wrong in them is added to `problems`.
  public static List<RuleTest> of(Path folder, List<Problem> problems) {
    return RuleTestFile.readAll(folder, problems);
  }

  /// What a test showed.
  ///
  /// @param test which
  /// @param differences what was expected beside what came; none where it passed
  /// @param fired what came into play
  /// @param kinds the patterns that raised something
  public record Result(RuleTest test, List<String> differences, Fired fired, Set<String> kinds) {
    /// Copies the collections.
    public Result {
      differences = List.copyOf(differences);
      kinds = Set.copyOf(kinds);
    }

    /// Whether all came as expected.
    public boolean passed() {
      return differences.isEmpty();
    }
  }

  /// Runs one test; shuffled too where its order does not count.
  public Result run(RuleTest test) {
    var differences = new ArrayList<String>();
    var fired = Fired.nothing();
    var reports = new ArrayList<Report>();
    for (var told : test.story()) {
      var signals = signals(told);
      signals.forEach(signal -> reports.add(new Report(reports.size() + 1L, told.item(), signal)));
      if (told.given().isEmpty()) {
        fired.note(rules.reader(), needs, told.item(), signals);
      }
      told.reads()
          .ifPresent(wanted -> differences.addAll(compareSignals(test, told, wanted, signals)));
      told.ahead()
          .ifPresent(
              days -> differences.addAll(compareDays(place(test, told), days, ahead(told.item()))));
    }
    // a test that asks for no alerts says nothing of the patterns
    var alerts =
        test.alerts().isEmpty()
            ? List.<Alert>of()
            : Replay.asTold(rules.patterns(), reports, test.until());
    alerts.forEach(alert -> fired.rules().add(alert.rule()));
    test.alerts().ifPresent(wanted -> differences.addAll(compareAlerts(test, wanted, alerts)));
    if (test.anyOrder() && test.alerts().isPresent() && differences.isEmpty()) {
      differences.addAll(shuffled(test, reports, keys(alerts)));
    }
    var kinds = new HashSet<>(alerts.stream().map(Alert::kind).toList());
    return new Result(test, differences, fired, kinds);
  }

  /// Whether an item is read otherwise than the test says.
  boolean readsOtherwise(RuleTest test) {
    return test.story().stream().anyMatch(this::isReadOtherwise);
  }

  private boolean isReadOtherwise(RuleTest.Told told) {
    if (told.ahead().filter(days -> !days.equals(ahead(told.item()))).isPresent()) {
      return true;
    }
    return told.reads()
        .filter(wanted -> !isReadAs(wanted, rules.reader().read(told.item()).signals()))
        .isPresent();
  }

  private static boolean isReadAs(List<SignalLine> wanted, List<Signal> found) {
    var rest = new ArrayList<>(found);
    for (var line : wanted) {
      var fit = rest.stream().filter(line::fits).findFirst();
      if (fit.isEmpty()) {
        return false;
      }
      rest.remove(fit.get());
    }
    return rest.isEmpty();
  }

  /// The first days of what is noted as ahead.
  private List<LocalDate> ahead(Item item) {
    return rules.reader().read(item).agenda().stream().map(Agenda::from).sorted().toList();
  }

  /// Whether other alerts come than the test says.
  boolean tellsOtherwise(RuleTest test) {
    if (test.alerts().isEmpty()) {
      return false;
    }
    var reports = new ArrayList<Report>();
    for (var told : test.story()) {
      signals(told)
          .forEach(signal -> reports.add(new Report(reports.size() + 1L, told.item(), signal)));
    }
    var alerts = Replay.asTold(rules.patterns(), reports, test.until());
    return !compareAlerts(test, test.alerts().get(), alerts).isEmpty();
  }

  private List<Signal> signals(RuleTest.Told told) {
    return told.given()
        .map(lines -> lines.stream().map(SignalLine::signal).toList())
        .orElseGet(() -> rules.reader().read(told.item()).signals());
  }

  private List<String> compareSignals(
      RuleTest test, RuleTest.Told told, List<SignalLine> wanted, List<Signal> found) {
    var rest = new ArrayList<>(found);
    var missing = new ArrayList<SignalLine>();
    for (var line : wanted) {
      var fit = rest.stream().filter(line::fits).findFirst();
      fit.ifPresentOrElse(rest::remove, () -> missing.add(line));
    }
    var lines =
        sideBySide(
            place(test, told),
            missing,
            rest.stream().map(signal -> SignalLine.of(signal) + cited(signal)).toList());
    if (!lines.isEmpty() && told.given().isEmpty()) {
      lines.addAll(explained(rules.reader().explain(told.item())));
    }
    return lines;
  }

  private static String place(RuleTest test, RuleTest.Told told) {
    return test.file() + ":" + told.line() + ": “" + told.item().title() + "”";
  }

  private static List<String> compareDays(
      String place, List<LocalDate> wanted, List<LocalDate> found) {
    return wanted.equals(found)
        ? List.of()
        : List.of(place, "  expected  ahead " + wanted, "  found     ahead " + found);
  }

  /// How the item was understood, so that nobody must ask again.
  private static List<String> explained(Explanation explanation) {
    var lines = new ArrayList<String>();
    explanation.silencedBy().forEach(rule -> lines.add("  silenced  by “" + rule + "”"));
    explanation
        .reading()
        .said()
        .forEach(said ->
            lines.add(
                "  said      %s “%s”"
                    .formatted(
                        said.concept(), explanation.reading().words(said.first(), said.last()))));
    explanation
        .almost()
        .forEach(each ->
            lines.add(
                "  almost    “%s” lacks %s"
                    .formatted(each.rule(), String.join(", ", each.lacks()))));
    return lines;
  }

  private static String cited(Signal signal) {
    return "  (“%s”, rule “%s”)".formatted(signal.evidence(), signal.rule());
  }

  private static List<String> compareAlerts(
      RuleTest test, List<AlertLine> wanted, List<Alert> alerts) {
    var rest = new ArrayList<>(about(test, alerts));
    var missing = new ArrayList<AlertLine>();
    for (var line : wanted) {
      var fit = rest.stream().filter(each -> AlertLine.of(each).equals(line)).findFirst();
      fit.ifPresentOrElse(rest::remove, () -> missing.add(line));
    }
    return sideBySide(
        test.toString(),
        missing,
        rest.stream()
            .map(each -> AlertLine.of(each) + "  (" + each.raised() + ", " + each.because() + ")")
            .toList());
  }

  private static List<Alert> about(RuleTest test, List<Alert> alerts) {
    return alerts.stream()
        .filter(each -> test.kinds().isEmpty() || test.kinds().contains(each.kind()))
        .toList();
  }

  private static List<String> sideBySide(String place, List<?> missing, List<String> extra) {
    var lines = new ArrayList<String>();
    missing.forEach(each -> lines.add("  expected  " + each));
    extra.forEach(each -> lines.add("  found     " + each));
    if (!lines.isEmpty()) {
      lines.addFirst(place);
    }
    return lines;
  }

  /// The alerts themselves must not depend on what came first within an hour.
  private List<String> shuffled(RuleTest test, List<Report> reports, Set<String> expected) {
    for (int seed = 1; seed <= SHUFFLES; seed++) {
      var found = keys(Replay.asTold(rules.patterns(), shuffle(reports, seed), test.until()));
      if (!found.equals(expected)) {
        return List.of(
            test + ", its hours shuffled",
            "  expected  " + String.join(", ", expected),
            "  found     " + String.join(", ", found));
      }
    }
    return List.of();
  }

  private static List<Report> shuffle(List<Report> reports, int seed) {
    var random = new Random(seed);
    var shuffled = new ArrayList<Report>();
    Function<Report, Long> hour = report -> report.time().toEpochMilli() / TICK.toMillis();
    for (var key : reports.stream().map(hour).distinct().toList()) {
      var tick = new ArrayList<>(reports.stream().filter(r -> hour.apply(r).equals(key)).toList());
      Collections.shuffle(tick, random);
      shuffled.addAll(tick);
    }
    return shuffled;
  }

  private static Set<String> keys(List<Alert> alerts) {
    var keys = new TreeSet<String>();
    alerts.stream()
        .filter(each -> each.change() == Change.NEW_DEVELOPMENT)
        .forEach(each -> keys.add(each.key()));
    return keys;
  }
}
