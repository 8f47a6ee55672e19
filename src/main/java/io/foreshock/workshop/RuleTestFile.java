package io.foreshock.workshop;

import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.item.Side;
import io.foreshock.signal.SignalTypes;
import io.foreshock.source.Durations;
import io.foreshock.source.Entry;
import io.foreshock.source.Nearest;
import io.foreshock.source.Problem;
import io.foreshock.source.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Reads the tests of a rules folder: stories in `tests/**/*.yml`, labelled items in
/// `tests/**/*.txt`, see [CorpusFile]; everything wrong in them is collected.
final class RuleTestFile {
  private static final Set<String> TEST =
      Set.of("name", "about", "story", "until", "alerts", "any-order");
  private static final Set<String> TOLD =
      Set.of(
          "at",
          "publisher",
          "family",
          "side",
          "trusted",
          "background",
          "lang",
          "title",
          "summary",
          "signals",
          "reads",
          "ahead");

  private final List<Problem> problems;
  private final SignalTypes types;
  private final Set<String> kinds;

  RuleTestFile(SignalTypes types, Set<String> kinds, List<Problem> problems) {
    this.types = types;
    this.kinds = Set.copyOf(kinds);
    this.problems = problems;
  }

  /// All tests of a rules folder, by file and line.
  static List<RuleTest> readAll(Path rules, List<Problem> problems) {
    var folder = rules.resolve("tests");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      var reader = new RuleTestFile(SignalTypes.open(rules, problems), Kinds.of(rules), problems);
      return files.sorted().flatMap(each -> reader.readAny(each).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private List<RuleTest> readAny(Path file) {
    var name = file.toString();
    if (name.endsWith(".txt")) {
      return new CorpusFile(file, this::signal, problems).read();
    }
    return name.endsWith(".yml") ? read(file) : List.of();
  }

  private List<RuleTest> read(Path file) {
    return switch (YamlFile.read(file)) {
      case YamlFile.Unreadable(var found) -> {
        problems.addAll(found);
        yield List.of();
      }
      case YamlFile.Read(var root) ->
          root.flatMap(entry -> entry.get("tests")).map(Entry::list).orElse(List.of()).stream()
              .flatMap(entry -> test(entry).stream())
              .toList();
    };
  }

  private Optional<RuleTest> test(Entry entry) {
    int before = problems.size();
    known(entry, TEST);
    var name = entry.get("name").map(Entry::text).orElse("");
    var story = story(entry);
    if (name.isEmpty() || story.isEmpty()) {
      problems.add(
          entry.problem(
              name.isEmpty() ? "a test without a name" : "\"" + name + "\" tells nothing",
              name.isEmpty() ? "add name: with a sentence" : "add story: with what is published"));
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    var last = story.getLast().item().published();
    var test =
        new RuleTest(
            entry.file(),
            entry.line(),
            name,
            about(entry),
            story,
            entry.get("until").flatMap(each -> time(each, last)).orElse(last),
            entry.get("alerts").map(each -> lines(each, this::alert)),
            is(entry, "any-order", true));
    return problems.size() > before ? Optional.empty() : Optional.of(test);
  }

  private void known(Entry entry, Set<String> keys) {
    for (var key : entry.keys()) {
      if (!keys.contains(key.text())) {
        problems.add(
            key.problem("unknown key \"" + key.text() + "\"", Nearest.advice(key.text(), keys)));
      }
    }
  }

  private List<RuleTest.Told> story(Entry test) {
    var told = new ArrayList<RuleTest.Told>();
    var time = Instant.EPOCH;
    for (var entry : test.get("story").map(Entry::list).orElse(List.of())) {
      known(entry, TOLD);
      var before = time;
      var at = entry.get("at");
      if (at.isEmpty()) {
        problems.add(entry.problem("it is not said when this is published", "add at: with a time"));
      }
      time = at.flatMap(each -> time(each, before)).orElse(before);
      told.add(told(entry, time, told.size()));
    }
    return told;
  }

  private RuleTest.Told told(Entry entry, Instant at, int index) {
    var publisher = text(entry, "publisher");
    var name = publisher.isEmpty() ? "publisher-" + (index + 1) + ".example" : publisher;
    var item =
        new Item(
            entry.file() + ":" + entry.line(),
            new Publisher(name, text(entry, "family"), side(entry), is(entry, "trusted", false)),
            entry.get("lang").map(Entry::text),
            at,
            at,
            "",
            text(entry, "title"),
            text(entry, "summary"),
            0,
            is(entry, "background", false));
    return new RuleTest.Told(
        entry.line(),
        item,
        entry.get("signals").map(each -> lines(each, this::signal)),
        entry.get("reads").map(each -> lines(each, this::signal)),
        entry.get("ahead").map(each -> lines(each, RuleTestFile::day)));
  }

  private List<String> about(Entry test) {
    var about = test.get("about").map(Entry::list).orElse(List.of());
    about.forEach(each -> kind(each, each.text()));
    return about.stream().map(Entry::text).toList();
  }

  private Optional<AlertLine> alert(Entry entry, List<Problem> found) {
    var line = AlertLine.read(entry, found);
    line.ifPresent(each -> kind(entry, each.key().split(" ", 2)[0]));
    return line;
  }

  private void kind(Entry entry, String kind) {
    if (!kinds.contains(kind)) {
      problems.add(
          entry.problem("no pattern raises \"" + kind + "\"", Nearest.advice(kind, kinds)));
    }
  }

  private Optional<SignalLine> signal(Entry entry, List<Problem> found) {
    return signal(SourceLine.of(entry), found);
  }

  /// A signal that no rule may give would never come: the test would say nothing.
  private Optional<SignalLine> signal(SourceLine text, List<Problem> found) {
    var line = SignalLine.read(text, found);
    if (line.isEmpty() || types.knows(line.get().type(), line.get().phase())) {
      return line;
    }
    var type = types.type(line.get().type());
    found.add(
        type.isEmpty()
            ? text.problem(
                "unknown signal \"" + line.get().type() + "\"",
                Nearest.advice(line.get().type(), types.types().keySet()))
            : text.problem(
                "\"" + line.get().type() + "\" has no phase \"" + line.get().phase() + "\"",
                Nearest.advice(line.get().phase(), type.get().phases().keySet())));
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Entry entry, List<Problem> found) {
    try {
      return Optional.of(LocalDate.parse(entry.text()));
    } catch (DateTimeException _) {
      found.add(entry.problem("\"" + entry.text() + "\" is no day", "write 2025-12-13"));
      return Optional.empty();
    }
  }

  private Side side(Entry told) {
    var entry = told.get("side");
    if (entry.isEmpty()) {
      return Side.INDEPENDENT;
    }
    var side = Side.of(entry.get().text());
    if (side.isEmpty()) {
      problems.add(
          entry
              .get()
              .problem(
                  "unknown side \"" + entry.get().text() + "\"",
                  Nearest.advice(entry.get().text(), Side.words())));
    }
    return side.orElse(Side.INDEPENDENT);
  }

  /// `yes` or `no`; anything else is told, not guessed.
  private boolean is(Entry entry, String key, boolean otherwise) {
    var value = entry.get(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    var word = value.get().text();
    if (!word.equals("yes") && !word.equals("no")) {
      problems.add(
          value.get().problem("\"" + word + "\" is neither yes nor no", "write yes or no"));
    }
    return word.equals("yes");
  }

  private static String text(Entry entry, String key) {
    return entry.get(key).map(Entry::text).orElse("");
  }

  private <T> List<T> lines(Entry list, BiFunction<Entry, List<Problem>, Optional<T>> read) {
    return list.list().stream().flatMap(each -> read.apply(each, problems).stream()).toList();
  }

  /// `2025-12-13`, `2025-12-13T09:00Z`, or `+2h` after the one before.
  private Optional<Instant> time(Entry entry, Instant before) {
    var text = entry.text();
    var step =
        text.startsWith("+") ? Durations.parse(text.substring(1)) : Optional.<Duration>empty();
    if (step.isPresent()) {
      return step.map(before::plus);
    }
    try {
      return Optional.of(
          text.length() == "2025-12-13".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      problems.add(
          entry.problem(
              "\"" + text + "\" is no time",
              "write 2025-12-13T09:00Z, or +2h for two hours after the one before"));
      return Optional.empty();
    }
  }
}
