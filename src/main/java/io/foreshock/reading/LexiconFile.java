package io.foreshock.reading;

import io.foreshock.source.Entry;
import io.foreshock.source.Nearest;
import io.foreshock.source.Problem;
import io.foreshock.source.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a language's lexicon file and gazetteer file; everything wrong in them is collected, not
/// thrown.
final class LexiconFile {
  private static final Set<String> KEYS =
      Set.of(
          "language",
          "home",
          "concepts",
          "cues",
          "markers",
          "topics",
          "cancel",
          "numbers",
          "months",
          "days",
          "in-month",
          "of-year",
          "abbreviations",
          "infinitives",
          "and");
  private static final Set<String> FORMS = Set.of("verb", "noun", "ahead", "bare", "told");
  private static final Set<String> CUES =
      Set.of("possible", "demanded", "planned", "denied", "actual", "background");
  private static final Set<String> REACHES =
      Set.of("next", "before", "after", "sentence", "self", "item");

  /// Places of a country, by the country on their other side.
  private static final String CROSSING = "crossing";

  private static final Set<String> KINDS =
      Set.of(
          Named.NAME, Named.PEOPLE, Named.CAPITAL, Named.PLACE, Named.BODY, Named.PERSON, CROSSING);
  private static final List<String> CASES =
      Arrays.stream(Case.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  private static final Set<String> MARKERS =
      Set.of(
          "in", "against", "on", "to", "from", "with", "by", "of", "between", "over", "into", "for",
          "near", "and", "clause", "until", "says", "accused");

  private final Language language;
  private final Senses senses;
  private final PhraseParser parser;
  private final List<Problem> problems;
  private final List<Phrase<Meaning>> phrases = new ArrayList<>();
  private final List<Phrase<NameMeaning>> names = new ArrayList<>();
  private final Concepts concepts;
  private final Concepts.Claims claims;

  LexiconFile(Language language, Senses senses, Concepts concepts, List<Problem> problems) {
    this.language = language;
    this.concepts = concepts;
    this.claims = concepts.claims();
    this.senses = senses;
    this.parser = new PhraseParser(senses);
    this.problems = problems;
  }

  /// Reads `lexicon/xx.yml` and `gazetteer/xx.yml` of a rules folder.
  Lexicon read(Path rules) {
    var root = open(rules.resolve("lexicon").resolve(language.code() + ".yml"));
    root.ifPresent(this::lexicon);
    open(rules.resolve("gazetteer").resolve(language.code() + ".yml")).ifPresent(this::gazetteer);
    new Countries(language).names().forEach((code, name) -> name(name, code, Named.NAME));
    var counting = new Counting(language, senses, problems);
    var and = senses.folded(texts(root.flatMap(entry -> entry.get("and"))));
    return new Lexicon(
        language,
        senses,
        new PhraseBook<>(phrases),
        new PhraseBook<>(names),
        counting.numbers(root.flatMap(entry -> entry.get("numbers")), and),
        counting.calendar(root),
        senses.folded(texts(root.flatMap(entry -> entry.get("abbreviations")))),
        texts(root.flatMap(entry -> entry.get("infinitives"))),
        and,
        root.flatMap(entry -> entry.get("home")).map(Entry::text));
  }

  private Optional<Entry> open(Path file) {
    return switch (YamlFile.read(file)) {
      case YamlFile.Read(var root) -> root;
      case YamlFile.Unreadable(var found) -> {
        problems.addAll(found);
        yield Optional.empty();
      }
    };
  }

  private void lexicon(Entry root) {
    known(root, KEYS);
    root.get("concepts").ifPresent(this::concepts);
    root.get("cues").ifPresent(this::cues);
    root.get("markers")
        .ifPresent(entry ->
            entry.map().forEach((name, words) -> words.list().forEach(each -> marker(name, each))));
    root.get("topics").ifPresent(entry -> entry.map().forEach(this::topic));
    root.get("cancel").ifPresent(entry -> phrases(entry, new Meaning.Cancel()));
  }

  private void concepts(Entry entry) {
    entry.keys().forEach(key -> concepts.unknown(key).ifPresent(problems::add));
    entry.map().forEach(this::concept);
  }

  private void concept(String name, Entry words) {
    if (!words.isMap()) {
      claimed(words, new Meaning.Concept(name, Optional.empty(), false));
      return;
    }
    known(words, FORMS);
    words
        .map()
        .forEach((form, list) ->
            claimed(list, new Meaning.Concept(name, form(form), form.equals("verb"))));
  }

  private void claimed(Entry list, Meaning.Concept concept) {
    list.list().forEach(each -> claims.add(concept.name(), each).ifPresent(problems::add));
    phrases(list, concept);
  }

  private static Optional<Form> form(String word) {
    return switch (word) {
      case "noun" -> Optional.of(Form.NOUN);
      case "ahead" -> Optional.of(Form.AHEAD);
      case "bare" -> Optional.of(Form.BARE);
      case "told" -> Optional.of(Form.TOLD);
      default -> Optional.empty();
    };
  }

  private void cues(Entry cues) {
    known(cues, CUES);
    cues.map()
        .forEach((meaning, reaches) -> {
          known(reaches, REACHES);
          reaches
              .map()
              .forEach((reach, words) -> phrases(words, new Meaning.Modal(meaning, reach)));
        });
  }

  /// `from: ["z+genitive"]`: behind the plus the cases before which it means so.
  private void marker(String name, Entry entry) {
    if (!MARKERS.contains(name)) {
      problems.add(entry.problem("unknown marker \"" + name + "\"", Nearest.advice(name, MARKERS)));
    }
    var parts = entry.text().split("\\+", 2);
    var cases = EnumSet.noneOf(Case.class);
    if (parts.length == 2) {
      for (var word : parts[1].split("\\|", -1)) {
        Arrays.stream(Case.values())
            .filter(each -> each.name().equalsIgnoreCase(word))
            .findFirst()
            .ifPresentOrElse(
                cases::add,
                () ->
                    problems.add(
                        entry.problem("\"" + word + "\" is no case", Nearest.advice(word, CASES))));
      }
    }
    phrase(entry, parts[0], new Meaning.Marker(name, cases));
  }

  private void topic(String name, Entry words) {
    words.get("sure").ifPresent(list -> phrases(list, new Meaning.Topic(name, true)));
    words.get("hint").ifPresent(list -> phrases(list, new Meaning.Topic(name, false)));
  }

  private void phrases(Entry list, Meaning meaning) {
    list.list().forEach(entry -> phrase(entry, entry.text(), meaning));
  }

  private void phrase(Entry entry, String text, Meaning meaning) {
    parser
        .parse(text, meaning)
        .ifPresentOrElse(
            phrases::add,
            () ->
                problems.add(
                    entry.problem(
                        "\"" + text + "\" is no phrase",
                        "write words in their base form, the first one not optional")));
  }

  private void gazetteer(Entry root) {
    known(root, Set.of("language", "cancel", "names"));
    root.get("cancel")
        .ifPresent(entry -> entry.texts().forEach(text -> add(text, NameMeaning.NONE)));
    root.get("names")
        .ifPresent(entry ->
            entry
                .map()
                .forEach((code, kinds) -> {
                  known(kinds, KINDS);
                  kinds.map().forEach((kind, list) -> names(list, code, kind));
                }));
  }

  private void names(Entry list, String code, String kind) {
    if (kind.equals(CROSSING)) {
      list.map()
          .forEach((across, crossings) ->
              crossings
                  .texts()
                  .forEach(text -> add(text, new NameMeaning(code, Named.PLACE, across))));
    } else {
      list.texts().forEach(text -> name(text, code, kind));
    }
  }

  private void name(String text, String code, String kind) {
    add(text, new NameMeaning(code, kind, ""));
  }

  private void add(String text, NameMeaning meaning) {
    parser.parse(text, meaning).ifPresent(names::add);
  }

  private void known(Entry map, Set<String> keys) {
    for (var key : map.keys()) {
      if (!keys.contains(key.text())) {
        problems.add(
            key.problem("unknown key \"" + key.text() + "\"", Nearest.advice(key.text(), keys)));
      }
    }
  }

  /// The texts of a list that may be missing.
  static List<String> texts(Optional<Entry> entry) {
    return entry.map(Entry::texts).orElse(List.of());
  }
}
