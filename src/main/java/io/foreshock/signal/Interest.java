package io.foreshock.signal;

import io.foreshock.reading.Said;
import io.foreshock.rule.RuleText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which facts of an item its reading rules can use: those that a rule asks for of which the item
/// holds all that it needs. Drools would find the same, but asks each condition of each fact; few
/// of an item's concepts meet the partner that a rule wants.
///
/// A condition that does not ask for a concept by its name counts as met by any fact of its class.
/// Threads may share it.
final class Interest {
  private static final String SIGNAL = "signal";
  private static final Pattern BY_NAME =
      Pattern.compile(
          "concept\\s*(==\\s*\"[^\"]*\"|in\\s*\\(\\s*\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*\\s*\\))");

  private final List<Predicate<Object>> clauses = new ArrayList<>();
  private final List<Wish> wishes;

  /// Which clauses a fact meets, by its concept or its class: some hundred in all.
  private final Map<String, BitSet> met = new ConcurrentHashMap<>();

  Interest(List<RuleText> rules) {
    this.wishes = rules.stream().map(this::wish).toList();
  }

  /// The clauses of a rule.
  ///
  /// @param needs those without which it cannot fire
  /// @param asks all
  private record Wish(BitSet needs, BitSet asks) {}

  private Wish wish(RuleText rule) {
    var needs = new BitSet();
    var asks = new BitSet();
    for (var clause : rule.when()) {
      asks.set(clauses.size());
      needs.set(clauses.size(), isNeeded(clause));
      clauses.add(taking(clause));
    }
    return new Wish(needs, asks);
  }

  private static boolean isNeeded(RuleText.Clause clause) {
    return switch (clause.kind()) {
      case FACT, EXISTS -> true;
      case NOT, OTHER -> false;
    };
  }

  private static Predicate<Object> taking(RuleText.Clause clause) {
    if (clause.kind() == RuleText.Kind.OTHER) {
      return _ -> true;
    }
    return fact ->
        clause.type().equals(fact.getClass().getSimpleName())
            && (!(fact instanceof Said said)
                || clause.constraints().stream().allMatch(each -> takes(each, said)));
  }

  private static boolean takes(RuleText.Constraint constraint, Said said) {
    var text = constraint.text().strip();
    if (text.equals(SIGNAL)) {
      return said.isSignal();
    }
    return !BY_NAME.matcher(text).matches() || constraint.literals().contains(said.concept());
  }

  /// Those of an item's facts that can matter to a rule, in their order.
  List<Object> in(List<?> facts) {
    var here = new BitSet();
    facts.forEach(each -> here.or(met(each)));
    var wanted = new BitSet();
    for (var wish : wishes) {
      if (isSubset(wish.needs(), here)) {
        wanted.or(wish.asks());
      }
    }
    return facts.stream()
        .filter(each -> met(each).intersects(wanted))
        .map(Object.class::cast)
        .toList();
  }

  private static boolean isSubset(BitSet part, BitSet whole) {
    for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
      if (!whole.get(i)) {
        return false;
      }
    }
    return true;
  }

  private BitSet met(Object fact) {
    var key = fact instanceof Said said ? said.concept() : fact.getClass().getName();
    var known = met.get(key);
    return known == null ? met.computeIfAbsent(key, _ -> clausesMetBy(fact)) : known;
  }

  private BitSet clausesMetBy(Object fact) {
    var found = new BitSet();
    for (int i = 0; i < clauses.size(); i++) {
      found.set(i, clauses.get(i).test(fact));
    }
    return found;
  }
}
