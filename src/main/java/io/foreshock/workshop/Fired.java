package io.foreshock.workshop;

import io.foreshock.item.Item;
import io.foreshock.reading.Cue;
import io.foreshock.reading.Language;
import io.foreshock.reading.Said;
import io.foreshock.rule.RuleText;
import io.foreshock.signal.RuleReader;
import io.foreshock.signal.Signal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What came into play while items were read: rules, concepts and phrases that led to a signal, and
/// those that were there and led to none.
///
/// @param rules names of rules that concluded something that counts
/// @param silentRules names of rules that found a part of what they need and concluded nothing
/// @param concepts that stand in an item with signals
/// @param silentConcepts that stand in an item without
/// @param phrases that were found, `language:phrase`
record Fired(
    Set<String> rules,
    Set<String> silentRules,
    Set<String> concepts,
    Set<String> silentConcepts,
    Set<String> phrases) {
  static Fired nothing() {
    return new Fired(
        new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
  }

  void add(Fired other) {
    rules.addAll(other.rules);
    silentRules.addAll(other.silentRules);
    concepts.addAll(other.concepts);
    silentConcepts.addAll(other.silentConcepts);
    phrases.addAll(other.phrases);
  }

  /// Notes what an item brought into play.
  void note(RuleReader reader, List<Needs> needs, Item item, List<Signal> signals) {
    var reading = reader.reading(item);
    var said = reading.said().stream().map(Said::concept).collect(Collectors.toSet());
    var language = reading.language().map(Language::code).orElse("");
    reading.said().forEach(each -> phrases.add(language + ":" + each.phrase()));
    reading.cues().stream().map(Cue::phrase).forEach(each -> phrases.add(language + ":" + each));
    (signals.isEmpty() ? silentConcepts : concepts).addAll(said);
    signals.forEach(signal -> rules.add(signal.rule()));
    needs.stream()
        .filter(rule -> rule.isTouchedBy(said) && !names(signals).contains(rule.rule()))
        .forEach(rule -> silentRules.add(rule.rule()));
    if (!reading.topics().isEmpty()) {
      needs.stream().filter(Needs::isSilence).forEach(rule -> rules.add(rule.rule()));
    }
  }

  private static Set<String> names(List<Signal> signals) {
    return signals.stream().map(Signal::rule).collect(Collectors.toSet());
  }

  /// What a reading rule asks for.
  ///
  /// @param rule its name
  /// @param concepts any of which touches it
  /// @param then what it concludes
  record Needs(String rule, Set<String> concepts, String then) {
    static List<Needs> of(List<RuleText> rules) {
      var needs = new ArrayList<Needs>();
      for (var rule : rules) {
        var concepts =
            rule.when().stream()
                .flatMap(clause -> clause.constraints().stream())
                .filter(each -> each.text().startsWith("concept"))
                .flatMap(each -> each.literals().stream())
                .collect(Collectors.toSet());
        needs.add(new Needs(rule.name(), concepts, rule.then()));
      }
      return needs;
    }

    boolean isTouchedBy(Set<String> said) {
      if (isSilence()) {
        return true;
      }
      return concepts.isEmpty()
          ? said.stream().anyMatch(each -> each.contains("/"))
          : concepts.stream().anyMatch(said::contains);
    }

    boolean isSilence() {
      return then.contains(".silence(");
    }
  }
}
