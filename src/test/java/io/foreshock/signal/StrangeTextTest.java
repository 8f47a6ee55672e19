package io.foreshock.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a publisher sends is read into signals or silence, never into an exception.
class StrangeTextTest {
  private static final Instant NOW = Instant.parse("2025-12-13T09:00:00Z");
  private static final Reader READER = OurRules.RULES.reader();

  private static Read read(String language, String title, String summary) {
    var item =
        new Item(
            "1",
            Publisher.named("wild.example"),
            language.isEmpty() ? Optional.empty() : Optional.of(language),
            NOW,
            NOW,
            "",
            title,
            summary,
            0,
            false);
    return READER.read(item);
  }

  @Property(tries = 300)
  void any_text_in_any_language_is_read(
      @ForAll("languages") String language, @ForAll("texts") String title, @ForAll String summary) {
    assertThat(read(language, title, summary)).isNotNull();
  }

  @Property(tries = 200)
  void evidence_is_a_part_of_the_text(
      @ForAll("languages") String language, @ForAll("news") String text) {
    read(language, text, "")
        .signals()
        .forEach(signal -> assertThat(text.strip()).contains(signal.evidence()));
  }

  @Example
  void a_megabyte_of_text_is_cut() {
    var long1 = "Belarus frees 123 political prisoners. ".repeat(30_000);
    assertThat(read("en", long1, long1).signals()).hasSizeLessThan(64);
  }

  @Example
  void markup_and_marks_do_not_hide_the_news() {
    var title = "\u200FBelarus\u00AD <b>frees</b> 123 political &amp; other prisoners\u0000";
    assertThat(read("en", title, "").signals())
        .extracting(Signal::type)
        .contains("prisoner-release");
  }

  @Example
  void lone_surrogates_and_mixed_scripts_are_read() {
    assertThat(read("", "\uD83D Минск Мінск Mińsk \uDC00 санкции sanctions", "")).isNotNull();
  }

  @Example
  void an_item_without_words_says_nothing() {
    assertThat(read("", "", "").signals()).isEmpty();
    assertThat(read("xx", "?", "…").signals()).isEmpty();
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of("pl", "en", "ru", "uk", "be", "lt", "de", "", "xx");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(400);
  }

  /// Words of the trade in random order, with random punctuation.
  @Provide
  Arbitrary<String> news() {
    var word =
        Arbitraries.of(
            "Belarus",
            "frees",
            "123",
            "prisoners",
            "sanctions",
            "lifted",
            "US",
            "not",
            "may",
            ",",
            ".",
            "–",
            "?",
            "Литва",
            "объявила",
            "чрезвычайное",
            "положение",
            "Litwa",
            "zwolniła",
            "więźniów",
            "granica",
            "zamknięta",
            "heben",
            "auf",
            "Sanktionen",
            "2025",
            "12",
            "grudnia");
    return word.list().ofMaxSize(40).map(words -> String.join(" ", words));
  }
}
