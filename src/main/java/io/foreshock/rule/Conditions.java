package io.foreshock.rule;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/// What a rule asks for, as far as its text tells: for explanations of what was nearly there.
///
/// @param rule the rule's name
/// @param facts for each fact that it needs, the words that one of its fields may have; only facts
///   that are asked for by a literal
public record Conditions(String rule, List<Fact> facts) {
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  /// Copies the list.
  public Conditions {
    facts = List.copyOf(facts);
  }

  /// A fact that a rule needs.
  ///
  /// @param type its class, e.g. `Said`
  /// @param field which field, e.g. `concept`
  /// @param words what it may be
  public record Fact(String type, String field, Set<String> words) {
    /// Copies the set.
    public Fact {
      words = Set.copyOf(words);
    }
  }

  /// The conditions of all rules of a file; a file that cannot be parsed has none.
  static List<Conditions> of(RuleFile file) {
    try {
      PackageDescr parsed = new DrlParser(LanguageLevelOption.DRL6).parse(null, file.text());
      return parsed == null ? List.of() : parsed.getRules().stream().map(Conditions::of).toList();
    } catch (DroolsParserException _) {
      return List.of(); // compiling it tells what is wrong
    }
  }

  private static Conditions of(RuleDescr rule) {
    var facts =
        rule.getLhs().getDescrs().stream()
            .filter(PatternDescr.class::isInstance)
            .flatMap(pattern -> facts((PatternDescr) pattern).stream())
            .toList();
    return new Conditions(rule.getName(), facts);
  }

  private static List<Fact> facts(PatternDescr pattern) {
    return pattern.getConstraint().getDescrs().stream()
        .map(BaseDescr::getText)
        .filter(text -> text.contains("\""))
        .map(text ->
            new Fact(pattern.getObjectType(), text.strip().split("\\W", 2)[0], literals(text)))
        .toList();
  }

  private static Set<String> literals(String text) {
    return LITERAL
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
