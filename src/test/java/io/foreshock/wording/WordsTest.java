package io.foreshock.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Set<String> NUMBERS = Set.of("count", "days", "before", "number", "all");

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)[,}]");

  private static Set<String> messages(Words words) {
    return words.keys().stream()
        .filter(key -> !key.startsWith("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_language_has_the_same_messages() {
    for (var language : Words.LANGUAGES) {
      assertThat(messages(new Words(language))).as(language).isEqualTo(messages(new Words("en")));
    }
  }

  @Test
  void every_message_is_filled_in_completely_for_none_one_and_many() {
    for (var language : Words.LANGUAGES) {
      var words = new Words(language);
      for (var key : messages(words)) {
        for (int number : new int[] {0, 1, 2, 5, 22}) {
          assertThat(words.say(key, arguments(words, key, number)))
              .as(language + " " + key + " " + number)
              .doesNotContain("{", "}", "#");
        }
      }
    }
  }

  private static Map<String, Object> arguments(Words words, String key, int number) {
    var arguments = new HashMap<String, Object>();
    for (var found : ARGUMENT.matcher(words.raw(key)).results().toList()) {
      var name = found.group(1);
      arguments.put(name, NUMBERS.contains(name) ? number : name.endsWith("_number") ? "one" : "x");
    }
    return arguments;
  }

  @ParameterizedTest
  @CsvSource({
    "1, Białoruś uwalnia 1 więźnia",
    "2, Białoruś uwalnia 2 więźniów",
    "5, Białoruś uwalnia 5 więźniów",
    "22, Białoruś uwalnia 22 więźniów",
    "123, Białoruś uwalnia 123 więźniów"
  })
  void polish_counts_prisoners_by_its_own_grammar(int count, String headline) {
    var arguments =
        Map.of("count", count, "exactly", "", "place", "Białoruś", "place_number", "one");

    assertThat(new Words("pl").say("headline.prisoner-release", arguments)).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource({
    "1, na razie jedno źródło",
    "2, potwierdzają 2 źródła",
    "5, potwierdza 5 źródeł",
    "12, potwierdza 12 źródeł",
    "22, potwierdzają 22 źródła"
  })
  void polish_counts_sources_by_its_own_grammar(int count, String certainty) {
    assertThat(new Words("pl").say("certainty.OBSERVED", Map.of("count", count)))
        .isEqualTo(certainty);
  }

  @Test
  void a_polish_name_stands_in_the_case_that_the_sentence_wants() {
    var words = new Words("pl");

    assertThat(words.place("LT")).isEqualTo("Litwa");
    assertThat(words.place("LT", "of")).isEqualTo("Litwy");
    assertThat(words.place("LT", "with")).isEqualTo("Litwą");
    assertThat(words.place("FJ", "of")).as("a country the bundle does not name").isEqualTo("Fidżi");
  }

  @Test
  void united_states_take_a_verb_in_the_plural_in_polish() {
    assertThat(new Words("pl").number("US")).isEqualTo("many");
    assertThat(new Words("pl").number("BY")).isEqualTo("one");
    assertThat(new Words("pl").number("")).isEqualTo("none");
  }
}
