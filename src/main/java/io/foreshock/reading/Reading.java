package io.foreshock.reading;

import java.util.List;
import java.util.Optional;

/// All that is known of an item's text before a rule is asked.
///
/// @param language the language it was read in
/// @param text title and summary as plain text, a line break between them
/// @param words its words
/// @param said the concepts it names
/// @param names the countries and blocs it names
/// @param numbers the numbers it gives
/// @param dates the days and years it gives
/// @param cues what tells how its statements are meant
/// @param topics the topics that make it somebody else's news (`sport`, `film` …)
/// @param clauses indices of the words that begin a clause ("that", "after"), ascending
/// @param questions numbers of the sentences that ask
/// @param home the country that the language's press means where it names none
public record Reading(
    Optional<Language> language,
    String text,
    List<Word> words,
    List<Said> said,
    List<Named> names,
    List<Counted> numbers,
    List<Dated> dates,
    List<Cue> cues,
    List<Topic> topics,
    List<Integer> clauses,
    List<Integer> questions,
    Optional<String> home) {

  /// Copies the lists.
  public Reading {
    words = List.copyOf(words);
    said = List.copyOf(said);
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    dates = List.copyOf(dates);
    cues = List.copyOf(cues);
    topics = List.copyOf(topics);
    clauses = List.copyOf(clauses);
    questions = List.copyOf(questions);
  }

  /// The text from the first to the last of these words, letter for letter.
  public String words(int first, int last) {
    return text.substring(words.get(first).start(), words.get(last).end());
  }
}
