package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {
  @TempDir private Path empty;
  private Workbench bench;

  @BeforeEach
  void copy() throws IOException {
    bench = new Workbench(empty);
  }

  /// What somebody gets wrong who writes his first rule.
  @Nested
  class NewcomersMistakes {
    @Test
    void a_missing_end() throws IOException {
      bench.replace("patterns/exchange.drl", "\nend", "\n");

      assertThat(bench.problems())
          .contains(
              "patterns/exchange.drl:13: \"An exchange\" has no end;"
                  + " write end behind its last statement, before line 20");
    }

    @Test
    void curly_quotes() throws IOException {
      bench.replace("patterns/exchange.drl", "place != \"\"", "place != “”");

      assertThat(bench.problems())
          .contains("patterns/exchange.drl:15: \"“\" is a curly quote; write straight quotes: \"");
    }

    @Test
    void an_unknown_concept() throws IOException {
      bench.replace("reading/border.drl", "concept == \"close\"", "concept == \"clsoe\"");

      assertThat(bench.problems())
          .contains("reading/border.drl:11: unknown concept \"clsoe\"; did you mean \"close\"?");
    }

    @Test
    void a_tab_in_yaml() throws IOException {
      bench.write("lexicon/pl.yml", "language: pl\nconcepts:\n\tfree: [uwolnić]\n");

      assertThat(bench.problems())
          .anySatisfy(each ->
              assertThat(each)
                  .startsWith("lexicon/pl.yml:3: ")
                  .endsWith("; indent with spaces, YAML allows no tabs"));
    }

    @Test
    void a_window_of_14_d() throws IOException {
      bench.replace(
          "patterns/reversal.drl",
          "betweenSame($was),\n      this after[1ms, 30d]",
          "betweenSame($was),\n      this after[1ms, 14 d]");

      assertThat(bench.problems())
          .containsExactly(
              "patterns/reversal.drl:73: [1ms, 14 d] is no window; write 14d without the space");
    }

    @Test
    void a_window_of_days_with_a_unit() throws IOException {
      bench.replace("patterns/exchange.drl", "within(14, $release)", "within(14 d, $release)");

      assertThat(bench.problems())
          .containsExactly(
              "patterns/exchange.drl:17: within(14 d…) is no window;"
                  + " within counts in days: write within(14, …)");
    }

    @Test
    void a_rule_without_a_name() throws IOException {
      bench.replace("patterns/exchange.drl", "rule \"An exchange\"", "rule");

      assertThat(bench.problems())
          .containsExactly(
              "patterns/exchange.drl:13: a rule without a name; write rule \"What it finds\"");
    }

    @Test
    void one_equals_sign() throws IOException {
      bench.replace("patterns/border-change.drl", "type == \"border\"", "type = \"border\"");

      assertThat(bench.problems())
          .containsExactly(
              "patterns/border-change.drl:15: \"type = \"border\"\" compares with one =;"
                  + " write type == \"border\"");
    }
  }

  @Nested
  class Rules {
    @Test
    void a_missing_head() throws IOException {
      bench.replace("patterns/exchange.drl", "// severity: Severe\n", "");

      assertThat(bench.problems())
          .contains(
              "patterns/exchange.drl:1: An exchange: the file does not tell its severity;"
                  + " write // severity: … at its top");
    }

    @Test
    void an_unknown_status() throws IOException {
      bench.replace("patterns/exchange.drl", "status: stable", "status: shadwo");

      assertThat(bench.problems())
          .contains(
              "patterns/exchange.drl:1: An exchange: unknown status \"shadwo\";"
                  + " did you mean \"shadow\"?");
    }

    @Test
    void a_window_longer_than_facts_are_kept() throws IOException {
      bench.replace("patterns/exchange.drl", "within(14, $release)", "within(60, $release)");

      assertThat(bench.problems())
          .contains(
              "patterns/exchange.drl:17: An exchange: the window of within(60, $release) is longer"
                  + " than facts are kept; write 45 days at the most");
    }

    @Test
    void a_negation_that_matches_its_own_fact() throws IOException {
      bench.replace(
          "patterns/prisoner-release.drl",
          "$s : Sighting(type == \"prisoner-release\", actual)",
          "$s : Sighting(type == \"prisoner-release\", actual)\n"
              + "  not Sighting(type == \"prisoner-release\", same($s))");

      assertThat(bench.problems())
          .containsExactly(
              "patterns/prisoner-release.drl:16: A release of prisoners:"
                  + " \"not Sighting(type == \"prisoner-release\", same($s))\" matches $s itself;"
                  + " add this != $s");
    }

    @Test
    void a_type_that_no_reading_rule_gives() throws IOException {
      bench.replace("patterns/exchange.drl", "type == \"sanctions\"", "type == \"sanction\"");

      assertThat(bench.problems())
          .contains(
              "patterns/exchange.drl:16: An exchange: unknown signal \"sanction\";"
                  + " did you mean \"sanctions\"?");
    }

    @Test
    void a_word_where_a_concept_belongs() throws IOException {
      bench.replace("reading/border.drl", "near($what)", "near($what), phrase == \"zamknąć\"");

      assertThat(bench.problems())
          .contains(
              "reading/border.drl:11: A border is closed: the literal phrase == \"zamknąć\" stands"
                  + " where a concept belongs; write concept == \"…\" and give its words in"
                  + " rules/lexicon");
    }

    @Test
    void a_rule_without_a_line_that_says_what_it_is_for() throws IOException {
      bench.replace(
          "reading/border.drl", "// A state shuts its border, crossings or transit.\n", "");

      assertThat(bench.problems())
          .contains(
              "reading/border.drl:7: A border is closed: nothing says what it is for;"
                  + " write a line // above the rule");
    }
  }

  @Nested
  class Reach {
    private void assertBeyond(String what) {
      assertThat(bench.problems())
          .anySatisfy(
              each -> assertThat(each).contains(what + " reaches beyond what a rule may use"));
    }

    @Test
    void a_process_started_by_a_conclusion() throws IOException {
      bench.replace(
          "patterns/exchange.drl", "then\n", "then\n  Runtime.getRuntime().exec(\"rm\");\n");

      assertBeyond("the class Runtime");
      assertBeyond("a call of exec(…)");
    }

    @Test
    void a_property_read_by_a_condition() throws IOException {
      bench.replace(
          "patterns/exchange.drl", "place != \"\"", "place != System.getProperty(\"user.name\")");

      assertBeyond("the class System");
    }

    @Test
    void an_import_a_function_and_a_dialect() throws IOException {
      bench.replace(
          "patterns/exchange.drl",
          "global Matches alerts;",
          "import java.nio.file.Files\nfunction void wipe() { }\nglobal Matches alerts;");
      bench.replace("patterns/exchange.drl", "when\n", "dialect \"mvel\"\nwhen\n");

      assertBeyond("import of java.nio.file.Files");
      assertBeyond("function wipe");
      assertBeyond("\"An exchange\" sets dialect");
    }

    @Test
    void a_loop_and_an_assignment() throws IOException {
      bench.replace("patterns/exchange.drl", "then\n", "then\n  int i = 0; while (i < 1) { }\n");

      assertBeyond("the word while");
      assertBeyond("an assignment");
    }

    @Test
    void our_own_rules_do_not() {
      assertThat(bench.problems()).noneMatch(each -> each.contains("reaches beyond"));
    }
  }

  @Nested
  class Words {
    private static final String HEAD = "language: de\nconcepts:\n";

    @Test
    void a_hyphen_inside_alternatives_cuts_the_phrase() throws IOException {
      bench.write("lexicon/de.yml", HEAD + "  free:\n    - 'frei|los-lassen|entlassen'\n");

      assertThat(bench.problems())
          .contains(
              "lexicon/de.yml:4: the hyphen cuts \"frei|los-lassen|entlassen\" into two words, each"
                  + " with its alternatives; give \"los-lassen\" a line of its own");
    }

    @Test
    void a_space_inside_alternatives_cuts_the_phrase() throws IOException {
      bench.write("lexicon/de.yml", HEAD + "  free:\n    - 'freilassen| entlassen'\n");

      assertThat(bench.problems())
          .contains(
              "lexicon/de.yml:4: a space cuts the alternatives \"freilassen| entlassen\"; write |"
                  + " without spaces, and a phrase of several words on a line of its own");
    }

    @Test
    void a_hyphen_beside_a_word_without_alternatives_is_no_matter() throws IOException {
      bench.write("lexicon/de.yml", HEAD + "  free: ['los-lassen', 'ganz-los kommen|gehen']\n");

      assertThat(bench.problems()).noneMatch(each -> each.startsWith("lexicon/de.yml"));
    }

    @Test
    void a_phrase_that_another_always_cancels() throws IOException {
      bench.write(
          "lexicon/de.yml",
          HEAD + "  free:\n    - 'frei kommen'\ncancel:\n  - 'frei kommen|gehen'\n");

      assertThat(bench.problems())
          .contains(
              "lexicon/de.yml:4: \"frei kommen\" can never count: cancel: has \"frei kommen|gehen\";"
                  + " take one of the two out, or give the cancelling phrase more words");
    }

    @Test
    void a_phrase_that_another_cancels_in_some_company_only_may_stand() throws IOException {
      bench.write("lexicon/de.yml", HEAD + "  free:\n    - 'frei'\ncancel:\n  - 'frei Eintritt'\n");

      assertThat(bench.problems()).noneMatch(each -> each.startsWith("lexicon/de.yml"));
    }

    @Test
    void a_concept_with_words_in_no_language() throws IOException {
      bench.replace("concepts.yml", "concepts:\n", "concepts:\n  balloon: balloons\n");
      bench.replace(
          "reading/airspace.drl",
          "concept == \"intruder\")\n",
          "concept in (\"intruder\", \"balloon\"))\n");

      assertThat(bench.problems())
          .contains(
              "reading/airspace.drl:10: no language has words for the concept \"balloon\";"
                  + " give it phrases in lexicon");
    }

    @Test
    void a_concept_that_no_rule_uses_and_one_that_a_language_lacks_are_remarks()
        throws IOException {
      bench.replace("concepts.yml", "concepts:\n", "concepts:\n  balloon: balloons\n");

      assertThat(bench.remarks())
          .anySatisfy(
              each -> assertThat(each).contains("no rule uses the concept \"balloon\"; use it in"))
          .anySatisfy(each ->
              assertThat(each).contains("\"balloon\" has no words in be, de, en, lt, pl, ru, uk"));
    }

    @Test
    void a_phrase_that_two_concepts_claim_is_a_remark() throws IOException {
      bench.write("lexicon/de.yml", HEAD + "  free: [entlassen]\n  expel: [entlassen]\n");

      assertThat(bench.remarks())
          .contains(
              "lexicon/de.yml:4: \"entlassen\" is claimed by expel and free;"
                  + " leave it only where it is meant, or add the words that tell them apart");
    }
  }
}
