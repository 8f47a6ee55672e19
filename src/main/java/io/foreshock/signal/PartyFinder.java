package io.foreshock.signal;

import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import io.foreshock.signal.Roles.Grip;
import io.foreshock.signal.Roles.Search;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds who does it to whom, and where, by the relations that a kind of signal lists.
final class PartyFinder {
  private static final List<String> WHERE = List.of("in", "into", "to", "over", "near", "at", "on");
  private static final String WITH = "with";
  private static final Set<String> FROM = Set.of("from");
  private static final Set<String> INSIDE = Set.of("in", "over", "on", "near");
  private static final Set<String> PARTNERS = Set.of(WITH, "between", "and", "against");

  private final Reading reading;
  private final Roles roles;

  PartyFinder(Reading reading) {
    this.reading = reading;
    this.roles = new Roles(reading);
  }

  /// Who and where.
  record Parties(Part place, Part actor, Part target) {
    boolean isEmpty() {
      return place.isEmpty() && actor.isEmpty() && target.isEmpty();
    }

    /// What two statements of one event tell together; nobody acts on himself.
    Parties with(Parties rest) {
      var by = actor.better(rest.actor);
      var on = target.better(rest.target);
      var where = place.better(rest.place);
      if (by.isEmpty() || !by.code().equals(on.code())) {
        return new Parties(where, by, on);
      }
      return target.equals(on) ? new Parties(where, actor, on) : new Parties(where, by, target);
    }

    /// Where only one party is named, and none surely as the one who acts, it is the place.
    Parties alone() {
      boolean single = actor.isEmpty() != target.isEmpty();
      var one = actor.or(() -> target);
      return single && place.isEmpty() && !actor.isSure()
          ? new Parties(one, Part.NONE, Part.NONE)
          : this;
    }
  }

  /// One for each target of a list: two sanctioned states are two events.
  List<Parties> of(Draft draft, SignalType type, SignalType.Parts parts) {
    Predicate<Named> isParty = name -> !isMediator(name, parts);
    var pair = parts.directed() ? List.<String>of() : roles.pair(draft, isParty);
    if (!pair.isEmpty()) {
      var by = Part.sure(pair.get(0));
      var on = Part.sure(pair.get(1));
      return List.of(new Parties(place(draft, type, parts, by, on), by, on));
    }
    var found = parties(draft, parts);
    var by = part(found.actor()).or(() -> home(parts.actor()));
    var on = part(found.target());
    var place = place(draft, type, parts, by, on);
    if (!type.pair()) {
      boolean isPlace = parts.directed() && on.code().equals(place.code());
      return List.of(new Parties(place, by, isPlace ? Part.NONE : on));
    }
    return targets(found, by).stream()
        .map(each -> new Parties(place, by, each))
        .map(each -> parts.alone() ? each.alone() : each)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private record Two(Optional<Roles.Found> actor, Optional<Roles.Found> target) {}

  /// Who is told best is found first; the other one is somebody else.
  private Two parties(Draft draft, SignalType.Parts parts) {
    var doing = new Search(draft, actorRelations(draft, parts), parts.usual());
    var suffering = new Search(draft, parts.target(), parts.usual());
    Predicate<Named> mayTakePart = name -> !isScene(name, parts) && !isMediator(name, parts);
    Optional<Roles.Found> actor = Optional.empty();
    Optional<Roles.Found> target = Optional.empty();
    Predicate<Named> isGuest = name -> !isVenue(name, draft, parts);
    for (var rest : List.of(mayTakePart.and(isGuest), mayTakePart)) {
      for (var grip : Grip.values()) {
        var on = code(target);
        actor = actor.or(() -> roles.find(doing, grip, rest.and(Roles.other(on))));
        var by = code(actor);
        var acted = rest.and(Roles.other(by)).and(name -> name.across().isEmpty());
        target = target.or(() -> roles.find(suffering, grip, acted));
      }
    }
    return new Two(actor, target);
  }

  /// Where talks are held, or what they are called after ("the Muscat round"), is a party to them
  /// only if no other is named.
  private static boolean isVenue(Named name, Draft draft, SignalType.Parts parts) {
    boolean isNamesake = name.kind().equals(Named.CAPITAL) && Attributes.ofObject(name, draft);
    return parts.place().contains("city") && (isNamesake || Roles.isAt(name));
  }

  /// A city that is no capital hosts talks and takes no part ("the Geneva round"), or is hit and
  /// hits nobody.
  private static boolean isScene(Named name, SignalType.Parts parts) {
    boolean isHit = parts.abroad() && parts.usual().isEmpty() && name.isBare();
    return name.kind().equals(Named.PLACE) && (isHit || parts.place().contains("city"));
  }

  /// Who brings others together takes part only where a preposition says so: "between the US and
  /// Iran".
  private static boolean isMediator(Named name, SignalType.Parts parts) {
    return parts.mediators().contains(name.code())
        && Collections.disjoint(name.markers(), PARTNERS);
  }

  /// One for each country of a list; nobody acts on himself. What only the press's own country
  /// would do to itself is no event.
  private List<Part> targets(Two found, Part actor) {
    var others =
        found.target().stream()
            .flatMap(target ->
                roles.withCompanions(target.name()).stream()
                    .filter(code -> !code.equals(actor.code()))
                    .map(code -> new Part(code, target.isSure())))
            .toList();
    boolean isAssumed = found.actor().isEmpty() && found.target().isPresent();
    return others.isEmpty() && !isAssumed ? List.of(Part.NONE) : others;
  }

  /// What describes a thing that lies in the place ("Estonian airspace") tells the place, not who
  /// does it.
  private static List<String> actorRelations(Draft draft, SignalType.Parts parts) {
    return parts.grounds().contains(draft.object().concept())
        ? parts.actor().stream().filter(each -> !each.equals(Roles.OF)).toList()
        : parts.actor();
  }

  private Part place(
      Draft draft, SignalType type, SignalType.Parts parts, Part actor, Part target) {
    if (parts.place().isEmpty()) {
      return Part.NONE;
    }
    if (parts.place().equals(List.of("actor"))) {
      return actor;
    }
    var wanted = mayBePlace(parts, actor);
    var third =
        type.pair()
            ? wanted.and(Roles.other(actor.code())).and(Roles.other(target.code()))
            : wanted;
    var search = new Search(draft, placeRelations(draft, parts, actor), List.of());
    Predicate<Named> free = name -> !name.markers().contains(Named.HYPHEN);
    return part(where(search, wanted.and(free), third.and(free)))
        .or(() -> part(where(search, wanted, third)))
        .or(() -> inside(actor, parts))
        .or(() -> home(parts.place()));
  }

  /// What is only guessed is rather a third country than one of two parties.
  private Optional<Roles.Found> where(
      Search search, Predicate<Named> wanted, Predicate<Named> third) {
    var said = new Search(search.draft(), WHERE, List.of());
    return roles
        .find(search, Grip.TOLD, wanted)
        .or(() -> roles.find(search, Grip.FAR, wanted))
        .or(() -> roles.find(search, Grip.GUESSED, third))
        .or(() -> roles.find(search, Grip.GUESSED, wanted))
        .or(() -> roles.find(said, Grip.TOLD, Named::isCountry))
        .or(() -> roles.find(said, Grip.FAR, Named::isCountry));
  }

  /// Whose people are arrested or freed tells no place, nor does where a thing came from, unless
  /// the event is a leaving.
  private static Predicate<Named> mayBePlace(SignalType.Parts parts, Part actor) {
    boolean ofPersons = !parts.counts().isEmpty();
    boolean leaves = parts.place().containsAll(FROM);
    return name ->
        name.isCountry()
            && !(ofPersons && name.isNational())
            && (leaves || ofPersons || !name.markers().equals(FROM))
            && !(parts.away().contains(name.code()) && Collections.disjoint(name.markers(), WHERE))
            && !(parts.abroad() && name.code().equals(actor.code()));
  }

  /// What happens abroad where it can may also happen at home, if the item says so anywhere.
  private Part inside(Part actor, SignalType.Parts parts) {
    boolean said =
        reading.names().stream()
            .filter(name -> name.code().equals(actor.code()))
            .anyMatch(name -> !Collections.disjoint(name.markers(), INSIDE));
    return parts.abroad() && said ? actor : Part.NONE;
  }

  /// Whose ground it is tells the place; who goes abroad for it goes to the one with whom.
  private static List<String> placeRelations(Draft draft, SignalType.Parts parts, Part actor) {
    boolean goesAway = parts.away().isEmpty() || parts.away().contains(actor.code());
    var relations = parts.place().stream().filter(each -> goesAway || !each.equals(WITH)).toList();
    return parts.grounds().contains(draft.object().concept())
        ? Stream.concat(Stream.of(Roles.OF), relations.stream()).toList()
        : relations;
  }

  /// A paper that says "the government" without a country means its own.
  private Part home(List<String> relations) {
    return relations.contains("home")
        ? reading.home().map(code -> new Part(code, false)).orElse(Part.NONE)
        : Part.NONE;
  }

  private static Part part(Optional<Roles.Found> found) {
    return found.map(each -> new Part(each.name().code(), each.isSure())).orElse(Part.NONE);
  }

  private static String code(Optional<Roles.Found> found) {
    return found.map(each -> each.name().code()).orElse("");
  }
}
