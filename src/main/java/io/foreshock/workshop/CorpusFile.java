package io.foreshock.workshop;

import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.reading.Language;
import io.foreshock.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Labelled items, one a line, that must be read so: `tests/corpus/pl.txt` holds Polish ones.
///
/// ```
/// 2025-12-13 Białoruś zwolniła 123 więźniów | Są już w Wilnie. → prisoner-release released actual
/// 2025-12-13 Przepis na zupę → nothing
/// ```
///
/// What stands behind the bar is the summary; several signals are parted by semicolons. Lines that
/// begin with `#` and empty ones say nothing.
final class CorpusFile {
  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\s+(.+?)(?:\\s+\\|\\s+(.+?))?\\s+→\\s+(.+)");
  private static final String NOTHING = "nothing";
  private static final LocalTime NOON = LocalTime.NOON;

  private final Path file;
  private final Optional<Language> language;
  private final LineCheck check;
  private final List<Problem> problems;

  /// Says whether a signal may be expected at all.
  interface LineCheck {
    /// A line's signal; none where it is no signal, which is added to `problems`.
    Optional<SignalLine> read(SourceLine line, List<Problem> problems);
  }

  CorpusFile(Path file, LineCheck check, List<Problem> problems) {
    this.file = file;
    this.language = Language.of(file.getFileName().toString().replaceFirst("[.-].*", ""));
    this.check = check;
    this.problems = problems;
  }

  /// The lines as tests of reading.
  List<RuleTest> read() {
    if (language.isEmpty()) {
      problems.add(
          new Problem(
              file.toString(),
              0,
              "the name of the file begins with no language",
              "call it pl.txt, or pl-idioms.txt"));
      return List.of();
    }
    var lines = lines();
    var tests = new ArrayList<RuleTest>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
        test(new SourceLine(file.toString(), i + 1, lines.get(i).strip())).ifPresent(tests::add);
      }
    }
    return tests;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private Optional<RuleTest> test(SourceLine line) {
    var parts = LINE.matcher(line.text());
    var day = parts.matches() ? day(parts.group(1)) : Optional.<LocalDate>empty();
    if (day.isEmpty()) {
      problems.add(
          line.problem(
              "this is no labelled item", "write 2025-12-13 TITLE | SUMMARY → SIGNAL; SIGNAL"));
      return Optional.empty();
    }
    int before = problems.size();
    var wanted =
        Arrays.stream(parts.group(4).split(";", -1))
            .map(String::strip)
            .filter(each -> !each.equals(NOTHING))
            .flatMap(each -> check.read(line.with(each), problems).stream())
            .toList();
    if (problems.size() > before) {
      return Optional.empty();
    }
    var at = day.get().atTime(NOON).toInstant(ZoneOffset.UTC);
    var item =
        new Item(
            line.file() + ":" + line.line(),
            Publisher.named("corpus.example"),
            language.map(Language::code),
            at,
            at,
            "",
            parts.group(2),
            Optional.ofNullable(parts.group(3)).orElse(""),
            0,
            false);
    var told =
        new RuleTest.Told(
            line.line(), item, Optional.empty(), Optional.of(wanted), Optional.empty());
    return Optional.of(
        new RuleTest(
            line.file(),
            line.line(),
            parts.group(2),
            List.of(),
            List.of(told),
            at,
            Optional.empty(),
            false));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
