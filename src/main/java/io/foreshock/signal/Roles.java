package io.foreshock.signal;

import io.foreshock.reading.Case;
import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import io.foreshock.reading.Said;
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
/// - a marker's name (`in`, `against`, `by` …): a name governed by such a preposition,
/// - `doer`: a bare name before the verb, or behind it where the object stands before,
/// - `agent`: a doer where the deed is told by a verb: who speaks of a release frees nobody,
/// - `receiver`: a bare name behind the verb,
/// - `of`: a name that describes the object ("Belarusian prisoners"),
/// - `whose`: a name behind the verb that something there belongs to ("the airspace of Estonia"),
/// - `sentence`: any name of the sentence,
/// - `title`: the first name of the title,
/// - `item`: the name that stands nearest in the rest of the item,
/// - `partner`: whom somebody talks with,
/// - `city`: a city of the item, the nearest first.
///
/// - a code (`RU`): this country, where the item names it freely: the usual suspect.
///
/// The last six are guesses: they count only where no other relation leads to a name.
final class Roles {
  private static final int ATTACHED = 3;
  private static final int MOST_COMPANIONS = 8;
  private static final int BY_REACH = 8;
  private static final int INVERTED_REACH = 6;
  private static final String OF = "of";
  private static final Set<String> OBJECTS = Set.of("of", "receiver");
  private static final Set<String> PARTS =
      Set.of("in", "on", "at", "of", "between", "over", "near", "and");
  private static final Set<String> GUESSES =
      Set.of("sentence", "title", "item", "city", "home", "partner");

  private final Reading reading;

  Roles(Reading reading) {
    this.reading = reading;
  }

  /// The name that fits first: told, else guessed.
  Optional<Found> find(Draft draft, List<String> relations, Predicate<Named> wanted) {
    return told(draft, relations, wanted).or(() -> guessed(draft, relations, wanted));
  }

  /// The name to which the grammar leads.
  Optional<Found> told(Draft draft, List<String> relations, Predicate<Named> wanted) {
    return first(draft, relations.stream().filter(each -> !isGuess(each)), wanted);
  }

  /// The name that is likely meant.
  Optional<Found> guessed(Draft draft, List<String> relations, Predicate<Named> wanted) {
    return first(draft, relations.stream().filter(Roles::isGuess), wanted);
  }

  private static boolean isGuess(String relation) {
    return GUESSES.contains(relation) || isCode(relation);
  }

  private static boolean isCode(String relation) {
    return Character.isUpperCase(relation.charAt(0));
  }

  /// Names of another country than this one.
  static Predicate<Named> other(String code) {
    return name -> !name.code().equals(code);
  }

  /// A name that plays a part.
  ///
  /// @param name which
  /// @param relation by which relation it was found
  /// @param isSure whether the grammar tells it
  record Found(Named name, String relation, boolean isSure) {}

  private Optional<Found> first(Draft draft, Stream<String> relations, Predicate<Named> wanted) {
    return relations
        .flatMap(relation ->
            candidates(draft, relation)
                .filter(fits(relation, draft))
                .filter(wanted)
                .map(name -> new Found(name, relation, isSure(relation, draft))))
        .findFirst();
  }

  /// Whose the object is tells little; a subject tells much only beside a verb.
  private static boolean isSure(String relation, Draft draft) {
    if (isGuess(relation) || OBJECTS.contains(relation)) {
      return false;
    }
    boolean subject = relation.equals("doer") || relation.equals("agent");
    return !subject || draft.verb().form().isVerbal();
  }

  /// "Two Frenchmen" who are jailed jail nobody, and tell no place.
  private static Predicate<Named> fits(String relation, Draft draft) {
    boolean ofObject = OBJECTS.contains(relation) || draft.object().equals(draft.verb());
    return name -> ofObject || !name.kind().equals(Named.PEOPLE) || !isInside(name, draft.object());
  }

  private static boolean isInside(Named name, Said said) {
    return name.first() >= said.first() && name.last() <= said.last();
  }

  /// The codes of a name and of those that stand with it in a list: "Latvia, Lithuania and Poland".
  List<String> withCompanions(Named name) {
    return reading.names().stream()
        .filter(each -> each.sentence() == name.sentence() && each.list() == name.list())
        .map(Named::code)
        .distinct()
        .limit(MOST_COMPANIONS)
        .toList();
  }

  /// The nearest two that the sentence names side by side ("Thailand and Cambodia agree", "between
  /// A and B", "Israel-Iran truce"); none where it names none so.
  List<String> pair(Draft draft) {
    return nearest(draft, _ -> true)
        .map(this::withCompanions)
        .filter(codes -> codes.size() > 1)
        .findFirst()
        .orElse(List.of());
  }

  private Stream<Named> candidates(Draft draft, String relation) {
    return switch (relation) {
      case "doer" -> doers(draft);
      case "agent" -> draft.verb().form().isVerbal() ? doers(draft) : Stream.of();
      case "receiver" -> receivers(draft);
      case "of" -> attributes(draft);
      case "whose" ->
          nearest(draft, name -> name.markers().contains(OF) && name.at() > draft.verb().until());
      case "sentence" ->
          Stream.concat(nearest(draft, Roles::isFree), nearest(draft, Roles::mayPlayAPart));
      case "title" ->
          reading.names().stream().filter(name -> name.sentence() == 0 && mayPlayAPart(name));
      case "item" -> elsewhere(draft);
      case "home" -> Stream.of();
      case "partner" -> nearest(draft, name -> name.markers().contains("with"));
      case "city" ->
          Stream.concat(nearest(draft, _ -> true), elsewhere(draft)).filter(Roles::isCity);
      case "by" ->
          nearest(draft, name -> name.markers().contains(relation))
              .filter(name -> distance(name, draft) <= BY_REACH);
      default ->
          isCode(relation)
              ? Stream.concat(nearest(draft, Roles::isFree), elsewhere(draft))
                  .filter(name -> isFree(name) && name.code().equals(relation))
              : nearest(draft, name -> name.markers().contains(relation));
    };
  }

  /// Whether nothing says which part it plays.
  private static boolean isFree(Named name) {
    return name.isBare() || name.markers().contains(OF);
  }

  /// Whether it stands free or in a place: who is only quoted, or where people are taken, plays no
  /// part.
  private static boolean mayPlayAPart(Named name) {
    return name.isBare() || !Collections.disjoint(name.markers(), PARTS);
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

  /// Who may be the subject: a bare name before the verb, then an adjective or the owner of one
  /// ("Belarusian authorities", "Lithuania's government"), then a bare name behind a verb whose
  /// object goes before it. Of a list the first. Who demands it does not do it.
  private Stream<Named> doers(Draft draft) {
    int verb = draft.verb().at();
    boolean inverted = draft.object().at() < verb && draft.verb().form().isVerbal();
    return Stream.of(
            nearest(draft, name -> isSubject(name) && name.until() < verb),
            nearest(draft, name -> isAttribute(name) && name.until() < verb),
            nearest(draft, name -> inverted && isSubject(name) && follows(name, draft)),
            nearest(draft, name -> inverted && isAttribute(name) && follows(name, draft)))
        .flatMap(each -> each)
        .filter(name -> !describes(name, draft) && !demands(name, draft))
        .map(this::firstOfList);
  }

  private static boolean follows(Named name, Draft draft) {
    int behind = name.at() - draft.verb().until();
    return behind > 0 && behind <= INVERTED_REACH;
  }

  private static boolean isSubject(Named name) {
    return name.maySubject() && !name.kind().equals(Named.PEOPLE);
  }

  private static boolean isAttribute(Named name) {
    return name.markers().contains(OF)
        || (name.isBare() && (name.kind().equals(Named.PEOPLE) || name.isOwner()));
  }

  private Named firstOfList(Named name) {
    return reading.names().stream()
        .filter(each -> each.sentence() == name.sentence() && each.list() == name.list())
        .filter(each -> each.markers().equals(name.markers()))
        .findFirst()
        .orElse(name);
  }

  private boolean demands(Named name, Draft draft) {
    return reading.cues().stream()
        .filter(cue -> cue.meaning().equals("demanded"))
        .filter(cue -> cue.governs(draft.verb().at(), draft.verb().until(), name.sentence()))
        .anyMatch(cue -> name.until() < cue.at() && cue.at() < draft.verb().at());
  }

  private Stream<Named> receivers(Draft draft) {
    return nearest(
        draft,
        name -> (name.mayObject() && name.at() > draft.verb().at()) || describes(name, draft));
  }

  /// An adjective before a name behind.
  private Stream<Named> attributes(Draft draft) {
    return nearest(draft, name -> describes(name, draft))
        .sorted(Comparator.comparing(name -> name.at() > draft.object().at()));
  }

  /// "Belarusian prisoners", "Belarus's prisoners", "prisoners of Belarus", `więźniowie Białorusi`.
  private static boolean describes(Named name, Draft draft) {
    Said object = draft.object();
    int before = object.at() - name.until();
    int behind = name.at() - object.until();
    return name.sentence() == object.sentence()
        && ((isAttribute(name) && isInside(name, object))
            || (isAttribute(name) && before > 0 && before <= ATTACHED && !isParted(name, draft))
            || (owns(name, object) && behind > 0 && behind <= ATTACHED));
  }

  /// Whether the verb stands between a name and the object.
  private static boolean isParted(Named name, Draft draft) {
    return draft.verb().at() > name.until() && draft.verb().until() < draft.object().at();
  }

  /// A genitive behind a noun; behind a verb it belongs to something else.
  private static boolean owns(Named name, Said object) {
    boolean mayGenitive = name.cases().isEmpty() || name.cases().contains(Case.GENITIVE);
    return !object.form().isVerbal()
        && (name.markers().contains(OF) || (name.isBare() && mayGenitive));
  }

  /// The names of the other sentences, the nearest sentence first.
  private Stream<Named> elsewhere(Draft draft) {
    int here = draft.verb().sentence();
    return reading.names().stream()
        .filter(name -> name.sentence() != here)
        .sorted(Comparator.comparingInt(name -> Math.abs(name.sentence() - here)));
  }
}
