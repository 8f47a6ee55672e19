package io.foreshock.signal;

import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
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
  }

  /// One for each target of a list: two sanctioned states are two events.
  List<Parties> of(Draft draft, SignalType type, SignalType.Parts parts) {
    var pair = parts.directed() ? List.<String>of() : roles.pair(draft);
    if (!pair.isEmpty()) {
      var where = place(draft, parts, Part.NONE);
      return List.of(new Parties(where, Part.sure(pair.get(0)), Part.sure(pair.get(1))));
    }
    var doing = actorRelations(draft, parts);
    var told = roles.told(draft, doing, _ -> true);
    var receiver = roles.told(draft, parts.target(), Roles.other(code(told)));
    var actor = told.or(() -> roles.guessed(draft, doing, Roles.other(code(receiver))));
    var target = receiver.or(() -> roles.guessed(draft, parts.target(), Roles.other(code(actor))));
    var by = part(actor).or(() -> home(parts.actor()));
    var place = place(draft, parts, by);
    if (!type.pair()) {
      var other = part(target);
      return List.of(new Parties(place, by, other.code().equals(place.code()) ? Part.NONE : other));
    }
    return targets(target).stream()
        .filter(each -> !each.code().equals(by.code()) || by.isEmpty())
        .map(each -> new Parties(place, by, each))
        .filter(each -> !each.isEmpty())
        .toList();
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
        ? parts.actor().stream().filter(each -> !each.equals("of")).toList()
        : parts.actor();
  }

  private Part place(Draft draft, SignalType.Parts parts, Part actor) {
    if (parts.place().isEmpty()) {
      return Part.NONE;
    }
    if (parts.place().equals(List.of("actor"))) {
      return actor;
    }
    Predicate<Named> wanted = Named::isCountry;
    if (parts.abroad()) {
      wanted = wanted.and(Roles.other(actor.code())).and(name -> !name.markers().equals(FROM));
    }
    return part(roles
            .find(draft, placeRelations(draft, parts), wanted)
            .or(() -> roles.told(draft, WHERE, Named::isCountry)))
        .or(() -> home(parts.place()));
  }

  private static List<String> placeRelations(Draft draft, SignalType.Parts parts) {
    return parts.grounds().contains(draft.object().concept())
        ? Stream.concat(Stream.of("of"), parts.place().stream()).toList()
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
