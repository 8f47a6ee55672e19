package io.foreshock.signal;

import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import io.foreshock.reading.Said;
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
/// - `receiver`: a bare name behind the verb,
/// - `of`: a name that describes the object ("Belarusian prisoners"),
/// - `whose`: a name behind the verb that something there belongs to ("the airspace of Estonia"),
/// - `sentence`: any name of the sentence,
/// - `title`: the first name of the title,
/// - `item`: the name that stands nearest in the rest of the item,
/// - `city`: a city of the item, the nearest first.
///
/// The last four are guesses: they count only where no other relation leads to a name.
final class Roles {
  private static final int ATTACHED = 3;
  private static final int MOST_COMPANIONS = 8;
  private static final String OF = "of";
  private static final Set<String> GUESSES = Set.of("sentence", "title", "item", "city");

  private final Reading reading;

  Roles(Reading reading) {
    this.reading = reading;
  }

  /// The name that fits first: told, else guessed.
  Optional<Named> find(Draft draft, List<String> relations, String not) {
    return told(draft, relations, not).or(() -> guessed(draft, relations, not));
  }

  /// The name to which the grammar leads, of another country than `not`.
  Optional<Named> told(Draft draft, List<String> relations, String not) {
    return first(draft, relations.stream().filter(each -> !GUESSES.contains(each)), not);
  }

  /// The name that is likely meant, of another country than `not`.
  Optional<Named> guessed(Draft draft, List<String> relations, String not) {
    return first(draft, relations.stream().filter(GUESSES::contains), not);
  }

  private Optional<Named> first(Draft draft, Stream<String> relations, String not) {
    return relations
        .flatMap(relation -> candidates(draft, relation))
        .filter(name -> !name.code().equals(not))
        .findFirst();
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

  private Stream<Named> candidates(Draft draft, String relation) {
    return switch (relation) {
      case "doer" -> doers(draft);
      case "receiver" -> receivers(draft);
      case "of" -> attributes(draft);
      case "whose" ->
          nearest(draft, name -> name.markers().contains(OF) && name.at() > draft.verb().until());
      case "sentence" -> nearest(draft, _ -> true);
      case "title" -> reading.names().stream().filter(name -> name.sentence() == 0);
      case "item" -> elsewhere(draft);
      case "city" ->
          Stream.concat(nearest(draft, _ -> true), elsewhere(draft)).filter(Roles::isCity);
      default -> nearest(draft, name -> name.markers().contains(relation));
    };
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

  /// Who may be the subject: a bare name before the verb, then the owner of one ("Lithuania's
  /// government"), then a bare name behind a verb whose object goes before it.
  private Stream<Named> doers(Draft draft) {
    int verb = draft.verb().at();
    boolean inverted = draft.object().at() < verb;
    return Stream.of(
            nearest(draft, name -> name.maySubject() && name.until() < verb),
            nearest(draft, name -> name.markers().contains(OF) && name.until() < verb),
            nearest(draft, name -> inverted && name.maySubject() && name.at() > verb))
        .flatMap(each -> each)
        .filter(name -> !describes(name, draft));
  }

  private Stream<Named> receivers(Draft draft) {
    return nearest(
        draft,
        name -> (name.mayObject() && name.at() > draft.verb().at()) || describes(name, draft));
  }

  private Stream<Named> attributes(Draft draft) {
    return nearest(draft, name -> describes(name, draft));
  }

  /// "Belarusian prisoners", "Belarus's prisoners", "prisoners of Belarus", `więźniowie Białorusi`.
  private static boolean describes(Named name, Draft draft) {
    Said object = draft.object();
    int before = object.at() - name.until();
    int behind = name.at() - object.until();
    boolean attribute = name.kind().equals(Named.PEOPLE) || name.isOwner();
    boolean owner = name.isBare() || name.markers().contains(OF);
    return name.sentence() == object.sentence()
        && ((attribute && before > 0 && before <= ATTACHED)
            || (owner && behind > 0 && behind <= ATTACHED));
  }

  /// The names of the other sentences, the nearest sentence first.
  private Stream<Named> elsewhere(Draft draft) {
    int here = draft.verb().sentence();
    return reading.names().stream()
        .filter(name -> name.sentence() != here)
        .sorted(Comparator.comparingInt(name -> Math.abs(name.sentence() - here)));
  }
}
