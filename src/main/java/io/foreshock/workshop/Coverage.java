package io.foreshock.workshop;

import io.foreshock.alert.Replay;
import io.foreshock.item.Item;
import io.foreshock.reading.Language;
import io.foreshock.signal.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When each rule, concept and phrase last fired, on what: in the tests and in stored items.
public final class Coverage {
  private final Rules rules;
  private final Map<String, Use> inTests = new LinkedHashMap<>();
  private final Map<String, Use> inItems = new LinkedHashMap<>();

  /// Of these rules; nothing has fired yet.
  public Coverage(Rules rules) {
    this.rules = rules;
  }

  /// That something fired.
  ///
  /// @param at publication of the item
  /// @param on its title, or the test's name
  public record Use(Instant at, String on) {}

  /// One rule, concept or phrase.
  ///
  /// @param what `rule`, `concept` or `phrase`
  /// @param name its name; a phrase with its language before it, `pl:uwolnić`
  /// @param inTests when it last fired in a test
  /// @param inItems when it last fired in a stored item
  public record Line(String what, String name, Optional<Use> inTests, Optional<Use> inItems) {
    /// Whether it never did.
    public boolean isIdle() {
      return inTests.isEmpty() && inItems.isEmpty();
    }
  }

  /// Adds what fires in tests.
  public void tests(List<RuleTest> tests) {
    for (var test : tests) {
      var reports = new ArrayList<Report>();
      for (var told : test.story()) {
        var signals =
            told.given()
                .map(lines -> lines.stream().map(SignalLine::signal).toList())
                .orElseGet(() -> rules.reader().read(told.item()).signals());
        signals.forEach(each -> reports.add(new Report(reports.size() + 1L, told.item(), each)));
        if (told.given().isEmpty()) {
          read(told.item(), test.name(), inTests);
        }
      }
      Replay.asTold(rules.patterns(), reports, test.until())
          .forEach(each -> inTests.put("rule:" + each.rule(), new Use(each.raised(), test.name())));
      reports.forEach(each -> fired(each, test.name(), inTests));
    }
  }

  /// Adds what fires in items of the past.
  public void items(List<Item> items) {
    var reports = new ArrayList<Report>();
    for (var item : items) {
      read(item, item.title(), inItems);
      rules
          .reader()
          .read(item)
          .signals()
          .forEach(each -> reports.add(new Report(reports.size() + 1L, item, each)));
    }
    reports.forEach(each -> fired(each, each.item().title(), inItems));
    Replay.of(rules.patterns(), reports)
        .forEach(each -> inItems.put("rule:" + each.rule(), new Use(each.raised(), each.key())));
  }

  private static void fired(Report report, String on, Map<String, Use> uses) {
    later(uses, "rule:" + report.signal().rule(), new Use(report.time(), on));
  }

  private void read(Item item, String on, Map<String, Use> uses) {
    var reading = rules.reader().reading(item);
    var language = reading.language().map(Language::code).orElse("");
    var use = new Use(item.published(), on);
    for (var said : reading.said()) {
      later(uses, "concept:" + said.concept(), use);
      later(uses, "phrase:" + language + ":" + said.phrase(), use);
    }
  }

  private static void later(Map<String, Use> uses, String name, Use use) {
    uses.merge(name, use, (one, other) -> one.at().isAfter(other.at()) ? one : other);
  }

  /// Every rule, concept and phrase, in the order of the folder.
  public List<Line> lines() {
    Set<String> names = new LinkedHashSet<>();
    rules.patterns().texts().stream()
        .filter(each -> !Kinds.in(each.then()).isEmpty())
        .forEach(each -> names.add("rule:" + each.name()));
    rules.reader().texts().forEach(each -> names.add("rule:" + each.name()));
    rules.reader().phrases().forEach(each -> names.add("concept:" + each.concept()));
    rules
        .reader()
        .phrases()
        .forEach(each -> names.add("phrase:" + each.language() + ":" + each.phrase()));
    return names.stream().map(this::line).toList();
  }

  private Line line(String name) {
    var parts = name.split(":", 2);
    return new Line(
        parts[0],
        parts[1],
        Optional.ofNullable(inTests.get(name)),
        Optional.ofNullable(inItems.get(name)));
  }
}
