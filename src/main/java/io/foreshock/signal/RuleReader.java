package io.foreshock.signal;

import io.foreshock.item.Item;
import io.foreshock.reading.ConceptPhrase;
import io.foreshock.reading.ItemReader;
import io.foreshock.reading.Language;
import io.foreshock.reading.Reading;
import io.foreshock.rule.Judge;
import io.foreshock.rule.RuleBase;
import io.foreshock.rule.RuleFile;
import io.foreshock.rule.RuleFolder;
import io.foreshock.rule.RuleText;
import io.foreshock.source.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/// Reads items by the lexicon, the gazetteer and the reading rules of a folder. Threads may share
/// it.
public final class RuleReader implements Reader {
  private final ItemReader items;
  private final SignalTypes types;
  private final RuleBase rules;
  private final Interest interest;
  private final Queue<Desk> idle;

  /// @param idle judges over these very rules that nobody uses now
  private RuleReader(ItemReader items, SignalTypes types, RuleBase rules, Queue<Desk> idle) {
    this.items = items;
    this.types = types;
    this.rules = rules;
    this.interest = new Interest(rules.texts());
    this.idle = idle;
  }

  /// What became of opening a rules folder.
  public sealed interface Opened {
    /// It can be used.
    record Ready(RuleReader reader) implements Opened {}

    /// It cannot.
    record Broken(List<Problem> problems) implements Opened {
      /// Copies the list.
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Opens a rules folder (`rules/`): `signals.yml`, `lexicon/`, `gazetteer/` and `reading/`.
  public static Opened open(Path folder) {
    return open(folder, Optional.empty());
  }

  /// Opens a rules folder; what is the same as `before` is taken from there.
  public static Opened open(Path folder, Optional<RuleReader> before) {
    var problems = new ArrayList<Problem>();
    var types = SignalTypes.open(folder, problems);
    var items = ItemReader.open(folder, problems, before.map(each -> each.items));
    var files = RuleFolder.read(folder.resolve("reading"), problems);
    return switch (RuleBase.compile(files, before.map(each -> each.rules))) {
      case RuleBase.Compiled.Broken(var found) -> {
        problems.addAll(found);
        yield new Opened.Broken(problems);
      }
      case RuleBase.Compiled.Ready(var rules) ->
          problems.isEmpty()
              ? new Opened.Ready(new RuleReader(items, types, rules, idle(rules, before)))
              : new Opened.Broken(problems);
    };
  }

  /// Rules that are kept keep their judges: a session that nobody closes stays in its rule base.
  private static Queue<Desk> idle(RuleBase rules, Optional<RuleReader> before) {
    return before
        .filter(reader -> reader.rules == rules)
        .map(reader -> reader.idle)
        .orElseGet(ConcurrentLinkedQueue::new);
  }

  /// The same with these reading rules instead of its own; for trying out what an edit does.
  public Opened with(List<RuleFile> files) {
    return switch (RuleBase.compile(files)) {
      case RuleBase.Compiled.Broken(var found) -> new Opened.Broken(found);
      case RuleBase.Compiled.Ready(var compiled) ->
          new Opened.Ready(new RuleReader(items, types, compiled, new ConcurrentLinkedQueue<>()));
    };
  }

  /// The same without one phrase of a lexicon; for trying out what the phrase is good for.
  public RuleReader without(String language, String phrase) {
    return new RuleReader(items.without(language, phrase), types, rules, idle);
  }

  /// Which items this reader and another may read differently; the others they certainly read
  /// alike.
  public Predicate<Item> mayDiffer(RuleReader other) {
    if (rules != other.rules || !types.equals(other.types)) {
      return _ -> true;
    }
    return items == other.items ? _ -> false : items.differences(other.items)::mayTouch;
  }

  /// What is found in an item before a rule is asked.
  public Reading reading(Item item) {
    return items.read(item);
  }

  /// The kinds of signal.
  public SignalTypes types() {
    return types;
  }

  /// The reading rules as their files write them.
  public List<RuleText> texts() {
    return rules.texts();
  }

  /// The phrases of the lexicons that name concepts.
  public List<ConceptPhrase> phrases() {
    return items.conceptPhrases();
  }

  /// Where one thread reads: a judge and the drafts that its rules write to.
  private record Desk(Judge judge, Drafts drafts) {}

  @Override
  public Read read(Item item) {
    var reading = items.read(item);
    var language = reading.language().map(Language::code);
    if (reading.said().isEmpty()) {
      return new Read(language, List.of(), List.of());
    }
    var day = LocalDate.ofInstant(item.published(), ZoneOffset.UTC);
    var polled = idle.poll();
    var desk = polled == null ? desk() : polled;
    try {
      desk.judge().judge(facts(reading));
      return read(reading, desk.drafts(), day);
    } finally {
      desk.drafts().clear();
      idle.add(desk);
    }
  }

  private Read read(Reading reading, Drafts drafts, LocalDate day) {
    var language = reading.language().map(Language::code);
    if (!drafts.silencedBy().isEmpty()) {
      return new Read(language, List.of(), List.of());
    }
    return new Read(
        language,
        new Findings(types, reading, day).of(drafts.all()),
        new AgendaFinder(reading, day).of(drafts.agenda()));
  }

  /// How an item is understood, for people.
  public Explanation explain(Item item) {
    var reading = items.read(item);
    var day = LocalDate.ofInstant(item.published(), ZoneOffset.UTC);
    var drafts = new Drafts();
    try (var judge = rules.judge(Map.of("signals", drafts), drafts::by)) {
      judge.judge(facts(reading));
    }
    var findings = new Findings(types, reading, day);
    return new Explanation(
        reading,
        drafts.silencedBy(),
        drafts.all().stream().map(draft -> findings.considered(draft, drafts.all())).toList(),
        new NearMisses(rules.conditions()).in(reading),
        read(reading, drafts, day));
  }

  private List<Object> facts(Reading reading) {
    var facts = new ArrayList<Object>(reading.said());
    facts.addAll(reading.topics());
    facts.addAll(reading.dates());
    return interest.in(facts);
  }

  private Desk desk() {
    var drafts = new Drafts();
    return new Desk(rules.judge(Map.of("signals", drafts), drafts::by), drafts);
  }
}
