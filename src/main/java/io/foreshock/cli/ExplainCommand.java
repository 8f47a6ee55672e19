package io.foreshock.cli;

import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import io.foreshock.config.ConfigFiles;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.reading.Cue;
import io.foreshock.reading.Language;
import io.foreshock.reading.Reading;
import io.foreshock.signal.Explanation;
import io.foreshock.signal.Report;
import io.foreshock.signal.RuleReader;
import io.foreshock.signal.Signal;
import io.foreshock.store.Store;
import io.foreshock.workshop.Archive;
import io.foreshock.workshop.Rules;
import io.foreshock.workshop.WhyNot;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `explain "headline"`: how a text is understood, for people.
@Command(
    name = "explain",
    description = "Shows what is found in a headline, which rules fire, and which nearly do.")
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;

  @Parameters(arity = "1..*", paramLabel = "HEADLINE", description = "the text; in quotes")
  private List<String> words = List.of();

  @Option(names = "--lang", paramLabel = "CODE", description = "its language, where known")
  private Optional<String> language = Optional.empty();

  @Option(names = "--published", paramLabel = "TIME", description = "when, e.g. 2025-12-13T10:00Z")
  private Optional<String> published = Optional.empty();

  @Mixin private RulesOption rules = new RulesOption();

  @Option(names = "--alert", description = "the words are an alert's key: the chain behind it")
  private boolean alert;

  @Option(
      names = "--why-not",
      description = "the words are KIND PLACE [DATE]: how far its patterns got")
  private boolean whyNot;

  @Option(names = "--items", paramLabel = "FILE", description = "with --why-not: an archive")
  private Optional<Path> archive = Optional.empty();

  @Mixin private Setup setup = new Setup();

  ExplainCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (alert || whyNot) {
      return switch (Rules.open(rules.path())) {
        case Rules.Opened.Broken(var problems) -> terminal.tell(problems);
        case Rules.Opened.Ready(var opened) -> alert ? alert(opened) : whyNot(opened);
      };
    }
    return switch (RuleReader.open(rules.path())) {
      case RuleReader.Opened.Broken(var problems) -> terminal.tell(problems);
      case RuleReader.Opened.Ready(var reader) -> {
        print(reader.explain(item()), terminal.data());
        terminal.data().flush();
        yield Terminal.FINE;
      }
    };
  }

  private int whyNot(Rules opened) throws IOException {
    if (words.size() < 2) {
      terminal.words().println("say explain --why-not KIND PLACE [DATE]");
      return CommandLine.ExitCode.USAGE;
    }
    var until =
        words.size() > 2
            ? LocalDate.parse(words.get(2)).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
            : clock.instant();
    new WhyNot(opened, reports(opened))
        .explain(words.get(0), words.get(1), until)
        .forEach(terminal.data()::println);
    terminal.data().flush();
    return Terminal.FINE;
  }

  private List<Report> reports(Rules opened) throws IOException {
    if (archive.isPresent()) {
      return Past.read(
          opened.reader(),
          Archive.read(archive.get(), language, clock.instant(), terminal.words()::println));
    }
    return switch (setup.settings(environment)) {
      case ConfigFiles.Loaded.Broken(_, var problems) -> {
        terminal.tell(problems);
        yield List.of();
      }
      case ConfigFiles.Loaded.Ready(var config) -> {
        try (var store = Store.open(config.store())) {
          yield Past.logged(store);
        }
      }
    };
  }

  private int alert(Rules opened) {
    if (!(setup.settings(environment) instanceof ConfigFiles.Loaded.Ready(var config))) {
      terminal.words().println("foreshock.yml cannot be used; see foreshock check");
      return Terminal.PROBLEMS;
    }
    var key = String.join(" ", words);
    try (var store = Store.open(config.store())) {
      var kept = store.transaction(handle -> new AlertTable(handle).byKey(key));
      if (kept.isEmpty()) {
        terminal.words().println("no alert \"" + key + "\"; see foreshock alerts list");
        return Terminal.PROBLEMS;
      }
      kept.forEach(each -> chain(each.alert(), opened));
    }
    terminal.data().flush();
    return Terminal.FINE;
  }

  /// From the alert over its pattern and signals down to the words.
  private void chain(Alert raised, Rules opened) {
    var out = terminal.data();
    out.printf(
        "Alert      %s (%s), raised %s by “%s” of rules %s%n",
        raised.key(), raised.change().word(), raised.raised(), raised.rule(), raised.rules());
    out.println("Because    " + raised.because());
    raised
        .story()
        .forEach(step ->
            out.printf("Step       %s %s %s%n", step.at(), step.role(), line(step.signal())));
    if (!raised.rules().equals(opened.version())) {
      out.println("Note       read again with rules " + opened.version());
    }
    for (var report : raised.reports()) {
      out.printf(
          "Item       %s %s: “%s” %s%n",
          report.time(),
          report.item().publisher().name(),
          report.item().title(),
          report.item().link());
      out.printf("Signal     %s, by “%s”%n", line(report.signal()), report.signal().rule());
      print(opened.reader().explain(report.item()), out);
    }
  }

  private Item item() {
    var now = published.map(Instant::parse).orElseGet(clock::instant);
    return new Item(
        "headline",
        Publisher.named("you"),
        language,
        now,
        now,
        "",
        String.join(" ", words),
        "",
        0,
        false);
  }

  static void print(Explanation explanation, PrintStream out) {
    var reading = explanation.reading();
    out.println("Language   " + reading.language().map(Language::code).orElse("not one we read"));
    found("Concepts", reading, out);
    names(reading, out);
    cues(reading, out);
    reading
        .topics()
        .forEach(topic ->
            out.printf(
                "Topic      %s (lexicon: %s)%n", topic.name(), String.join(", ", topic.phrases())));
    explanation.silencedBy().forEach(rule -> out.println("Silenced   by “" + rule + "”"));
    explanation.considered().forEach(each -> considered(each, reading, out));
    explanation
        .almost()
        .forEach(each ->
            out.printf(
                "Almost     “%s” found %s, lacks %s%n",
                each.rule(), String.join(", ", each.found()), String.join(", ", each.lacks())));
    signals(explanation, out);
  }

  private static void found(String title, Reading reading, PrintStream out) {
    reading
        .said()
        .forEach(said ->
            out.printf(
                "%-10s %s “%s” (%s, lexicon: %s)%n",
                title,
                said.concept(),
                reading.words(said.first(), said.last()),
                said.form().name().toLowerCase(java.util.Locale.ROOT),
                said.phrase()));
  }

  private static void names(Reading reading, PrintStream out) {
    reading
        .names()
        .forEach(name ->
            out.printf(
                "Name       %s “%s” (%s%s)%n",
                name.code(),
                reading.words(name.first(), name.last()),
                name.kind(),
                name.isBare()
                    ? ""
                    : ", " + String.join(" or ", name.markers().stream().sorted().toList())));
    reading
        .numbers()
        .forEach(number -> out.printf("Number     %d %s%n", number.value(), number.qualifier()));
    reading.dates().forEach(date -> out.printf("Date       %s – %s%n", date.from(), date.to()));
  }

  private static void cues(Reading reading, PrintStream out) {
    reading
        .cues()
        .forEach(cue ->
            out.printf(
                "Cue        %s “%s” (%s)%n",
                cue.meaning(), reading.words(cue.first(), cue.last()), cue.reach()));
  }

  private static void considered(Explanation.Considered each, Reading reading, PrintStream out) {
    var outcome =
        switch (each.outcome()) {
          case SAID -> "is said";
          case HISTORY -> "is history here: no signal";
          case OTHERS_WORDS -> "no: its words belong more closely to another rule";
        };
    out.printf(
        "Rule       “%s” %s: “%s” %s%s%n",
        each.rule(), each.event(), each.words(), outcome, words(each.cues(), reading));
  }

  private static String words(List<Cue> cues, Reading reading) {
    return cues.isEmpty()
        ? ""
        : cues.stream()
            .map(cue -> cue.meaning() + " by “" + reading.words(cue.first(), cue.last()) + "”")
            .collect(Collectors.joining(", ", " [", "]"));
  }

  private static void signals(Explanation explanation, PrintStream out) {
    explanation.read().signals().forEach(signal -> out.println("Signal     " + line(signal)));
    explanation
        .read()
        .agenda()
        .forEach(entry ->
            out.printf("Ahead      %s – %s “%s”%n", entry.from(), entry.to(), entry.evidence()));
    if (explanation.read().signals().isEmpty()) {
      out.println("Signal     none");
    }
  }

  private static String line(Signal signal) {
    var line =
        new StringBuilder(signal.type() + " " + signal.phase() + ", " + signal.factuality().word());
    add(line, "place", signal.place());
    add(line, "actor", signal.actor());
    add(line, "target", signal.target());
    add(line, "count", signal.count() == 0 ? "" : String.valueOf(signal.count()));
    signal.date().ifPresent(date -> add(line, "date", date.toString()));
    return line + ": “" + signal.evidence() + "”";
  }

  private static void add(StringBuilder line, String name, String value) {
    if (!value.isEmpty()) {
      line.append(", ").append(name).append(' ').append(value);
    }
  }
}
