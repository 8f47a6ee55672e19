package io.foreshock.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One language: its words and what they mean. Immutable; threads may share it.
///
/// @param language which
/// @param senses its morphology
/// @param phrases concepts, cues, markers, topics and cancelling words
/// @param names the gazetteer
/// @param numbers how it counts
/// @param calendar how it names days
/// @param abbreviations folded words whose full stop ends no sentence
/// @param bare endings of infinitives, for morphologies that do not tell them
/// @param and words that join names to a list
/// @param home the country that its press means by "the government"
record Lexicon(
    Language language,
    Senses senses,
    PhraseBook<Meaning> phrases,
    PhraseBook<NameMeaning> names,
    NumberWords numbers,
    Calendar calendar,
    Set<String> abbreviations,
    List<String> bare,
    Set<String> and,
    Optional<String> home) {

  /// How a language counts.
  ///
  /// @param values number words by key or form
  /// @param atLeast folded words before a number that make it a lower bound
  /// @param about folded words before a number that make it a guess
  /// @param notPersons keys of what a number may count that is no person: percent, years, euros
  record NumberWords(
      Map<String, Integer> values,
      List<List<String>> atLeast,
      List<List<String>> about,
      Set<String> notPersons) {}

  /// How a language names days.
  ///
  /// @param months 1 to 12 by key or form
  /// @param days days from today by folded word: yesterday -1
  record Calendar(Map<String, Integer> months, Map<String, Integer> days) {}
}
