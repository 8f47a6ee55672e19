package io.foreshock.signal;

import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who does it, to whom, and where: which of the names in the text plays which part in an event.
///
/// A part is looked for in the relations that `rules/signals.yml` lists for it, best first:
/// - a marker's name (`in`, `against`, `by` …): a name governed by such a preposition; `by` also
///   who is accused of what follows,
/// - `doer`: the subject of the verb, see [Subjects],
/// - `agent`: a doer where the deed is told by a verb: who speaks of a release frees nobody,
/// - `receiver`: a bare name behind the verb,
/// - `of`: a name that describes the object ("Belarusian prisoners"),
/// - `deed`: a name that describes the deed, told by a noun ("the Russian strike"),
/// - `whose`: a name behind the verb that something there belongs to ("the airspace of Estonia"),
/// - `author`: one of those who usually do it, named among the words that tell it ("the EU's
///   list"),
/// - `usual`: one of them, the nearest that the item names freely,
/// - `seat`: the capital or an organ of one of them, where the sentence says it is decided,
/// - `heading`: a country or a city before the colon that begins the title,
/// - `accuser`: who says that another did it,
/// - `across`: the country on the other side of a border crossing that the item names,
/// - `sentence`: any name of the sentence,
/// - `title`: the first name of the title,
/// - `item`: the name that stands nearest in the rest of the item,
/// - `partner`: whom somebody talks with,
/// - `city`: where the rest of the item says it is, else the nearest city.
///
/// The last five are guesses: they count only where no other relation leads to a name. A marker far
/// from the event counts after the guesses.
final class Roles {
  /// Marker of a name that describes what stands beside it.
  static final String OF = "of";

  private static final int MOST_COMPANIONS = 8;
  private static final int FAR = 10;
  private static final String BY = "by";
  private static final String ACCUSED = "accused";

  private static final Set<String> GUESSES =
      Set.of("sentence", "title", "item", "city", "home", "partner");
  private static final Set<String> GRAMMAR =
      Set.of(
          "doer",
          "agent",
          OF,
          "receiver",
          "deed",
          "author",
          "usual",
          "seat",
          "heading",
          "accuser",
          "across");
  private static final Set<String> OBJECTS = Set.of(OF, "receiver", "deed", "author", "usual");
  private static final Set<String> ON = Set.of("on", "against");
  private static final Set<String> AT = Set.of("in", "at");
  private static final Set<String> PARTS =
      Set.of("in", "on", "at", OF, "between", "over", "near", "and");
  private static final Set<String> NO_PART = Set.of("says", Named.DATELINE);
  private static final Set<String> FREE = Set.of(OF, BY, "from", ACCUSED);

  private final Reading reading;
  private final Subjects subjects;

  Roles(Reading reading) {
    this.reading = reading;
    this.subjects = new Subjects(reading);
  }

  /// How firmly a text gives a part to a name, the firmest first.
  enum Grip {
    /// The grammar leads to it.
    TOLD,
    /// It stands there, and nothing better does.
    GUESSED,
    /// A marker far away leads to it.
    FAR
  }

  /// Where to look for one part of one event.
  ///
  /// @param draft the event
  /// @param relations best first
  /// @param usual codes of those who usually do it
  record Search(Draft draft, List<String> relations, List<String> usual) {}

  /// A name that plays a part.
  ///
  /// @param name which
  /// @param isSure whether the grammar tells it
  record Found(Named name, boolean isSure) {}

  /// The first name that the text holds with this grip.
  Optional<Found> find(Search search, Grip grip, Predicate<Named> wanted) {
    if (reading.names().isEmpty()) {
      return Optional.empty();
    }
    return search.relations().stream()
        .filter(relation -> mayHave(relation, grip))
        .flatMap(relation ->
            candidates(search, relation)
                .filter(fits(relation, search.draft()))
                .filter(name -> grip(relation, name, search.draft()) == grip)
                .filter(wanted)
                .map(
                    name -> new Found(name, grip == Grip.TOLD && isSure(relation, search.draft()))))
        .findFirst();
  }

  /// Names of another country than this one.
  static Predicate<Named> other(String code) {
    return name -> !name.code().equals(code);
  }

  private static Grip grip(String relation, Named name, Draft draft) {
    if (GUESSES.contains(relation)) {
      return Grip.GUESSED;
    }
    return GRAMMAR.contains(relation) || distance(name, draft) <= FAR ? Grip.TOLD : Grip.FAR;
  }

  /// Whether a relation can lead to a name with this grip; most cannot, and need no search.
  private static boolean mayHave(String relation, Grip grip) {
    return switch (grip) {
      case TOLD -> !GUESSES.contains(relation);
      case GUESSED -> GUESSES.contains(relation);
      case FAR -> !GUESSES.contains(relation) && !GRAMMAR.contains(relation);
    };
  }

  /// Whose the object is tells little; a subject tells much only beside a verb.
  private static boolean isSure(String relation, Draft draft) {
    return switch (relation) {
      case OF, "receiver", "deed", "author", "usual", "seat" -> false;
      case "doer", "agent" -> draft.verb().form().isVerbal();
      default -> true;
    };
  }

  /// "Two Frenchmen" who are jailed jail nobody, and tell no place.
  private static Predicate<Named> fits(String relation, Draft draft) {
    boolean ofObject = OBJECTS.contains(relation) || draft.object().equals(draft.verb());
    return name ->
        ofObject || !name.kind().equals(Named.PEOPLE) || !Attributes.isInside(name, draft.object());
  }

  /// The codes of a name and of those that stand with it in a list: "Latvia, Lithuania and Poland".
  List<String> withCompanions(Named name) {
    var all =
        reading.names().stream()
            .filter(each -> each.sentence() == name.sentence() && each.list() == name.list())
            .map(Named::code)
            .distinct()
            .limit(MOST_COMPANIONS)
            .toList();
    return all.contains(name.code()) ? all : List.of(name.code());
  }

  /// The nearest two that the sentence names side by side ("Thailand and Cambodia agree", "between
  /// A and B", "Israel-Iran truce"); none where it names none so.
  List<String> pair(Draft draft, Predicate<Named> wanted) {
    Predicate<Named> free = name -> Collections.disjoint(name.markers(), NO_PART) && !isAt(name);
    return nearest(draft, free.and(wanted))
        .map(this::withCompanions)
        .filter(codes -> codes.size() > 1)
        .findFirst()
        .orElse(List.of());
  }

  private Stream<Named> candidates(Search search, String relation) {
    var draft = search.draft();
    return switch (relation) {
      case "doer" -> subjects.of(draft);
      case "agent" -> agents(draft);
      case "receiver" -> receivers(draft);
      case OF -> attributes(draft);
      case "deed" ->
          nearest(draft, name -> Attributes.ofDeed(name, draft))
              .filter(name -> search.usual().isEmpty() || !isCity(name));
      case "whose" ->
          nearest(draft, name -> name.markers().contains(OF) && name.at() > draft.verb().until());
      case "author" ->
          Stream.concat(
                  agents(draft),
                  nearest(
                      draft,
                      name -> isAuthor(name, draft) || name.markers().contains(Named.HYPHEN)))
              .filter(name -> search.usual().contains(name.code()));
      case "usual" ->
          Stream.concat(nearest(draft, Roles::isFree), elsewhere(draft))
              .filter(name -> isFree(name) && search.usual().contains(name.code()));
      case "seat" ->
          nearest(draft, name -> isAt(name) && isSeat(name))
              .filter(name -> search.usual().contains(name.code()));
      case "sentence" ->
          Stream.concat(nearest(draft, Roles::isFree), nearest(draft, Roles::mayPlayAPart));
      case "title" ->
          reading.names().stream().filter(name -> name.sentence() == 0 && mayPlayAPart(name));
      case "accuser" -> accusers(draft);
      case "across" ->
          Stream.concat(nearest(draft, _ -> true), elsewhere(draft))
              .filter(name -> !name.across().isEmpty())
              .map(Named::neighbour);
      case "heading" -> reading.names().stream().filter(this::isHeading);
      case "item" -> elsewhere(draft).filter(name -> !name.markers().contains(Named.DATELINE));
      case "home" -> Stream.of();
      case "partner" -> nearest(draft, name -> name.markers().contains("with"));
      case "city" ->
          Stream.of(
                  elsewhere(draft).filter(name -> isAt(name) && !name.kind().equals(Named.PEOPLE)),
                  nearest(draft, Roles::isCity),
                  elsewhere(draft).filter(Roles::isCity))
              .flatMap(each -> each);
      case BY ->
          nearest(
              draft,
              name ->
                  isMarked(name, BY, search.usual())
                      || (name.markers().contains(ACCUSED) && name.until() < draft.verb().at()));
      default -> nearest(draft, name -> isMarked(name, relation, search.usual()));
    };
  }

  /// The nearest name before one that is accused.
  private Stream<Named> accusers(Draft draft) {
    var here = nearest(draft, _ -> true).toList();
    return here.stream()
        .filter(name -> name.markers().contains(ACCUSED))
        .flatMap(accused ->
            here.stream()
                .filter(name -> name.until() < accused.at() && !name.code().equals(accused.code()))
                .max(Comparator.comparingInt(Named::at))
                .stream());
  }

  private Stream<Named> agents(Draft draft) {
    return draft.verb().form().isVerbal() ? subjects.of(draft) : Stream.of();
  }

  /// What stands before a hyphen acts where it usually does so (`EU-Sanktionen`), else it is acted
  /// on (`Russland-Sanktionen`).
  private static boolean isMarked(Named name, String relation, List<String> usual) {
    if (name.markers().contains(Named.HYPHEN) && !usual.isEmpty()) {
      return !usual.contains(name.code()) && ON.contains(relation);
    }
    return name.markers().contains(relation);
  }

  /// Whether nothing says that it is acted on.
  private static boolean isFree(Named name) {
    return name.isBare() || !Collections.disjoint(name.markers(), FREE);
  }

  /// Whether it stands free or in a place: who is only quoted, or where people are taken, plays no
  /// part.
  private static boolean mayPlayAPart(Named name) {
    return name.isBare() || !Collections.disjoint(name.markers(), PARTS);
  }

  private static boolean isAuthor(Named name, Draft draft) {
    return name.first() >= draft.first()
        && name.last() <= draft.last()
        && Collections.disjoint(name.markers(), ON);
  }

  private static boolean isSeat(Named name) {
    return name.kind().equals(Named.CAPITAL) || name.kind().equals(Named.BODY);
  }

  /// "Belarus: 51 prisoners reach Lithuania".
  private boolean isHeading(Named name) {
    int end = reading.words().get(name.last()).end();
    return name.first() == 0
        && (name.kind().equals(Named.NAME) || name.kind().equals(Named.PLACE))
        && end < reading.text().length()
        && reading.text().charAt(end) == ':';
  }

  /// Whether a preposition says that something is there.
  static boolean isAt(Named name) {
    return !Collections.disjoint(name.markers(), AT);
  }

  private static boolean isCity(Named name) {
    return name.kind().equals(Named.CAPITAL) || name.kind().equals(Named.PLACE);
  }

  private Stream<Named> nearest(Draft draft, Predicate<Named> wanted) {
    return reading.names().stream()
        .filter(name -> name.sentence() == draft.verb().sentence())
        .filter(wanted)
        .sorted(Comparator.comparingInt(name -> distance(name, draft)));
  }

  private static int distance(Named name, Draft draft) {
    return Math.min(name.distance(draft.verb()), name.distance(draft.object()));
  }

  private Stream<Named> receivers(Draft draft) {
    return nearest(
        draft,
        name ->
            (name.mayObject() && name.at() > draft.verb().at())
                || Attributes.ofObject(name, draft));
  }

  /// What stands among the words, then an adjective, then a name behind.
  private Stream<Named> attributes(Draft draft) {
    return nearest(draft, name -> Attributes.ofObject(name, draft) || isObject(name, draft))
        .sorted(
            Comparator.<Named, Boolean>comparing(name -> !isObject(name, draft))
                .thenComparing(name -> name.at() > draft.object().at()));
  }

  /// At the end of a phrase that tells all ("sanction @").
  private static boolean isObject(Named name, Draft draft) {
    return draft.verb().equals(draft.object())
        && name.mayObject()
        && name.last() == draft.verb().last()
        && name.first() > draft.verb().first();
  }

  /// The names of the other sentences, the nearest sentence first.
  private Stream<Named> elsewhere(Draft draft) {
    int here = draft.verb().sentence();
    return reading.names().stream()
        .filter(name -> name.sentence() != here)
        .sorted(Comparator.comparingInt(name -> Math.abs(name.sentence() - here)));
  }
}
