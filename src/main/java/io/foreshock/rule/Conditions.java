package io.foreshock.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a rule asks for, as far as its text tells: for explanations of what was nearly there.
///
/// @param rule the rule's name
/// @param facts for each fact that it needs, the words that one of its fields may have; only facts
///   that are asked for by a literal
public record Conditions(String rule, List<Fact> facts) {
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

  /// The conditions of a rule.
  static Conditions of(RuleText rule) {
    var facts =
        rule.when().stream()
            .filter(clause -> clause.kind() == RuleText.Kind.FACT)
            .flatMap(clause -> clause.constraints().stream().flatMap(each -> facts(clause, each)))
            .toList();
    return new Conditions(rule.name(), facts);
  }

  private static Stream<Fact> facts(RuleText.Clause clause, RuleText.Constraint constraint) {
    var words = Set.copyOf(constraint.literals());
    return words.isEmpty()
        ? Stream.empty()
        : Stream.of(new Fact(clause.type(), constraint.text().strip().split("\\W", 2)[0], words));
  }
}
