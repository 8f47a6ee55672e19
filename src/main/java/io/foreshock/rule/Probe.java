package io.foreshock.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Watches how far rules get: beside each rule, its own beginnings are compiled as rules that say
/// that they were reached.
///
/// One thread only.
public final class Probe {
  private static final Pattern BOUND = Pattern.compile("(\\$\\w+)\\s*:");
  private static final int MOST = 20_000;

  private final List<Reached> reached = new ArrayList<>();

  /// Nothing was reached yet.
  public Probe() {}

  /// That the first clauses of a rule hold together, or one of its clauses by itself.
  ///
  /// @param rule its name
  /// @param clauses how many of its clauses, from the first, hold; 0 where one holds by itself
  /// @param alone number of the clause that holds by itself, from 1; 0 where the first ones do
  /// @param facts what fits them
  public record Reached(String rule, int clauses, int alone, List<Object> facts) {
    /// Copies the list.
    public Reached {
      facts = List.copyOf(facts);
    }
  }

  /// Called by the probing rules.
  public void reached(String rule, int clauses, int alone, Object... facts) {
    if (reached.size() < MOST) {
      reached.add(new Reached(rule, clauses, alone, Arrays.asList(facts)));
    }
  }

  /// What was reached since the last call.
  public List<Reached> take() {
    var taken = List.copyOf(reached);
    reached.clear();
    return taken;
  }

  /// The rules of these files and their probes, in one batch.
  public static RuleBase.Compiled compile(List<RuleFile> files) {
    var all = new ArrayList<RuleFile>(files);
    for (var file : files) {
      all.add(new RuleFile(file.path() + " (probes)", probes(file)));
    }
    return RuleBase.compile(all);
  }

  private static String probes(RuleFile file) {
    var text = new StringBuilder(head(file));
    text.append("import io.foreshock.rule.Probe\nglobal Probe probes;\n");
    for (var rule : RuleText.of(file)) {
      for (int k = 1; k <= rule.when().size(); k++) {
        var clauses = rule.when().subList(0, k);
        probe(text, rule, k, 0, clauses.stream().map(rule::text).toList());
      }
      alone(text, rule);
    }
    return text.toString();
  }

  /// Package, imports and globals, as the file writes them.
  private static String head(RuleFile file) {
    return file.text()
        .lines()
        .takeWhile(each -> !each.startsWith("rule "))
        .filter(each -> !each.startsWith("//"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// A later fact may come first: each is probed by itself, without what ties it to the others.
  private static void alone(StringBuilder text, RuleText rule) {
    for (int i = 1; i < rule.when().size(); i++) {
      var clause = rule.when().get(i);
      if (clause.kind() == RuleText.Kind.FACT && !clause.binding().isEmpty()) {
        var own =
            clause.constraints().stream()
                .map(RuleText.Constraint::text)
                .filter(each -> !each.contains("$"))
                .collect(Collectors.joining(", "));
        if (!own.isEmpty()) {
          var condition = clause.binding() + " : " + clause.type() + "(" + own + ")";
          probe(text, rule, 0, i + 1, List.of(condition));
        }
      }
    }
  }

  private static void probe(
      StringBuilder text, RuleText rule, int clauses, int alone, List<String> when) {
    Map<String, String> bound = new LinkedHashMap<>();
    when.stream()
        .filter(each -> !each.matches("(?s)(not|exists|accumulate|forall)\\b.*"))
        .flatMap(each -> BOUND.matcher(each).results())
        .forEach(each -> bound.put(each.group(1), ""));
    text.append("rule \"")
        .append(rule.name())
        .append(" #")
        .append(clauses)
        .append('/')
        .append(alone);
    text.append("\"\nsalience 100\nwhen\n  ").append(String.join("\n  ", when)).append("\nthen\n");
    text.append("  probes.reached(\"").append(rule.name()).append("\", ").append(clauses);
    text.append(", ").append(alone);
    bound.keySet().forEach(each -> text.append(", ").append(each));
    text.append(");\nend\n");
  }
}
