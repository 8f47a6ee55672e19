package io.foreshock.signal;

import io.foreshock.reading.Reading;
import io.foreshock.reading.Said;
import io.foreshock.rule.Conditions;
import java.util.ArrayList;
import java.util.List;

/// Finds the reading rules that had a part of what they need and lacked the rest.
final class NearMisses {
  private static final int MOST = 5;

  private final List<Conditions> rules;

  NearMisses(List<Conditions> rules) {
    this.rules = rules;
  }

  /// At most five, in the order of the rules' files.
  List<Explanation.Almost> in(Reading reading) {
    return rules.stream()
        .map(rule -> almost(rule, reading))
        .filter(each -> !each.found().isEmpty() && !each.lacks().isEmpty())
        .limit(MOST)
        .toList();
  }

  private static Explanation.Almost almost(Conditions rule, Reading reading) {
    var found = new ArrayList<String>();
    var lacks = new ArrayList<String>();
    for (var fact : rule.facts()) {
      reading.said().stream()
          .filter(said -> fact.words().contains(said.concept()))
          .findFirst()
          .ifPresentOrElse(
              said -> found.add(words(said, reading)),
              () -> lacks.add(String.join(" or ", fact.words().stream().sorted().toList())));
    }
    return new Explanation.Almost(rule.rule(), found, lacks);
  }

  private static String words(Said said, Reading reading) {
    return said.concept() + " (“" + reading.words(said.first(), said.last()) + "”)";
  }
}
