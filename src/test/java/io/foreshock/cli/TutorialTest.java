package io.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.workshop.Archive;
import io.foreshock.workshop.DiffReport;
import io.foreshock.workshop.Differ;
import io.foreshock.workshop.FolderCheck;
import io.foreshock.workshop.Rules;
import io.foreshock.workshop.TestRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Does what the tutorial says, step by step, and sees what it says will come.
///
/// The commands are run by what stands behind them, so that the rules are not opened anew each
/// time.
class TutorialTest {
  private static final Path RULES = Path.of("rules");
  private static final Pattern MAKE = Pattern.compile("(?s).*[Mm]ake the file\\s+`([^`]+)`.*");
  private static final Pattern BELOW =
      Pattern.compile(
          "(?s).*In `([^`]+)`, below the lines? `([^`]+)`(?: and\\s+`([^`]+)`)?, add:.*");
  private static final Pattern END = Pattern.compile("(?s).*At the end of `([^`]+)`, add:.*");
  private static final Pattern HEADLINE = Pattern.compile("explain --lang (\\w+) \"([^\"]+)\"");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // opened by the test
  private Rules before;

  @SuppressWarnings("NullAway.Init")
  private Rules rules;

  private List<String> known = List.of();
  private String printed = "";

  /// A block of code and the prose before it.
  private record Step(String prose, String code) {}

  private static List<Step> steps() throws IOException {
    var steps = new ArrayList<Step>();
    var prose = new StringBuilder();
    var code = new StringBuilder();
    for (var line : Files.readAllLines(Path.of("docs/tutorial/edit-the-rules.md"))) {
      boolean isCode = line.startsWith("    ") || (line.isBlank() && !code.isEmpty());
      if (!isCode && !code.isEmpty()) {
        add(steps, prose, code);
      }
      (isCode ? code : prose)
          .append(isCode && !line.isBlank() ? line.substring(4) : line)
          .append('\n');
    }
    return steps;
  }

  /// A command stands alone in a block, though another may follow it.
  private static void add(List<Step> steps, StringBuilder prose, StringBuilder code) {
    for (var part : code.toString().split("(?m)(?=^\\./foreshock )", -1)) {
      if (!part.isBlank()) {
        steps.add(new Step(prose.toString(), part.stripTrailing() + "\n"));
      }
    }
    prose.setLength(0);
    code.setLength(0);
  }

  @Test
  void each_step_does_what_it_says() throws IOException {
    copy(folder.resolve("rules"));
    before = ((Rules.Opened.Ready) Rules.open(folder.resolve("rules"))).rules();
    rules = before;
    known = problems();
    int commands = 0;
    for (var step : steps()) {
      if (step.code().startsWith("cp ")) {
        continue; // the copy is there
      }
      if (step.code().startsWith("./foreshock ")) {
        commands++;
        run(step.code().strip().substring("./foreshock ".length()));
      } else if (step.prose().contains("It prints, among others:")) {
        step.code().lines().forEach(line -> assertThat(printed).contains(line));
      } else {
        edit(step);
      }
    }
    assertThat(commands).isGreaterThan(9);
  }

  private void copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(RULES)) {
      for (var file : files.filter(each -> !each.startsWith("rules/tests")).toList()) {
        Files.copy(file, to.resolve(RULES.relativize(file)));
      }
    }
  }

  private List<String> problems() {
    return FolderCheck.of(folder.resolve("rules"), Optional.of(rules)).problems().stream()
        .map(each -> each.message())
        .toList();
  }

  private void edit(Step step) throws IOException {
    var make = MAKE.matcher(step.prose());
    var below = BELOW.matcher(step.prose());
    var end = END.matcher(step.prose());
    if (below.matches()) {
      insert(
          folder.resolve(below.group(1)),
          below.group(2),
          Optional.ofNullable(below.group(3)),
          step.code());
    } else if (make.matches()) {
      var file = folder.resolve(make.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, step.code());
    } else if (end.matches()) {
      var file = folder.resolve(end.group(1));
      Files.writeString(file, Files.readString(file) + step.code());
    } else {
      throw new AssertionError("what to do with: " + step);
    }
  }

  private static void insert(Path file, String first, Optional<String> second, String code)
      throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(file));
    int at = lines.stream().map(String::strip).toList().indexOf(first);
    assertThat(at).as(first + " in " + file).isNotNegative();
    if (second.isPresent()) {
      while (!lines.get(at).strip().equals(second.get())) {
        at++;
      }
    }
    lines.add(at + 1, code.stripTrailing());
    Files.write(file, lines);
  }

  private void run(String command) throws IOException {
    var opened = Rules.open(folder.resolve("rules"), Optional.of(rules));
    assertThat(opened).as(command).isInstanceOf(Rules.Opened.Ready.class);
    rules = ((Rules.Opened.Ready) opened).rules();
    var headline = HEADLINE.matcher(command);
    if (headline.matches()) {
      printed = explained(headline.group(1), headline.group(2));
    } else if (command.equals("rules test")) {
      var outcome = TestRun.run(folder.resolve("rules"), rules);
      outcome.results().forEach(each -> assertThat(each.differences()).isEmpty());
      printed = outcome.failed() + " failed";
    } else if (command.equals("check")) {
      assertThat(problems()).isEqualTo(known);
    } else if (command.equals("rules diff --against rules-before --items items.jsonl")) {
      printed = String.join("\n", differences());
    } else {
      throw new AssertionError("unknown command: " + command);
    }
  }

  private List<String> differences() throws IOException {
    var items =
        Archive.read(folder.resolve("items.jsonl"), Optional.empty(), Instant.EPOCH, _ -> {});
    return new DiffReport(new Differ(before, rules).over(items), Map.of()).text();
  }

  private String explained(String language, String headline) {
    var at = Instant.parse("2026-01-12T09:00:00Z");
    var item =
        new Item(
            "1", Publisher.named("you"), Optional.of(language), at, at, "", headline, "", 0, false);
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ExplainCommand.print(rules.reader().explain(item), out);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
