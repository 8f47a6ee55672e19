package io.foreshock.workshop;

import io.foreshock.rule.RuleText;
import io.foreshock.signal.SignalTypes;
import io.foreshock.source.Nearest;
import io.foreshock.source.Problem;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a rule file says and means: its head, its windows, its negations, its literals.
final class RuleCheck {
  private static final Duration MEMORY = Duration.ofDays(45);
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern WORDED =
      Pattern.compile(
          "^\\(*\\s*(?:\\$\\w+\\.)?(type|phase|factuality|concept)\\s*(==|!=|in\\b|not in\\b)");
  private static final Pattern RAISED_SEVERITY = Pattern.compile("severity\\(\"([^\"]+)\"\\)");
  private static final Set<String> SEVERITIES = Set.of("Extreme", "Severe", "Moderate", "Minor");
  private static final Set<String> STATUSES = Set.of("experimental", "shadow", "stable");
  private static final List<Set<String>> EXCLUSIVE =
      List.of(
          Set.of("actual", "planned", "possible", "denied"), Set.of("firm", "possible", "denied"));

  private final Rules rules;
  private final SignalTypes types;
  private final List<Problem> problems;

  RuleCheck(Rules rules, List<Problem> problems) {
    this.rules = rules;
    this.types = rules.reader().types();
    this.problems = problems;
  }

  void all() {
    rules.reader().texts().forEach(this::readingRule);
    rules.patterns().texts().forEach(this::pattern);
  }

  private void readingRule(RuleText rule) {
    if (!isCommented(rule)) {
      add(rule, rule.line(), "nothing says what it is for", "write a line // above the rule");
    }
    for (var clause : rule.when()) {
      negation(rule, clause);
      for (var each : clause.constraints()) {
        if (each.text().contains("\"") && !each.text().startsWith("concept")) {
          add(
              rule,
              each.line(),
              "the literal " + each.text() + " stands where a concept belongs",
              "write concept == \"…\" and give its words in rules/lexicon");
        }
      }
    }
    said(rule);
  }

  private static boolean isCommented(RuleText rule) {
    var above = rule.file().text().substring(0, rule.from()).stripTrailing();
    return above.substring(above.lastIndexOf('\n') + 1).strip().startsWith("//");
  }

  private void said(RuleText rule) {
    var told = Pattern.compile("signals\\.(?:say|suspect)\\(\"([^\"]+)\",\\s*\"([^\"]+)\"");
    for (var each : told.matcher(rule.then()).results().toList()) {
      known(rule, rule.thenLine(), each.group(1), List.of(each.group(2)));
    }
  }

  private void pattern(RuleText rule) {
    head(rule);
    for (var clause : rule.when()) {
      negation(rule, clause);
      words(rule, clause);
      clause.constraints().forEach(each -> window(rule, each));
    }
  }

  private void head(RuleText rule) {
    for (var word : List.of("title", "description", "severity", "status")) {
      if (rule.head(word).isEmpty()) {
        add(rule, 1, "the file does not tell its " + word, "write // " + word + ": … at its top");
      }
    }
    var status = rule.head("status");
    if (!status.isEmpty() && !STATUSES.contains(status)) {
      add(rule, 1, "unknown status \"" + status + "\"", Nearest.advice(status, STATUSES));
    }
    for (var each : RAISED_SEVERITY.matcher(rule.then()).results().toList()) {
      if (!SEVERITIES.contains(each.group(1))) {
        add(
            rule,
            rule.thenLine(),
            "unknown severity \"" + each.group(1) + "\"",
            Nearest.advice(each.group(1), SEVERITIES));
      }
    }
  }

  private void window(RuleText rule, RuleText.Constraint constraint) {
    Windows.longest(constraint.text())
        .filter(each -> each.compareTo(MEMORY) > 0)
        .ifPresent(each ->
            add(
                rule,
                constraint.line(),
                "the window of " + constraint.text() + " is longer than facts are kept",
                "write " + MEMORY.toDays() + " days at the most"));
  }

  /// Types and phases that no reading rule can give would never match.
  private void words(RuleText rule, RuleText.Clause clause) {
    var type = literals(clause, "type");
    type.stream()
        .filter(each -> types.type(each).isEmpty())
        .forEach(each ->
            add(
                rule,
                clause.line(),
                "unknown signal \"" + each + "\"",
                Nearest.advice(each, types.types().keySet())));
    var phases =
        types.types().values().stream()
            .filter(each ->
                type.stream().noneMatch(types.types()::containsKey) || type.contains(each.name()))
            .flatMap(each -> each.phases().keySet().stream())
            .collect(Collectors.toSet());
    literals(clause, "phase").stream()
        .filter(each -> !phases.contains(each))
        .forEach(each ->
            add(
                rule,
                clause.line(),
                "no phase \"" + each + "\" here",
                Nearest.advice(each, phases)));
  }

  private void known(RuleText rule, int line, String type, List<String> phases) {
    for (var phase : phases) {
      if (!types.knows(type, phase)) {
        add(
            rule,
            line,
            "signals.yml knows no " + type + "/" + phase,
            types
                .type(type)
                .map(each -> Nearest.advice(phase, each.phases().keySet()))
                .orElseGet(() -> Nearest.advice(type, types.types().keySet())));
      }
    }
  }

  private static Set<String> literals(RuleText.Clause clause, String field) {
    return clause.constraints().stream()
        .filter(each -> {
          var worded = WORDED.matcher(each.text());
          return worded.find() && worded.group(1).equals(field);
        })
        .flatMap(each -> LITERAL.matcher(each.text().split("\\|\\||&&", 2)[0]).results())
        .map(each -> each.group(1))
        .collect(Collectors.toSet());
  }

  /// `not X(…)` where the rule itself holds an X that it cannot tell apart never lets it fire.
  private void negation(RuleText rule, RuleText.Clause clause) {
    if (clause.kind() != RuleText.Kind.NOT) {
      return;
    }
    var before = rule.when().subList(0, rule.when().indexOf(clause));
    for (var other : before) {
      if (other.kind() == RuleText.Kind.FACT
          && other.type().equals(clause.type())
          && !clause.type().isEmpty()
          && !tellsApart(clause, other)) {
        add(
            rule,
            clause.line(),
            "\""
                + rule.text(clause).lines().findFirst().orElse("")
                + "\" matches "
                + (other.binding().isEmpty() ? "the fact above" : other.binding())
                + " itself",
            "add this != " + (other.binding().isEmpty() ? "the fact's name" : other.binding()));
        return;
      }
    }
  }

  private static boolean tellsApart(RuleText.Clause not, RuleText.Clause other) {
    boolean named =
        not.constraints().stream()
            .anyMatch(each -> each.text().matches("(?s)this\\s*(!=|==|after\\[1|before\\[1).*"));
    if (named) {
      return true;
    }
    for (var field : List.of("type", "phase", "concept", "factuality")) {
      var one = new HashSet<>(literals(not, field));
      var two = literals(other, field);
      if (!one.isEmpty() && !two.isEmpty() && one.stream().noneMatch(two::contains)) {
        return true;
      }
    }
    return EXCLUSIVE.stream().anyMatch(group -> exclude(flags(not), flags(other), group));
  }

  private static boolean exclude(Set<String> one, Set<String> other, Set<String> group) {
    var first = one.stream().filter(group::contains).collect(Collectors.toSet());
    var second = other.stream().filter(group::contains).collect(Collectors.toSet());
    return !first.isEmpty() && !second.isEmpty() && first.stream().noneMatch(second::contains);
  }

  private static Set<String> flags(RuleText.Clause clause) {
    return clause.constraints().stream()
        .flatMap(each -> Pattern.compile("\\b[a-z]+\\b").matcher(each.text()).results())
        .map(each -> each.group().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private void add(RuleText rule, int line, String message, String next) {
    problems.add(new Problem(rule.file().path(), line, rule.name() + ": " + message, next));
  }
}
