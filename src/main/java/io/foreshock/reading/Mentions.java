package io.foreshock.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the countries and blocs that a text names, and which preposition governs each.
final class Mentions {
  /// How many words may stand between a preposition and the name that it governs.
  private static final int REACH = 3;

  /// A marker of this name ends the reach of the prepositions before it: "after", "while".
  static final String CLAUSE = "clause";

  private final Lexicon lexicon;
  private final String text;

  Mentions(Lexicon lexicon, String text) {
    this.lexicon = lexicon;
    this.text = text;
  }

  /// A marker found in the text, with the indices of its first and last word.
  record Marked(Meaning.Marker marker, int first, int last) {}

  /// The names, without their markers yet; the longest at each place wins, and what is no name
  /// before what is.
  List<PhraseBook.Found<NameMeaning>> find(List<Word> words) {
    var found =
        lexicon.names().in(words, PhraseBook.Marks.NONE).stream()
            .filter(each -> mayBeName(each, words))
            .sorted(
                Comparator.<PhraseBook.Found<NameMeaning>>comparingInt(
                        each -> each.first() - each.last())
                    .thenComparing(each -> !each.phrase().meaning().code().isEmpty())
                    .thenComparing(each -> each.phrase().meaning().across().isEmpty())
                    .thenComparing(each -> each.phrase().meaning().kind().equals(Named.PEOPLE))
                    .thenComparingInt(PhraseBook.Found::first))
            .toList();
    var taken = new boolean[words.size()];
    var kept = new ArrayList<PhraseBook.Found<NameMeaning>>();
    for (var each : found) {
      if (isFree(taken, each.first(), each.last())) {
        java.util.Arrays.fill(taken, each.first(), each.last() + 1, true);
        kept.add(each);
      }
    }
    kept.removeIf(each -> each.phrase().meaning().code().isEmpty());
    kept.sort(Comparator.comparingInt(PhraseBook.Found::first));
    return kept;
  }

  private static boolean isFree(boolean[] taken, int first, int last) {
    for (int i = first; i <= last; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  /// All but adjectives and demonyms need a capital letter.
  private static boolean mayBeName(PhraseBook.Found<NameMeaning> found, List<Word> words) {
    var kind = found.phrase().meaning().kind();
    return kind.equals(Named.PEOPLE) || kind.isEmpty() || words.get(found.first()).isCapital();
  }

  /// The names with their markers; a name in a list shares the marker of the one before.
  List<Named> govern(
      List<PhraseBook.Found<NameMeaning>> found, List<Marked> markers, List<Word> words) {
    var named = new ArrayList<Named>();
    for (var each : found) {
      var first = words.get(each.first());
      var cases = cases(first, each.phrase());
      named.add(
          new Named(
              each.phrase().meaning().code(),
              each.phrase().meaning().kind(),
              each.phrase().meaning().across(),
              dateline(each, words)
                  .or(() -> compound(each, words, found))
                  .or(() -> markers(each, cases, markers, words, named))
                  .orElseGet(() -> byCase(cases, each.phrase().meaning().kind())),
              cases,
              isNoun(first, each.phrase()),
              each.first(),
              each.last(),
              first.at(),
              words.get(each.last()).at(),
              first.sentence(),
              list(each, words, named)));
    }
    return named;
  }

  private int list(PhraseBook.Found<NameMeaning> name, List<Word> words, List<Named> before) {
    if (before.isEmpty()) {
      return 0;
    }
    var last = before.getLast();
    return isListed(last, name, words) ? last.list() : last.list() + 1;
  }

  /// The cases that the word may stand in as this name.
  private static Set<Case> cases(Word word, Phrase<NameMeaning> phrase) {
    var ways = phrase.words().getFirst().ways();
    var cases = EnumSet.noneOf(Case.class);
    word.senses().stream()
        .filter(sense -> ways.contains(new Pattern.Way.Key(sense.key())))
        .forEach(sense -> cases.addAll(sense.cases()));
    return cases;
  }

  /// Whether the word is certainly a noun as this name.
  private static boolean isNoun(Word word, Phrase<NameMeaning> phrase) {
    var ways = phrase.words().getFirst().ways();
    return word.senses().stream()
        .anyMatch(sense -> sense.isNoun() && ways.contains(new Pattern.Way.Key(sense.key())));
  }

  /// What a case tells where no preposition stands; more than one possible case tells nothing.
  private static Set<String> byCase(Set<Case> cases, String kind) {
    boolean people = kind.equals(Named.PEOPLE) && cases.contains(Case.INSTRUMENTAL);
    if (cases.size() != 1 || people) {
      return Set.of();
    }
    return switch (cases.iterator().next()) {
      case NOMINATIVE, ACCUSATIVE -> Set.of();
      case GENITIVE -> Set.of("of");
      case DATIVE -> Set.of("to");
      case INSTRUMENTAL -> Set.of("by");
      case LOCATIVE -> Set.of("in");
    };
  }

  /// What the preposition before a name means; a second name in its reach shares it only in a list.
  private Optional<Set<String>> markers(
      PhraseBook.Found<NameMeaning> name,
      Set<Case> cases,
      List<Marked> markers,
      List<Word> words,
      List<Named> before) {
    for (int i = name.first() - 1; i >= Math.max(0, name.first() - 1 - REACH); i--) {
      if (!before.isEmpty() && before.getLast().last() == i) {
        return goesOn(before.getLast(), name, words)
            ? Optional.of(before.getLast().markers())
            : Optional.empty();
      }
      if (words.get(i + 1).at() - words.get(i).at() > 1) {
        return Optional.empty();
      }
      var found = meanings(markers, i, cases);
      if (found.contains(CLAUSE)) {
        return Optional.empty();
      }
      if (!found.isEmpty()) {
        return Optional.of(found);
      }
      if (isVerb(words.get(i)) || parts(words.get(i), words.get(name.first()), cases)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Whether a name shares the part of the one before: in a list, or as one name in two words.
  private boolean goesOn(Named before, PhraseBook.Found<NameMeaning> name, List<Word> words) {
    return isAttribute(before, name) || isListed(before, name, words);
  }

  /// Names of a list; a comma alone joins only names of one kind ("On Belarus, the bloc …").
  private boolean isListed(Named before, PhraseBook.Found<NameMeaning> name, List<Word> words) {
    boolean comma = words.get(before.last() + 1).at() - words.get(before.last()).at() > 1;
    boolean sameKind = before.kind().equals(name.phrase().meaning().kind());
    return before.sentence() == words.get(name.first()).sentence()
        && joined(before.last(), name.first(), words)
        && (!comma || sameKind);
  }

  /// `białoruski Mińsk`, "Syria's Idlib": one name in two words.
  private static boolean isAttribute(Named before, PhraseBook.Found<NameMeaning> name) {
    return before.last() + 1 == name.first()
        && before.code().equals(name.phrase().meaning().code());
  }

  /// What the marker that ends at a word means before a name in these cases: the longest one
  /// counts, and of its meanings those that go with the case.
  private static Set<String> meanings(List<Marked> markers, int last, Set<Case> cases) {
    var here = markers.stream().filter(each -> each.last() == last).toList();
    if (here.isEmpty()) {
      return Set.of();
    }
    int first = here.stream().mapToInt(Marked::first).min().orElse(last);
    return here.stream()
        .filter(each -> each.first() == first)
        .map(Marked::marker)
        .filter(marker -> goesWith(marker.cases(), cases))
        .map(Meaning.Marker::name)
        .filter(meaning -> !meaning.equals(Meanings.UNTIL))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean goesWith(Set<Case> wanted, Set<Case> possible) {
    return wanted.isEmpty() || possible.isEmpty() || !Collections.disjoint(wanted, possible);
  }

  /// What stands before a hyphen describes what stands behind: `EU-Sanktionen`; two names so joined
  /// are a list.
  private Optional<Set<String>> compound(
      PhraseBook.Found<NameMeaning> name,
      List<Word> words,
      List<PhraseBook.Found<NameMeaning>> all) {
    int next = name.last() + 1;
    boolean hyphen =
        next < words.size() && isHyphen(words.get(name.last()).end(), words.get(next).start());
    boolean list = all.stream().anyMatch(other -> other.first() == next);
    return hyphen && !list ? Optional.of(Set.of(Named.HYPHEN, "of")) : Optional.empty();
  }

  /// Where a text was written, or what it has for a heading, plays no part in what happens: "KYIV,
  /// 4 June –", `MIŃSK (PAP)`, `Genewa: fiasko`.
  private Optional<Set<String>> dateline(PhraseBook.Found<NameMeaning> name, List<Word> words) {
    var kind = name.phrase().meaning().kind();
    var first = words.get(name.first());
    boolean begins =
        name.first() == 0 || words.get(name.first() - 1).sentence() != first.sentence();
    boolean city = kind.equals(Named.CAPITAL) || kind.equals(Named.PLACE);
    if (!begins || !city) {
      return Optional.empty();
    }
    var written = text.substring(first.start(), words.get(name.last()).end());
    boolean loud = written.equals(written.toUpperCase(Locale.ROOT)) && !isAllLoud(name, words);
    boolean heading = kind.equals(Named.PLACE) && isBeforeColon(words.get(name.last()).end());
    return loud || heading ? Optional.of(Set.of(Named.DATELINE)) : Optional.empty();
  }

  private boolean isBeforeColon(int end) {
    return end < text.length() && text.charAt(end) == ':';
  }

  /// A headline in capitals has no dateline.
  private boolean isAllLoud(PhraseBook.Found<NameMeaning> name, List<Word> words) {
    int sentence = words.get(name.first()).sentence();
    return words.stream()
        .filter(word -> word.sentence() == sentence)
        .map(word -> text.substring(word.start(), word.end()))
        .allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT)));
  }

  /// Whether only list words, commas or a hyphen stand between two names.
  private boolean joined(int last, int first, List<Word> words) {
    if (first == last + 1 && isHyphen(words.get(last).end(), words.get(first).start())) {
      return true;
    }
    Set<String> and = lexicon.and();
    boolean list = false;
    for (int i = last + 1; i < first; i++) {
      if (!and.contains(words.get(i).folded())) {
        return false;
      }
      list = true;
    }
    int step = words.get(first).at() - words.get(last).at();
    return list || (step > 1 && step <= 5);
  }

  private boolean isHyphen(int from, int to) {
    return to == from + 1 && Tokenizer.isHyphen(text.charAt(from));
  }

  /// A noun ends it before an adjective, which belongs to another noun, and before a genitive,
  /// which belongs to this one.
  private static boolean parts(Word word, Word name, Set<Case> cases) {
    return word.senses().stream().allMatch(Sense::isNoun)
        && (!name.isCapital() || cases.contains(Case.GENITIVE));
  }

  /// A verb ends a preposition's reach.
  private static boolean isVerb(Word word) {
    return word.senses().stream().allMatch(sense -> sense.form().isVerbal())
        || word.senses().stream().anyMatch(sense -> sense.form().mayBeBare());
  }
}
