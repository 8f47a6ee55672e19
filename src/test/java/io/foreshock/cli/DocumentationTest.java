package io.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.alert.Replay;
import io.foreshock.pattern.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documents show works as they show it.
class DocumentationTest {
  private static final Pattern RULE = Pattern.compile("(?s)( +)package patterns;.*?\\1end\\n");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/tutorial/write-a-rule.md"})
  void the_rule_in_the_document_compiles_beside_the_others_and_fires(String document)
      throws IOException {
    var found = RULE.matcher(Files.readString(Path.of(document)));
    assertThat(found.find()).isTrue();
    var patterns = Files.createDirectories(folder.resolve("patterns"));
    Files.writeString(patterns.resolve("own.drl"), found.group().stripIndent());

    var opened = (Patterns.Opened.Ready) Patterns.open(folder);

    assertThat(Replay.of(opened.patterns(), Stories.arrestBesideTalks()))
        .singleElement()
        .satisfies(alert -> assertThat(alert.key()).isEqualTo("arrests-beside-talks BY"));
  }

  @Test
  void every_link_between_documents_leads_somewhere() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("."), 3)) {
      var documents =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !file.startsWith("./target"))
              .toList();
      assertThat(documents).hasSizeGreaterThan(10);
      for (var document : documents) {
        for (var link : LINK.matcher(Files.readString(document)).results().toList()) {
          assertThat(document.resolveSibling(link.group(1)))
              .as("%s in %s", link.group(1), document)
              .exists();
        }
      }
    }
  }

  @Test
  void every_command_stands_in_the_reference() throws IOException {
    var reference = Files.readString(Path.of("docs/reference/cli.md"));
    var usage = Cli.run("--help").data();

    assertThat(usage).contains("demo", "run", "check");
    for (var command : Cli.commands()) {
      assertThat(reference).as(command).contains("`" + command);
    }
  }
}
