package io.foreshock.reading;

import io.foreshock.item.Item;
import io.foreshock.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/// Reads an item's text into concepts, names, numbers, dates and cues. Threads may share it.
///
/// Limits: the first 400 words count, of the first 20,000 characters; news says what is new at its
/// beginning.
public final class ItemReader {
  private static final int MOST_WORDS = 400;
  private static final int MOST_CHARACTERS = 20_000;
  private static final String UNTIL = "until";

  private final Map<Language, Lexicon> lexicons;
  private final Map<Language, String> sources;
  private final LanguageGuess guess = new LanguageGuess();

  private ItemReader(Map<Language, Lexicon> lexicons, Map<Language, String> sources) {
    this.lexicons = Map.copyOf(lexicons);
    this.sources = Map.copyOf(sources);
  }

  /// Opens `lexicon/` and `gazetteer/` of a rules folder; what is wrong there is added to
  /// `problems` and left out.
  public static ItemReader open(Path rules, List<Problem> problems) {
    return open(rules, problems, Optional.empty());
  }

  /// Opens a rules folder; a language whose files say the same as `before`, which was without
  /// problems, is taken from there.
  public static ItemReader open(Path rules, List<Problem> problems, Optional<ItemReader> before) {
    var concepts = Concepts.open(rules, problems);
    var lexicons = new EnumMap<Language, Lexicon>(Language.class);
    var sources = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      var source = source(rules, language);
      sources.put(language, source);
      lexicons.put(
          language,
          before
              .filter(reader -> source.equals(reader.sources.get(language)))
              .flatMap(reader -> reader.lexicon(language))
              .orElseGet(
                  () -> read(rules, language, senses(language, before), concepts, problems)));
    }
    return new ItemReader(lexicons, sources);
  }

  private static Lexicon read(
      Path rules, Language language, Senses senses, Concepts concepts, List<Problem> problems) {
    return new LexiconFile(language, senses, concepts, problems).read(rules);
  }

  /// A morphology does not depend on the folder.
  private static Senses senses(Language language, Optional<ItemReader> before) {
    return before
        .flatMap(reader -> reader.lexicon(language))
        .map(Lexicon::senses)
        .orElseGet(() -> new Senses(language));
  }

  /// All that a language's lexicon depends on.
  private static String source(Path rules, Language language) {
    var file = language.code() + ".yml";
    return Stream.of(
            rules.resolve("concepts.yml"),
            rules.resolve("signals.yml"),
            rules.resolve("lexicon").resolve(file),
            rules.resolve("gazetteer").resolve(file))
        .map(ItemReader::text)
        .collect(Collectors.joining("\0"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return ""; // reading it as YAML tells what is wrong
    }
  }

  private Optional<Lexicon> lexicon(Language language) {
    return Optional.ofNullable(lexicons.get(language));
  }

  /// The same without one phrase; for trying out what the phrase is good for.
  ///
  /// @param language ISO 639-1 code
  /// @param phrase as the lexicon writes it
  public ItemReader without(String language, String phrase) {
    var changed = new EnumMap<>(lexicons);
    Language.of(language)
        .ifPresent(
            each -> lexicon(each).ifPresent(lexicon -> changed.put(each, lexicon.without(phrase))));
    return new ItemReader(changed, Map.of());
  }

  /// In which items this one and another may find different things.
  public Differences differences(ItemReader other) {
    var byLanguage = new EnumMap<Language, Differences.OfLanguage>(Language.class);
    for (var language : Language.values()) {
      byLanguage.put(
          language,
          Differences.between(
              java.util.Objects.requireNonNull(lexicons.get(language)),
              java.util.Objects.requireNonNull(other.lexicons.get(language))));
    }
    return new Differences(this, byLanguage);
  }

  /// The language that an item is read in.
  Optional<Language> language(Item item) {
    return item.language().flatMap(Language::of).or(() -> guess.of(text(item), item.language()));
  }

  /// The words of an item as a lexicon's morphology knows them.
  static List<Word> words(Item item, Lexicon lexicon) {
    var title = plain(item.title());
    return new Tokenizer(lexicon.abbreviations(), lexicon.senses(), MOST_WORDS)
        .words(text(item), title.length());
  }

  private static String text(Item item) {
    var title = plain(item.title());
    var summary = plain(item.summary());
    return summary.isEmpty() ? title : title + "\n" + summary;
  }

  /// The phrases of the lexicons that name concepts.
  public List<ConceptPhrase> conceptPhrases() {
    return lexicons.values().stream().flatMap(each -> each.conceptPhrases().stream()).toList();
  }

  /// What the item's text holds; an item in a language that Foreshock does not read holds nothing.
  public Reading read(Item item) {
    var text = text(item);
    var title = plain(item.title());
    return language(item)
        .map(each -> read(lexicons.get(each), text, title.length(), day(item)))
        .orElseGet(() -> nothing(text));
  }

  private static LocalDate day(Item item) {
    return LocalDate.ofInstant(item.published(), ZoneOffset.UTC);
  }

  private static Reading nothing(String text) {
    return new Reading(
        Optional.empty(),
        text,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static String plain(String text) {
    var bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    boolean marked = bounded.indexOf('<') >= 0 || bounded.indexOf('&') >= 0;
    return (marked ? Jsoup.parse(bounded).text() : bounded).strip();
  }

  private Reading read(
      @org.jspecify.annotations.Nullable Lexicon given,
      String text,
      int titleEnds,
      LocalDate today) {
    var lexicon = java.util.Objects.requireNonNull(given);
    var words =
        new Tokenizer(lexicon.abbreviations(), lexicon.senses(), MOST_WORDS).words(text, titleEnds);
    var mentions = new Mentions(lexicon, text);
    var names = mentions.find(words);
    var numbers = new Numbers(lexicon.numbers()).in(words);
    var found = lexicon.phrases().in(words, marks(words, names, numbers));
    var cancelled = cancelled(found, words.size());
    found.removeIf(each -> isCancelled(each, cancelled));
    names.removeIf(each -> cancelled[each.first()]);
    return new Reading(
        Optional.of(lexicon.language()),
        text,
        words,
        said(found, words, lexicon.bare()),
        mentions.govern(names, markers(found), words),
        numbers,
        dates(lexicon, words, numbers, found, today),
        cues(found, words),
        topics(found),
        clauses(found),
        questions(words, text),
        lexicon.home());
  }

  /// A day behind "until" ends something; a counted number is no year.
  private static List<Dated> dates(
      Lexicon lexicon,
      List<Word> words,
      List<Counted> numbers,
      List<PhraseBook.Found<Meaning>> found,
      LocalDate today) {
    var ends =
        markers(found).stream()
            .filter(each -> each.marker().name().equals(UNTIL))
            .map(each -> each.last() + 1)
            .collect(Collectors.toSet());
    return new Dates(lexicon.calendar())
        .in(words, today).stream()
            .filter(date -> date.isDay() || numbers.stream().noneMatch(date::isCount))
            .map(date -> ends.contains(date.first()) ? date.asEnd() : date)
            .toList();
  }

  private static List<Integer> clauses(List<PhraseBook.Found<Meaning>> found) {
    return markers(found).stream()
        .filter(each -> each.marker().name().equals(Mentions.CLAUSE))
        .map(Mentions.Marked::first)
        .sorted()
        .toList();
  }

  private static PhraseBook.Marks marks(
      List<Word> words, List<PhraseBook.Found<NameMeaning>> names, List<Counted> numbers) {
    var isName = new boolean[words.size()];
    names.forEach(each -> java.util.Arrays.fill(isName, each.first(), each.last() + 1, true));
    var isNumber = new boolean[words.size()];
    numbers.forEach(each -> java.util.Arrays.fill(isNumber, each.first(), each.last() + 1, true));
    return new PhraseBook.Marks(i -> isNumber[i], i -> isName[i]);
  }

  private static boolean[] cancelled(List<PhraseBook.Found<Meaning>> found, int size) {
    var cancelled = new boolean[size];
    for (var each : found) {
      if (each.phrase().meaning() instanceof Meaning.Cancel) {
        java.util.Arrays.fill(cancelled, each.first(), each.last() + 1, true);
      }
    }
    return cancelled;
  }

  private static boolean isCancelled(PhraseBook.Found<Meaning> found, boolean[] cancelled) {
    return !(found.phrase().meaning() instanceof Meaning.Topic)
        && (cancelled[found.first()] || cancelled[found.last()]);
  }

  /// Of the phrases of one concept that overlap, the longest counts.
  private static List<Said> said(
      List<PhraseBook.Found<Meaning>> found, List<Word> words, List<String> bare) {
    var said = new ArrayList<Said>();
    found.stream()
        .filter(each -> each.phrase().meaning() instanceof Meaning.Concept)
        .sorted(Comparator.comparingInt(each -> each.first() - each.last()))
        .map(each -> said(each, words, bare))
        .filter(each -> said.stream().noneMatch(longer -> isPartOf(each, longer)))
        .forEach(said::add);
    said.sort(Comparator.comparingInt(Said::at).thenComparing(Said::concept));
    return said;
  }

  private static boolean isPartOf(Said each, Said longer) {
    return each.concept().equals(longer.concept())
        && each.first() <= longer.last()
        && longer.first() <= each.last();
  }

  private static Said said(PhraseBook.Found<Meaning> found, List<Word> words, List<String> bare) {
    var concept = (Meaning.Concept) found.phrase().meaning();
    var first = words.get(found.first());
    var last = words.get(found.last());
    return new Said(
        concept.name(),
        concept.form().orElseGet(() -> form(found, words, bare)),
        found.first(),
        found.last(),
        first.at(),
        last.at(),
        first.sentence(),
        found.phrase().source());
  }

  /// What the words tell; of a verb that tells nothing, at least that it is one.
  private static Form form(PhraseBook.Found<Meaning> found, List<Word> words, List<String> bare) {
    if (found.form() != Form.PLAIN) {
      return found.form();
    }
    if (bare.stream().anyMatch(end -> words.get(found.first()).folded().endsWith(end))) {
      return Form.BARE;
    }
    boolean verb = found.phrase().meaning() instanceof Meaning.Concept concept && concept.verb();
    return verb ? Form.EITHER : Form.PLAIN;
  }

  private static List<Mentions.Marked> markers(List<PhraseBook.Found<Meaning>> found) {
    return found.stream()
        .flatMap(each ->
            each.phrase().meaning() instanceof Meaning.Marker marker
                ? Stream.of(new Mentions.Marked(marker, each.first(), each.last()))
                : Stream.empty())
        .toList();
  }

  /// A cue inside a longer one does not count: `nie wykluczać` is not `wykluczać`.
  private static List<Cue> cues(List<PhraseBook.Found<Meaning>> found, List<Word> words) {
    var cues =
        found.stream()
            .flatMap(each ->
                each.phrase().meaning() instanceof Meaning.Modal(var meaning, var reach)
                    ? Stream.of(cue(each, meaning, reach, words))
                    : Stream.empty())
            .toList();
    return cues.stream().filter(cue -> cues.stream().noneMatch(cue::isInside)).toList();
  }

  private static Cue cue(
      PhraseBook.Found<Meaning> found, String meaning, String reach, List<Word> words) {
    var first = words.get(found.first());
    var last = words.get(found.last());
    return new Cue(
        meaning,
        reach,
        found.first(),
        found.last(),
        first.at(),
        last.at(),
        first.sentence(),
        found.phrase().source());
  }

  /// A topic counts when a sure phrase names it or two hints do.
  private static List<Topic> topics(List<PhraseBook.Found<Meaning>> found) {
    var weights = new TreeMap<String, Integer>();
    var phrases = new HashMap<String, List<String>>();
    for (var each : found) {
      if (each.phrase().meaning() instanceof Meaning.Topic(var name, var sure)) {
        weights.merge(name, sure ? 2 : 1, Integer::sum);
        phrases.computeIfAbsent(name, _ -> new ArrayList<>()).add(each.phrase().source());
      }
    }
    return weights.entrySet().stream()
        .filter(each -> each.getValue() >= 2)
        .map(each -> new Topic(each.getKey(), phrases.getOrDefault(each.getKey(), List.of())))
        .toList();
  }

  private static List<Integer> questions(List<Word> words, String text) {
    var questions = new ArrayList<Integer>();
    for (int i = 0; i < words.size(); i++) {
      int end = i + 1 < words.size() ? words.get(i + 1).start() : text.length();
      boolean last = i + 1 == words.size() || words.get(i + 1).sentence() > words.get(i).sentence();
      if (last && text.substring(words.get(i).end(), end).contains("?")) {
        questions.add(words.get(i).sentence());
      }
    }
    return questions;
  }
}
