package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which mistakes a test notices, on a small folder with a few rules and English words.
class MutationsTest {
  private static final String CLOSED =
      """
      tests:
        - name: a border that is closed
          story:
            - at: 2025-12-13T09:00Z
              lang: en
              title: The border of Lithuania close to Belarus
              reads: [border closed actual]
          alerts: [border-change LT-BY closed]
      """;

  @TempDir private Path empty;
  private Path folder;

  @BeforeEach
  void copy() throws IOException {
    folder = empty.resolve("rules");
    OurRules.copyFew(folder);
    Files.createDirectories(folder.resolve("tests"));
  }

  private Mutations mutations(String tests, Item... past) throws IOException {
    Files.writeString(folder.resolve("tests/border.yml"), tests);
    var rules = ((Rules.Opened.Ready) Rules.open(folder, Optional.of(OurRules.RULES))).rules();
    var runner = new RuleTests(rules);
    var results = RuleTests.of(folder, new ArrayList<>()).stream().map(runner::run).toList();
    return new Mutations(folder, rules, results, List.of(past));
  }

  private static List<Mutations.Tried> run(Mutations mutations, String name) {
    var some = mutations.all().stream().filter(each -> each.toString().contains(name)).toList();
    assertThat(some).as(name).isNotEmpty();
    return mutations.run(some, _ -> {}).tried();
  }

  private static Item item(String title) {
    var at = Instant.parse("2025-12-01T09:00:00Z");
    return new Item(
        title, Publisher.named("a"), Optional.of("en"), at, at, "", title, "", 0, false);
  }

  @Test
  void a_condition_is_noticed_where_a_test_ends_otherwise_without_it() throws IOException {
    var quiet =
        CLOSED
            + """
              - name: a close friend is no closed border
                story:
                  - at: 2025-12-13T09:00Z
                    lang: en
                    title: The airspace of Lithuania close to Belarus
                    reads: [airspace closed actual]
            """
                .indent(0);

    assertThat(run(mutations(quiet), "A border is closed drops concept in"))
        .extracting(Mutations.Tried::fate)
        .containsExactly(Mutations.Fate.NOTICED);
    assertThat(run(mutations(CLOSED), "A border closes or reopens drops firm"))
        .extracting(Mutations.Tried::fate)
        .containsExactly(Mutations.Fate.SURVIVED);
  }

  @Test
  void a_phrase_counts_only_where_something_is_read_otherwise_without_it() throws IOException {
    var frontier = item("The frontier of Lithuania close to Belarus");

    words("border, frontier");
    assertThat(run(mutations(CLOSED), "en removes border"))
        .extracting(Mutations.Tried::fate)
        .containsExactly(Mutations.Fate.NOTICED);
    assertThat(run(mutations(CLOSED, frontier), "en removes frontier"))
        .extracting(Mutations.Tried::fate)
        .containsExactly(Mutations.Fate.SURVIVED);
    assertThat(run(mutations(CLOSED, item("A frontier town")), "en removes frontier"))
        .extracting(Mutations.Tried::fate)
        .containsExactly(Mutations.Fate.WITHOUT_EFFECT);

    words("border, frontier, =frontier");
    assertThat(run(mutations(CLOSED, frontier), "en removes frontier"))
        .extracting(Mutations.Tried::fate)
        .containsExactly(Mutations.Fate.WITHOUT_EFFECT);
  }

  private void words(String border) throws IOException {
    Files.writeString(
        folder.resolve("lexicon/en.yml"),
        "language: en\nconcepts:\n  border: [" + border + "]\n  close: [close]\n");
  }

  @Test
  void a_survivor_has_the_reason_that_the_maintainers_wrote() throws IOException {
    Files.writeString(
        folder.resolve("tests/survivors.yml"),
        """
        survivors:
          - reason: talk of it is told too
            mutants: ["*border-change.drl: A border closes or reopens drops*"]
        """);

    assertThat(run(mutations(CLOSED), "A border closes or reopens drops firm"))
        .extracting(Mutations.Tried::reason)
        .containsExactly("talk of it is told too");
  }

  @Test
  void the_share_is_that_of_the_mistakes_that_have_an_effect() {
    var mutant = Mutant.without("en", "border");
    var outcome =
        new Mutations.Outcome(
            List.of(
                new Mutations.Tried(mutant, Mutations.Fate.NOTICED, ""),
                new Mutations.Tried(mutant, Mutations.Fate.NOTICED, ""),
                new Mutations.Tried(mutant, Mutations.Fate.NOTICED, ""),
                new Mutations.Tried(mutant, Mutations.Fate.SURVIVED, ""),
                new Mutations.Tried(mutant, Mutations.Fate.STILLBORN, ""),
                new Mutations.Tried(mutant, Mutations.Fate.WITHOUT_EFFECT, "")));

    assertThat(outcome.percent()).isEqualTo(75);
    assertThat(outcome.percent(Mutant.Kind.PHRASE)).isEqualTo(75);
    assertThat(outcome.count(Mutations.Fate.STILLBORN)).isOne();
  }
}
