package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a test file says, and what is wrong with it: with file, line and a way out.
class RuleTestFileTest {
  @TempDir private Path empty;
  private Path folder;
  private final List<Problem> problems = new ArrayList<>();

  @BeforeEach
  void copy() throws IOException {
    folder = empty.resolve("rules");
    OurRules.copyFew(folder);
  }

  private List<RuleTest> read(String file, String text) throws IOException {
    var path = folder.resolve("tests").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    problems.clear();
    return RuleTests.of(folder, problems);
  }

  private List<String> told() {
    return problems.stream().map(each -> each.toString().replace(folder + "/", "")).toList();
  }

  private static String told(String line) {
    return "tests:\n  - name: one\n    story:\n      - at: 2025-12-13\n        " + line + "\n";
  }

  @Test
  void an_unknown_side_is_an_error_and_not_independent() throws IOException {
    assertThat(read("a.yml", told("side: goverment"))).isEmpty();
    assertThat(told())
        .containsExactly(
            "tests/a.yml:5: unknown side \"goverment\"; use one of independent, official, state");

    assertThat(read("a.yml", told("side: state"))).hasSize(1);
    assertThat(problems).isEmpty();
  }

  @Test
  void what_is_neither_yes_nor_no_is_an_error() throws IOException {
    assertThat(read("a.yml", told("trusted: true"))).isEmpty();
    assertThat(told())
        .containsExactly("tests/a.yml:5: \"true\" is neither yes nor no; write yes or no");

    assertThat(read("a.yml", told("title: x") + "    any-order: maybe\n")).isEmpty();
    assertThat(told())
        .containsExactly("tests/a.yml:6: \"maybe\" is neither yes nor no; write yes or no");
  }

  @Test
  void a_day_ahead_that_is_no_day_is_an_error() throws IOException {
    assertThat(read("a.yml", told("ahead: [soon]"))).isEmpty();
    assertThat(told()).containsExactly("tests/a.yml:5: \"soon\" is no day; write 2025-12-13");
  }

  @Test
  void a_line_of_a_corpus_is_a_test_of_reading() throws IOException {
    var tests =
        read(
            "corpus/pl.txt",
            """
            # two items
            2025-12-13 Litwa zamyka granicę | Od północy. → border closed planned actor LT; talks held denied

            2025-12-14 Przepis na zupę → nothing
            """);

    assertThat(problems).isEmpty();
    assertThat(tests).hasSize(2);
    var told = tests.getFirst().story().getFirst();
    assertThat(tests.getFirst().line()).isEqualTo(2);
    assertThat(told.item().title()).isEqualTo("Litwa zamyka granicę");
    assertThat(told.item().summary()).isEqualTo("Od północy.");
    assertThat(told.item().language()).contains("pl");
    assertThat(told.item().published()).isEqualTo(Instant.parse("2025-12-13T12:00:00Z"));
    assertThat(told.reads().orElseThrow())
        .extracting(SignalLine::toString)
        .containsExactly("border closed planned actor LT", "talks held denied");
    assertThat(told.reads().orElseThrow().getFirst().fields()).isEqualTo(Map.of("actor", "LT"));
    assertThat(tests.getLast().story().getFirst().reads().orElseThrow()).isEmpty();
  }

  @Test
  void a_line_that_is_no_labelled_item_is_told() throws IOException {
    assertThat(read("corpus/pl.txt", "2025-12-13 Litwa zamyka granicę\n")).isEmpty();
    assertThat(told())
        .containsExactly(
            "tests/corpus/pl.txt:1: this is no labelled item;"
                + " write 2025-12-13 TITLE | SUMMARY → SIGNAL; SIGNAL");

    assertThat(read("corpus/pl.txt", "gestern Litwa zamyka granicę → nothing\n")).isEmpty();
    assertThat(told()).singleElement().asString().contains("pl.txt:1: this is no labelled item");
  }

  @Test
  void a_signal_in_a_corpus_that_no_rule_may_give_is_told() throws IOException {
    assertThat(read("corpus/pl.txt", "2025-12-13 Litwa → border shut actual\n")).isEmpty();
    assertThat(told())
        .containsExactly(
            "tests/corpus/pl.txt:1: \"border\" has no phase \"shut\"; use one of closed, reopened");
  }

  @Test
  void a_corpus_in_no_known_language_is_told() throws IOException {
    assertThat(read("corpus/polish.txt", "2025-12-13 Litwa → nothing\n")).isEmpty();
    assertThat(told())
        .containsExactly(
            "tests/corpus/polish.txt: the name of the file begins with no language;"
                + " call it pl.txt, or pl-idioms.txt");
  }
}
