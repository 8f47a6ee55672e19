package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.source.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The tests that maintainers keep beside their rules.
class RulesFolderTest {
  private static final Path RULES = Path.of("rules");

  @TestFactory
  Stream<DynamicTest> every_test_of_the_rules_folder_passes() {
    var problems = new ArrayList<Problem>();
    var tests = RuleTests.of(RULES, problems);
    assertThat(problems).isEmpty();
    assertThat(tests).isNotEmpty();
    var runner = new RuleTests(Workbench.RULES);
    return tests.stream()
        .map(test ->
            DynamicTest.dynamicTest(
                test.name(),
                URI.create(
                    "file:" + Path.of(test.file()).toAbsolutePath() + "?line=" + test.line()),
                () ->
                    assertThat(String.join("\n", runner.run(test).differences()))
                        .as(test.name())
                        .isEmpty()));
  }
}
