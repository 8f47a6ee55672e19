package io.foreshock.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("interval", "language", "publisher");

  @Test
  void a_slip_of_one_letter_is_recognised() {
    assertThat(Nearest.to("intervall", KNOWN)).contains("interval");
  }

  @Test
  void a_word_that_is_like_none_gets_the_whole_list() {
    assertThat(Nearest.advice("colour", KNOWN))
        .isEqualTo("use one of interval, language, publisher");
  }

  @Property(tries = 200)
  void a_known_word_is_nearest_to_itself(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String word) {
    assertThat(Nearest.to(word, List.of(word, word + "xyz"))).contains(word);
  }
}
