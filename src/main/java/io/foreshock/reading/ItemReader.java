package io.foreshock.reading;

import io.foreshock.item.Item;
import io.foreshock.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// Reads an item's text into concepts, names, numbers, dates and cues. Threads may share it.
///
/// Limits: the first 400 words count, of the first 20,000 characters; news says what is new at its
/// beginning.
public final class ItemReader {
  private static final int MOST_WORDS = 400;
  private static final int MOST_CHARACTERS = 20_000;

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
        .map(ItemReader::source)
        .collect(Collectors.joining("\0"));
  }

  private static String source(Path file) {
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
    return language(item, Text.of(item));
  }

  private Optional<Language> language(Item item, Text text) {
    return item.language().flatMap(Language::of).or(() -> guess.of(text.whole(), item.language()));
  }

  /// The words of an item as a lexicon's morphology knows them.
  static List<Word> words(Item item, Lexicon lexicon) {
    return words(Text.of(item), lexicon);
  }

  private static List<Word> words(Text text, Lexicon lexicon) {
    return new Tokenizer(lexicon.abbreviations(), lexicon.senses(), MOST_WORDS)
        .words(text.whole(), text.titleEnds());
  }

  /// The phrases of the lexicons that name concepts.
  public List<ConceptPhrase> conceptPhrases() {
    return lexicons.values().stream().flatMap(each -> each.conceptPhrases().stream()).toList();
  }

  /// What the item's text holds; an item in a language that Foreshock does not read holds nothing.
  public Reading read(Item item) {
    var text = Text.of(item);
    return language(item, text)
        .flatMap(this::lexicon)
        .map(lexicon -> read(lexicon, text, day(item)))
        .orElseGet(() -> nothing(text.whole()));
  }

  /// An item's title and summary as plain text, a line break between them.
  ///
  /// @param whole both
  /// @param titleEnds offset behind the title
  private record Text(String whole, int titleEnds) {
    static Text of(Item item) {
      var title = plain(item.title());
      var summary = plain(item.summary());
      return new Text(summary.isEmpty() ? title : title + "\n" + summary, title.length());
    }
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
    if (bounded.indexOf('<') >= 0) {
      return Jsoup.parse(bounded).text().strip();
    }
    return (bounded.indexOf('&') >= 0 ? Parser.unescapeEntities(bounded, false) : bounded).strip();
  }

  private Reading read(Lexicon lexicon, Text text, LocalDate today) {
    var words = words(text, lexicon);
    var mentions = new Mentions(lexicon, text.whole());
    var names = mentions.find(words);
    var numbers = new Numbers(lexicon.numbers()).in(words);
    var found = lexicon.phrases().in(words, marks(words, names, numbers));
    var meanings = new Meanings(found, words, lexicon.bare());
    names.removeIf(each -> meanings.isCancelled(each.first()));
    return new Reading(
        Optional.of(lexicon.language()),
        text.whole(),
        words,
        meanings.said(),
        mentions.govern(names, meanings.markers(), words),
        numbers,
        dates(lexicon, text.whole(), words, numbers, meanings.ends(), today),
        meanings.cues(),
        meanings.topics(),
        meanings.clauses(),
        questions(words, text.whole()),
        lexicon.home());
  }

  /// A day behind "until" ends something; a counted number is no year.
  private static List<Dated> dates(
      Lexicon lexicon,
      String text,
      List<Word> words,
      List<Counted> numbers,
      Set<Integer> ends,
      LocalDate today) {
    var dates = new Dates(lexicon.calendar());
    return dates.in(words, today).stream()
        .filter(date ->
            date.isDay()
                || (!isNumberOfName(words.get(date.first()), text)
                    && (dates.isYear(words, date) || numbers.stream().noneMatch(date::isCount))))
        .map(date -> ends.contains(date.first()) ? date.asEnd() : date)
        .toList();
  }

  /// "Zapad-2025" is a name.
  private static boolean isNumberOfName(Word word, String text) {
    return word.start() > 1
        && Tokenizer.isHyphen(text.charAt(word.start() - 1))
        && Character.isLetter(text.charAt(word.start() - 2));
  }

  private static PhraseBook.Marks marks(
      List<Word> words, List<PhraseBook.Found<NameMeaning>> names, List<Counted> numbers) {
    var isName = new boolean[words.size()];
    names.forEach(each -> java.util.Arrays.fill(isName, each.first(), each.last() + 1, true));
    var isNumber = new boolean[words.size()];
    numbers.forEach(each -> java.util.Arrays.fill(isNumber, each.first(), each.last() + 1, true));
    return new PhraseBook.Marks(i -> isNumber[i], i -> isName[i]);
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
