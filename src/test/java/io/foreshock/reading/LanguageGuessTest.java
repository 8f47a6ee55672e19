package io.foreshock.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class LanguageGuessTest {
  private final LanguageGuess guess = new LanguageGuess();

  @ParameterizedTest
  @CsvSource({
    "На волю выйшлі пяцьдзясят два палітвязні, BE",
    "Na volu vyjšaŭ žurnalist, BE",
    "Санкції проти Росії продовжено, UK",
    "США снимают санкции с Белавиа, RU",
    "Litwa zamyka granice z Bialorusia, PL",
    "Vyriausybe uzdare siena su Baltarusija, LT",
    "Minsk lässt Gefangene frei, DE",
    "Lithuania shuts its border, EN"
  })
  void a_short_headline_is_enough(String headline, Language expected) {
    assertThat(guess.of(headline, Optional.empty())).contains(expected);
  }

  @ParameterizedTest
  @EnumSource
  void nineteen_of_twenty_headlines_are_told(Language language) throws IOException {
    var file = Path.of("src/test/resources/corpus/dev-" + language.code() + ".jsonl");
    var titles =
        Files.readAllLines(file).stream()
            .map(line -> JsonMapper.shared().readTree(line).path("title").asString())
            .toList();
    long right =
        titles.stream()
            .filter(title -> guess.of(title, Optional.empty()).equals(Optional.of(language)))
            .count();
    assertThat(right).isGreaterThanOrEqualTo(titles.size() * 19L / 20);
  }

  @Test
  void a_declared_language_that_is_not_read_is_respected() {
    assertThat(guess.of("Lithuania shuts its border", Optional.of("fr"))).isEmpty();
  }

  @Test
  void a_text_without_letters_has_no_language() {
    assertThat(guess.of("123 – 456", Optional.empty())).isEmpty();
  }

  @Test
  void a_text_that_is_clearly_foreign_is_not_taken_for_ours() {
    var french = "Le gouvernement français a annoncé jeudi la levée progressive des restrictions";
    assertThat(guess.of(french, Optional.empty())).isEmpty();
  }
}
