package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunTest {
  private static final String RELEASE =
      """
      tests:
        - name: a release is told
          story:
            - at: 2025-12-13T09:00Z
              lang: en
              title: Belarus frees 123 political prisoners
              reads: [%s]
          alerts: [%s]
      """;

  @TempDir private Path empty;
  private Workbench bench;

  @BeforeEach
  void copy() throws IOException {
    bench = Workbench.of(empty);
    try (var tests = Files.walk(bench.folder().resolve("tests"))) {
      for (var each : tests.filter(Files::isRegularFile).toList()) {
        Files.delete(each);
      }
    }
  }

  private TestRun.Outcome run(String reads, String alerts) throws IOException {
    bench.write("tests/release.yml", RELEASE.formatted(reads, alerts));
    return TestRun.run(bench.folder(), Workbench.RULES);
  }

  @Test
  void what_was_expected_stands_beside_what_came_and_how_it_was_understood() throws IOException {
    var outcome = run("sanctions lifted actual target BY", "prisoner-release BY");

    assertThat(bench.folder().relativize(Path.of(outcome.results().getFirst().test().file())))
        .hasToString("tests/release.yml");
    assertThat(outcome.results().getFirst().differences())
        .contains("  expected  sanctions lifted actual target BY", "  said      free “frees”")
        .anyMatch(each ->
            each.startsWith("  found     prisoner-release released actual place BY count 123  (“"));
    assertThat(outcome.passed()).isFalse();
  }

  @Test
  void an_alert_that_did_not_come_is_a_difference() throws IOException {
    var outcome = run("prisoner-release released actual count 123", "exchange BY");

    assertThat(outcome.results().getFirst().differences())
        .contains("  expected  exchange BY")
        .anyMatch(
            each -> each.startsWith("  found     prisoner-release BY  (2025-12-13T09:00:00Z"));
  }

  @Test
  void a_signal_or_a_pattern_that_does_not_exist_is_refused() throws IOException {
    assertThat(bench.told(run("prisoner-release freed actual", "").problems()))
        .containsExactly(
            "tests/release.yml:7: \"prisoner-release\" has no phase \"freed\";"
                + " use one of released, swapped");
    assertThat(bench.told(run("prisoner-release released actual", "exchnage BY").problems()))
        .containsExactly(
            "tests/release.yml:8: no pattern raises \"exchnage\"; did you mean \"exchange\"?");
  }

  @Test
  void an_unknown_kind_of_signal_is_refused() throws IOException {
    var outcome = run("prisoner-relaese released actual", "");

    assertThat(bench.told(outcome.problems()))
        .containsExactly(
            "tests/release.yml:7: unknown signal \"prisoner-relaese\";"
                + " did you mean \"prisoner-release\"?");
  }

  @Test
  void a_rule_without_a_test_that_fires_or_one_that_stays_silent_is_told() throws IOException {
    var untested =
        bench.told(run("prisoner-release released actual", "prisoner-release BY").untested());

    assertThat(untested)
        .noneMatch(each -> each.contains("makes \"Said outright\" fire"))
        .anyMatch(each -> each.contains("no test sees \"A border is closed\" silent"))
        .anyMatch(each -> each.contains("no test makes \"A border is closed\" fire"))
        .anyMatch(each -> each.contains("no test with a signal says the concept \"sanctions\""))
        .anyMatch(each -> each.contains("no test sees the concept \"free\" without a signal"));
  }

  @Test
  void the_tests_run_again_at_a_save_and_only_then() throws IOException {
    bench.write(
        "tests/release.yml",
        RELEASE.formatted("prisoner-release released actual", "prisoner-release BY"));
    var run = new TestRun(bench.folder());

    assertThat(run.ifSaved()).hasValueSatisfying(each -> assertThat(each.passed()).isTrue());
    assertThat(run.ifSaved()).isEmpty();

    bench.replace("tests/release.yml", "[prisoner-release BY]", "[]");
    assertThat(run.ifSaved()).hasValueSatisfying(each -> assertThat(each.failed()).isOne());

    bench.replace("reading/prisoner-release.drl", "end", "");
    assertThat(run.ifSaved())
        .hasValueSatisfying(each ->
            assertThat(each.problems())
                .extracting(Problem::message)
                .anyMatch(m -> m.contains("no end")));
  }

  @Test
  void continuous_integration_reads_the_results_as_xml() throws IOException {
    var results =
        new ArrayList<>(run("sanctions lifted actual target BY", "prisoner-release BY").results());
    var file = empty.resolve("reports/rules.xml");

    JUnitReport.write(results, file);

    assertThat(Files.readString(file))
        .contains("tests=\"1\" failures=\"1\"")
        .contains("name=\"a release is told\"")
        .contains("expected  sanctions lifted actual target BY");
  }
}
