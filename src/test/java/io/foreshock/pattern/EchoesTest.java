package io.foreshock.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoesTest {
  private static final String FIRST =
      "Two buses left the colony near Bobruisk on Saturday, people who wait at the gate say";

  private final Echoes echoes = new Echoes();

  @Test
  void a_text_with_a_word_changed_echoes_the_first() {
    echoes.add("one.example", Echoes.runs(FIRST));

    assertThat(echoes.earliestLike(Echoes.runs(FIRST.replace("Saturday", "Sunday"))))
        .contains("one.example");
  }

  @Test
  void half_of_a_text_in_a_text_of_its_own_is_no_echo() {
    echoes.add("one.example", Echoes.runs(FIRST));

    assertThat(
            echoes.earliestLike(
                Echoes.runs(
                    "Two buses left the colony near Bobruisk, but nobody knows who sat in them, and"
                        + " the ministry gives no word")))
        .isEmpty();
  }

  @Test
  void of_several_like_it_the_earliest_is_its_voice() {
    echoes.add("one.example", Echoes.runs(FIRST));
    echoes.add("two.example", Echoes.runs(FIRST));

    assertThat(echoes.earliestLike(Echoes.runs(FIRST))).contains("one.example");
  }

  @Test
  void a_text_that_was_forgotten_has_no_echo() {
    echoes.remove(echoes.add("one.example", Echoes.runs(FIRST)));

    assertThat(echoes.earliestLike(Echoes.runs(FIRST))).isEmpty();
  }

  @Test
  void a_few_words_are_too_few_to_tell() {
    echoes.add("one.example", Echoes.runs("Border closed again"));

    assertThat(echoes.earliestLike(Echoes.runs("Border closed again"))).isEmpty();
  }

  @Test
  void among_thousands_of_the_same_text_the_first_is_still_found() {
    for (int i = 0; i < 5_000; i++) {
      echoes.add("publisher-" + i, Echoes.runs(FIRST));
    }

    assertThat(echoes.earliestLike(Echoes.runs(FIRST))).contains("publisher-0");
  }
}
