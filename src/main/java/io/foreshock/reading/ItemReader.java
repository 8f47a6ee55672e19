package io.foreshock.reading;

import io.foreshock.item.Item;
import io.foreshock.source.Problem;
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
  private final LanguageGuess guess = new LanguageGuess();

  private ItemReader(Map<Language, Lexicon> lexicons) {
    this.lexicons = lexicons;
  }

  /// Opens `lexicon/` and `gazetteer/` of a rules folder; what is wrong there is added to
  /// `problems` and left out.
  public static ItemReader open(Path rules, List<Problem> problems) {
    var concepts = Concepts.open(rules, problems);
    var lexicons = new EnumMap<Language, Lexicon>(Language.class);
    for (var language : Language.values()) {
      lexicons.put(language, new LexiconFile(language, concepts, problems).read(rules));
    }
    return new ItemReader(lexicons);
  }

  /// What the item's text holds; an item in a language that Foreshock does not read holds nothing.
  public Reading read(Item item) {
    var title = plain(item.title());
    var summary = plain(item.summary());
    var text = summary.isEmpty() ? title : title + "\n" + summary;
    var language = item.language().flatMap(Language::of).or(() -> guess.of(text, item.language()));
    return language
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
