package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `check` says of an edit: one folder is opened once, and each row edits it, looks and takes
/// the edit back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FolderCheckTest {
  private static final String EXCHANGE = "patterns/exchange.drl";
  private static final String BORDER = "reading/border.drl";
  private static final String BEYOND = " reaches beyond what a rule may use";
  private static final String GERMAN = "language: de\nconcepts:\n";

  @SuppressWarnings("NullAway.Init") // laid out before the first row
  private Workbench bench;

  @BeforeAll
  void layOut(@TempDir Path empty) throws IOException {
    bench = Workbench.small(empty);
  }

  @AfterEach
  void takeBack() throws IOException {
    bench.restore();
  }

  /// An edit and what must be said of it.
  ///
  /// @param mistake what is wrong, as a sentence says it
  /// @param from the text that is replaced; the whole file where it is empty
  /// @param told beginnings of what is said, in any order
  record Edit(String mistake, String file, String from, String to, List<String> told) {
    @Override
    public String toString() {
      return mistake;
    }
  }

  private static Edit edit(String mistake, String file, String from, String to, String... told) {
    return new Edit(mistake, file, from, to, Arrays.asList(told));
  }

  /// What somebody gets wrong who writes his first rule.
  static List<Edit> newcomersMistakes() {
    return List.of(
        edit(
            "a missing end",
            EXCHANGE,
            "\nend",
            "\n",
            "patterns/exchange.drl:13: \"An exchange\" has no end;"
                + " write end behind its last statement, before line 20"),
        edit(
            "curly quotes",
            EXCHANGE,
            "place != \"\"",
            "place != “”",
            "patterns/exchange.drl:15: \"“\" is a curly quote; write straight quotes: \""),
        edit(
            "an unknown concept",
            BORDER,
            "concept == \"close\"",
            "concept == \"clsoe\"",
            "reading/border.drl:11: unknown concept \"clsoe\"; did you mean \"close\"?"),
        edit(
            "a tab in YAML",
            "lexicon/pl.yml",
            "",
            "language: pl\nconcepts:\n\tfree: [uwolnić]\n",
            "lexicon/pl.yml:3: "),
        edit(
            "a window of 14 d",
            "patterns/reversal.drl",
            "target == $target, concerns($was),\n      this after[1ms, 30d] $was)",
            "target == $target, concerns($was),\n      this after[1ms, 14 d] $was)",
            "patterns/reversal.drl:19: [1ms, 14 d] is no window; write 14d without the space"),
        edit(
            "a window of days with a unit",
            EXCHANGE,
            "within(14, $release)",
            "within(14 d, $release)",
            "patterns/exchange.drl:17: within(14 d…) is no window;"
                + " within counts in days: write within(14, …)"),
        edit(
            "a rule without a name",
            EXCHANGE,
            "rule \"An exchange\"",
            "rule",
            "patterns/exchange.drl:13: a rule without a name; write rule \"What it finds\""),
        edit(
            "one equals sign",
            "patterns/border-change.drl",
            "type == \"border\"",
            "type = \"border\"",
            "patterns/border-change.drl:15: \"type = \"border\"\" compares with one =;"
                + " write type == \"border\""));
  }

  /// What compiles and cannot be meant.
  static List<Edit> rules() {
    return List.of(
        edit(
            "a missing head",
            EXCHANGE,
            "// severity: Severe\n",
            "",
            "patterns/exchange.drl:1: An exchange: the file does not tell its severity;"
                + " write // severity: … at its top"),
        edit(
            "an unknown status",
            EXCHANGE,
            "status: stable",
            "status: shadwo",
            "patterns/exchange.drl:1: An exchange: unknown status \"shadwo\";"
                + " did you mean \"shadow\"?"),
        edit(
            "a window longer than facts are kept",
            EXCHANGE,
            "within(14, $release)",
            "within(60, $release)",
            "patterns/exchange.drl:17: An exchange: the window of within(60, $release) is longer"
                + " than facts are kept; write 45 days at the most"),
        edit(
            "a negation that matches its own fact",
            "patterns/prisoner-release.drl",
            "$s : Sighting(type == \"prisoner-release\", actual)",
            "$s : Sighting(type == \"prisoner-release\", actual)\n"
                + "  not Sighting(type == \"prisoner-release\", same($s))",
            "patterns/prisoner-release.drl:16: A release of prisoners:"
                + " \"not Sighting(type == \"prisoner-release\", same($s))\" matches $s itself;"
                + " add this != $s"),
        edit(
            "a type that no reading rule gives",
            EXCHANGE,
            "type == \"sanctions\"",
            "type == \"sanction\"",
            "patterns/exchange.drl:16: An exchange: unknown signal \"sanction\";"
                + " did you mean \"sanctions\"?"),
        edit(
            "a word where a concept belongs",
            BORDER,
            "\"close\", near($what)",
            "\"close\", near($what), phrase == \"zamknąć\"",
            "reading/border.drl:11: A border is closed: the literal phrase == \"zamknąć\" stands"
                + " where a concept belongs; write concept == \"…\" and give its words in"
                + " rules/lexicon"),
        edit(
            "a rule without a line that says what it is for",
            BORDER,
            "// A state shuts its border, crossings or transit.\n",
            "",
            "reading/border.drl:7: A border is closed: nothing says what it is for;"
                + " write a line // above the rule"));
  }

  /// What reaches beyond the rules.
  static List<Edit> reach() {
    return List.of(
        edit(
            "a process started by a conclusion",
            EXCHANGE,
            "then\n",
            "then\n  Runtime.getRuntime().exec(\"rm\");\n",
            "patterns/exchange.drl:19: the class Runtime" + BEYOND,
            "patterns/exchange.drl:19: a call of getRuntime(…)" + BEYOND,
            "patterns/exchange.drl:19: a call of exec(…)" + BEYOND),
        edit(
            "a property read by a condition",
            EXCHANGE,
            "place != \"\"",
            "place != System.getProperty(\"user.name\")",
            "patterns/exchange.drl:15: the class System" + BEYOND,
            "patterns/exchange.drl:15: a call of getProperty(…)" + BEYOND),
        edit(
            "an import and a function",
            EXCHANGE,
            "global Matches alerts;",
            "import java.nio.file.Files\nfunction void wipe() { }\nglobal Matches alerts;",
            "patterns/exchange.drl:11: import of java.nio.file.Files" + BEYOND,
            "patterns/exchange.drl:12: function wipe" + BEYOND),
        edit(
            "a dialect",
            EXCHANGE,
            "when\n",
            "dialect \"mvel\"\nwhen\n",
            "patterns/exchange.drl:13: \"An exchange\" sets dialect" + BEYOND),
        edit(
            "a loop and an assignment",
            EXCHANGE,
            "then\n",
            "then\n  int i = 0; while (i < 1) { }\n",
            "patterns/exchange.drl:19: the word while" + BEYOND,
            "patterns/exchange.drl:19: an assignment" + BEYOND));
  }

  /// Words that do not say what they seem to.
  static List<Edit> words() {
    return List.of(
        edit(
            "a hyphen inside alternatives cuts the phrase",
            "lexicon/de.yml",
            "",
            GERMAN + "  free:\n    - 'frei|los-lassen|entlassen'\n",
            "lexicon/de.yml:4: the hyphen cuts \"frei|los-lassen|entlassen\" into two words, each"
                + " with its alternatives; give \"los-lassen\" a line of its own"),
        edit(
            "a space inside alternatives cuts the phrase",
            "lexicon/de.yml",
            "",
            GERMAN + "  free:\n    - 'freilassen| entlassen'\n",
            "lexicon/de.yml:4: a space cuts the alternatives \"freilassen| entlassen\"; write |"
                + " without spaces, and a phrase of several words on a line of its own"),
        edit(
            "a hyphen beside a word without alternatives is no matter",
            "lexicon/de.yml",
            "",
            GERMAN + "  free: ['los-lassen', 'ganz-los kommen|gehen']\n"),
        edit(
            "a phrase that another always cancels",
            "lexicon/de.yml",
            "",
            GERMAN + "  free:\n    - 'frei kommen'\ncancel:\n  - 'frei kommen|gehen'\n",
            "lexicon/de.yml:4: \"frei kommen\" can never count: cancel: has \"frei kommen|gehen\";"
                + " take one of the two out, or give the cancelling phrase more words"),
        edit(
            "a form that a beginning always cancels",
            "lexicon/de.yml",
            "",
            GERMAN + "  free:\n    - '=freikam jetzt'\ncancel:\n  - 'freik*'\n",
            "lexicon/de.yml:4: \"=freikam jetzt\" can never count: cancel: has \"freik*\""),
        edit(
            "a phrase that another cancels in some company only may stand",
            "lexicon/de.yml",
            "",
            GERMAN + "  free:\n    - 'frei'\ncancel:\n  - 'frei Eintritt'\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"newcomersMistakes", "rules", "reach", "words"})
  void is_told_with_its_place_and_the_way_out(Edit edit) throws IOException {
    if (edit.from().isEmpty()) {
      bench.write(edit.file(), edit.to());
    } else {
      bench.replace(edit.file(), edit.from(), edit.to());
    }

    var told = bench.problems();

    assertThat(told).allMatch(each -> edit.told().stream().anyMatch(each::startsWith));
    assertThat(edit.told()).allMatch(each -> told.stream().anyMatch(line -> line.startsWith(each)));
  }

  @Test
  void a_tab_is_told_with_what_to_write_instead() throws IOException {
    bench.write("lexicon/pl.yml", "language: pl\nconcepts:\n\tfree: [uwolnić]\n");

    assertThat(bench.problems())
        .singleElement()
        .asString()
        .endsWith("; indent with spaces, YAML allows no tabs");
  }

  @Test
  void a_concept_with_words_in_no_language_is_told_where_a_rule_asks_for_it() throws IOException {
    bench.replace("concepts.yml", "concepts:\n", "concepts:\n  balloon: balloons\n");
    bench.replace(
        "reading/airspace.drl",
        "concept == \"intruder\")\n",
        "concept in (\"intruder\", \"balloon\"))\n");

    assertThat(bench.problems())
        .containsExactly(
            "reading/airspace.drl:10: no language has words for the concept \"balloon\";"
                + " give it phrases in lexicon");
  }

  @Test
  void a_concept_that_no_rule_uses_and_one_that_a_language_lacks_are_remarks() throws IOException {
    bench.replace("concepts.yml", "concepts:\n", "concepts:\n  balloon: balloons\n");

    assertThat(bench.remarks())
        .anySatisfy(
            each -> assertThat(each).contains("no rule uses the concept \"balloon\"; use it in"))
        .anySatisfy(each ->
            assertThat(each).contains("\"balloon\" has no words in be, de, en, lt, pl, ru, uk"));
  }

  @Test
  void a_phrase_that_two_concepts_claim_is_a_remark() throws IOException {
    bench.write("lexicon/de.yml", GERMAN + "  free: [entlassen]\n  expel: [entlassen]\n");

    assertThat(bench.remarks())
        .contains(
            "lexicon/de.yml:4: \"entlassen\" is claimed by expel and free;"
                + " leave it only where it is meant, or add the words that tell them apart");
  }

  @Test
  void of_our_own_rules_nothing_is_told() {
    assertThat(FolderCheck.of(OurRules.FOLDER, Optional.of(OurRules.RULES)).problems()).isEmpty();
  }
}
