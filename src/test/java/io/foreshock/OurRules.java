package io.foreshock;

import io.foreshock.pattern.Patterns;
import io.foreshock.signal.RuleReader;
import io.foreshock.source.YamlFile;
import io.foreshock.workshop.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of the project, opened once for all tests (building them takes seconds), and copies of
/// their folder to edit. Tests share them and must not close them.
public final class OurRules {
  public static final Path FOLDER = Path.of("rules");
  public static final Rules RULES = ((Rules.Opened.Ready) Rules.open(FOLDER)).rules();

  private static final List<String> FEW =
      List.of(
          "concepts.yml",
          "signals.yml",
          "agencies.yml",
          "reading/airspace.drl",
          "reading/border.drl",
          "patterns/border-change.drl",
          "patterns/exchange.drl",
          "patterns/prisoner-release.drl",
          "patterns/reversal.drl");

  private OurRules() {}

  public static RuleReader reader() {
    return RULES.reader();
  }

  public static Patterns patterns() {
    return RULES.patterns();
  }

  /// Copies the folder to where a test may edit it.
  public static void copy(Path to) throws IOException {
    copy(to, _ -> true);
  }

  /// Copies the folder without the tests of its maintainers.
  public static void copyWithoutTests(Path to) throws IOException {
    copy(to, each -> !each.startsWith(FOLDER.resolve("tests")));
  }

  /// Copies nine files, with lexicons that have no words; English has one for each concept, its
  /// name. Such a folder is opened and checked in a moment.
  public static void copyFew(Path to) throws IOException {
    for (var file : FEW) {
      Files.createDirectories(to.resolve(file).getParent());
      Files.copy(FOLDER.resolve(file), to.resolve(file));
    }
    for (var part : List.of("lexicon", "gazetteer")) {
      Files.createDirectories(to.resolve(part));
      for (var language : List.of("be", "de", "en", "lt", "pl", "ru", "uk")) {
        Files.writeString(
            to.resolve(part).resolve(language + ".yml"), "language: " + language + "\n");
      }
    }
    Files.writeString(to.resolve("lexicon/en.yml"), "language: en\nconcepts:\n" + words());
  }

  private static String words() {
    var concepts =
        ((YamlFile.Read) YamlFile.read(FOLDER.resolve("concepts.yml")))
            .root()
            .flatMap(root -> root.get("concepts"))
            .orElseThrow();
    return concepts.keys().stream()
        .map(each -> "  %1$s: [%1$s]\n".formatted(each.text()))
        .collect(Collectors.joining());
  }

  private static void copy(Path to, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (var file : files.filter(wanted).toList()) {
        Files.copy(file, to.resolve(FOLDER.relativize(file)));
      }
    }
  }
}
