package io.foreshock.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /// The same without a phrase.
  Lexicon without(String phrase) {
    var left = phrases.all().stream().filter(each -> !each.source().equals(phrase)).toList();
    return new Lexicon(
        language,
        senses,
        new PhraseBook<>(left),
        names,
        numbers,
        calendar,
        abbreviations,
        bare,
        and,
        home);
  }

  /// The phrases that take others away.
  List<Phrase<Meaning>> cancels() {
    return phrases.all().stream().filter(each -> each.meaning() instanceof Meaning.Cancel).toList();
  }

  /// The phrases that name concepts.
  List<ConceptPhrase> conceptPhrases() {
    var cancelled = new Cancelled(cancels());
    return phrases.all().stream()
        .flatMap(each ->
            each.meaning() instanceof Meaning.Concept(var name, var form, _)
                ? Stream.of(
                    new ConceptPhrase(
                        language.code(),
                        name,
                        form.map(known -> known.name().toLowerCase(Locale.ROOT)).orElse(""),
                        each.source(),
                        cancelled.always(each)))
                : Stream.empty())
        .toList();
  }

  /// How a language counts.
  ///
  /// @param values number words by key or form
  /// @param groups keys and forms of those that count groups: two dozen are 24
  /// @param vague folded words that count nothing unless a number stands before them: "dozens"
  /// @param atLeast folded words before a number that make it a lower bound
  /// @param about folded words before a number that make it a guess
  /// @param notPersons keys of what a number may count that is no person: percent, years, euros
  /// @param and folded words that join a number to the one before
  /// @param same folded words before a number that speaks of people told of before: "the four"
  record NumberWords(
      Map<String, Integer> values,
      Set<String> groups,
      List<List<String>> vague,
      List<List<String>> atLeast,
      List<List<String>> about,
      Set<String> notPersons,
      Set<String> and,
      Set<String> same) {}

  /// How a language names days.
  ///
  /// @param months 1 to 12 by key or form
  /// @param days days from today by folded word: yesterday -1
  /// @param inMonth folded words before a month that stands alone: "in September"
  /// @param ofYear folded words behind a number that make it a year, together with those of
  ///   `inMonth` before it
  record Calendar(
      Map<String, Integer> months,
      Map<String, Integer> days,
      Set<String> inMonth,
      Set<String> ofYear) {}
}
