package io.foreshock.signal;

import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import io.foreshock.signal.Roles.Grip;
import io.foreshock.signal.Roles.Search;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds who does it to whom, and where, by the relations that a kind of signal lists.
final class PartyFinder {
  private static final List<String> WHERE = List.of("in", "into", "to", "over", "near", "at", "on");
  private static final Set<String> FROM = Set.of("from");

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
    var pair = parts.directed() ? List.<String>of() : roles.pair(draft);
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
    return targets(found.target()).stream()
        .filter(each -> !each.code().equals(by.code()) || by.isEmpty())
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
    Predicate<Named> mayTakePart = name -> !isHost(name, parts);
    Optional<Roles.Found> actor = Optional.empty();
    Optional<Roles.Found> target = Optional.empty();
    for (var grip : Grip.values()) {
      var on = code(target);
      actor = actor.or(() -> roles.find(doing, grip, mayTakePart.and(Roles.other(on))));
      var by = code(actor);
      target = target.or(() -> roles.find(suffering, grip, mayTakePart.and(Roles.other(by))));
    }
    return new Two(actor, target);
  }

  /// A city that is no capital hosts talks and takes no part: "the Geneva round".
  private static boolean isHost(Named name, SignalType.Parts parts) {
    return parts.place().contains("city") && name.kind().equals(Named.PLACE);
  }

  private List<Part> targets(Optional<Roles.Found> target) {
    return target
        .map(found ->
            roles.withCompanions(found.name()).stream()
                .map(code -> new Part(code, found.isSure()))
                .toList())
        .orElse(List.of(Part.NONE));
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
    Predicate<Named> wanted = Named::isCountry;
    if (parts.abroad()) {
      boolean leaves = parts.place().containsAll(FROM);
      wanted =
          wanted.and(Roles.other(actor.code())).and(name -> leaves || !name.markers().equals(FROM));
    }
    var third =
        type.pair()
            ? wanted.and(Roles.other(actor.code())).and(Roles.other(target.code()))
            : wanted;
    var search = new Search(draft, placeRelations(draft, parts), List.of());
    return part(where(search, wanted, third)).or(() -> home(parts.place()));
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

  private static List<String> placeRelations(Draft draft, SignalType.Parts parts) {
    return parts.grounds().contains(draft.object().concept())
        ? Stream.concat(Stream.of(Roles.OF), parts.place().stream()).toList()
        : parts.place();
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
