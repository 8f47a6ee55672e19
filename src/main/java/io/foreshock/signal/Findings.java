package io.foreshock.signal;

import io.foreshock.reading.Counted;
import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Turns the drafts of one item into its signals: each real-world event once, in its strongest
/// wording.
final class Findings {
  private static final List<String> WHERE = List.of("in", "into", "to", "over", "near", "at", "on");

  private static final Set<String> FROM = Set.of("from");

  private final SignalTypes types;
  private final Reading reading;
  private final Modality modality;
  private final Roles roles;
  private final Counts counts;

  Findings(SignalTypes types, Reading reading, LocalDate today) {
    this.types = types;
    this.reading = reading;
    this.modality = new Modality(reading, today);
    this.roles = new Roles(reading);
    this.counts = new Counts(reading);
  }

  /// The signals, in the order of the text.
  List<Signal> of(List<Draft> drafts) {
    var merged = new ArrayList<Signal>();
    drafts.stream()
        .filter(draft -> isNearest(draft, drafts))
        .sorted(Comparator.comparingInt(Draft::from))
        .flatMap(draft -> signals(draft).stream())
        .forEach(signal -> merge(signal, merged));
    return uncovered(merged);
  }

  /// A verb that two events claim belongs to the one whose object is nearer.
  private static boolean isNearest(Draft draft, List<Draft> all) {
    return all.stream()
        .filter(other -> other.verb().equals(draft.verb()) || other.object().equals(draft.object()))
        .filter(
            other -> !(other.type().equals(draft.type()) && other.phase().equals(draft.phase())))
        .noneMatch(other -> other.distance() < draft.distance());
  }

  private List<Signal> signals(Draft draft) {
    var type = types.type(draft.type());
    var phase = type.flatMap(each -> each.phase(draft.phase()));
    var factuality = modality.of(draft);
    if (type.isEmpty() || phase.isEmpty() || factuality.isEmpty()) {
      return List.of();
    }
    return parties(draft, type.get(), phase.get().parts()).stream()
        .map(parties -> signal(draft, type.get(), factuality.get(), parties))
        .toList();
  }

  /// Who and where; empty where the text does not say.
  private record Parties(String place, String actor, String target) {
    boolean isEmpty() {
      return place.isEmpty() && actor.isEmpty() && target.isEmpty();
    }
  }

  /// One for each target of a list: two sanctioned states are two events.
  private List<Parties> parties(Draft draft, SignalType type, SignalType.Parts parts) {
    var pair = parts.directed() ? List.<String>of() : roles.pair(draft);
    if (!pair.isEmpty()) {
      return List.of(new Parties(place(draft, parts, ""), pair.get(0), pair.get(1)));
    }
    var doing = actorRelations(draft, parts);
    var told = code(roles.told(draft, doing, _ -> true));
    var receiver = roles.told(draft, parts.target(), Roles.other(told));
    var actor =
        told.isEmpty() ? code(roles.guessed(draft, doing, Roles.other(code(receiver)))) : told;
    var target = receiver.or(() -> roles.guessed(draft, parts.target(), Roles.other(actor)));
    var place = place(draft, parts, actor);
    if (!type.pair()) {
      var other = code(target);
      return List.of(new Parties(place, actor, other.equals(place) ? "" : other));
    }
    return target.map(roles::withCompanions).orElse(List.of("")).stream()
        .filter(code -> !code.equals(actor) || actor.isEmpty())
        .map(code -> new Parties(place, actor, code))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /// What describes a thing that lies in the place ("Estonian airspace") tells the place, not who
  /// does it.
  private static List<String> actorRelations(Draft draft, SignalType.Parts parts) {
    return parts.grounds().contains(draft.object().concept())
        ? parts.actor().stream().filter(each -> !each.equals("of")).toList()
        : parts.actor();
  }

  private String place(Draft draft, SignalType.Parts parts, String actor) {
    if (parts.place().equals(List.of("actor"))) {
      return actor;
    }
    if (parts.place().isEmpty()) {
      return "";
    }
    var relations = placeRelations(draft, parts);
    var elsewhere =
        Roles.other(parts.abroad() ? actor : "")
            .and(Named::isCountry)
            .and(name -> !(parts.abroad() && name.markers().equals(FROM)));
    return code(
        roles
            .find(draft, relations, elsewhere)
            .or(() -> roles.told(draft, WHERE, Named::isCountry)));
  }

  private static List<String> placeRelations(Draft draft, SignalType.Parts parts) {
    return parts.grounds().contains(draft.object().concept())
        ? Stream.concat(Stream.of("of"), parts.place().stream()).toList()
        : parts.place();
  }

  private static String code(Optional<Named> name) {
    return name.map(Named::code).orElse("");
  }

  private Signal signal(Draft draft, SignalType type, Factuality factuality, Parties parties) {
    var count = counts.of(draft, type.counts());
    return new Signal(
        draft.type(),
        draft.phase(),
        factuality,
        parties.place(),
        parties.actor(),
        parties.target(),
        count.map(Counted::value).orElse(0),
        count.map(Counts::qualifier).orElse(CountQualifier.EXACT),
        modality.date(draft),
        reading.words(draft.first(), draft.last()),
        draft.rule());
  }

  /// Leaves out what another signal of the item covers: who was swapped was released too.
  private List<Signal> uncovered(List<Signal> signals) {
    return signals.stream()
        .filter(signal -> signals.stream().noneMatch(other -> covers(other, signal)))
        .toList();
  }

  private boolean covers(Signal whole, Signal part) {
    return whole.type().equals(part.type())
        && types
            .type(whole.type())
            .flatMap(type -> type.phase(whole.phase()))
            .map(phase -> phase.covers().contains(part.phase()))
            .orElse(false);
  }

  private void merge(Signal signal, List<Signal> merged) {
    for (int i = 0; i < merged.size(); i++) {
      if (isSameEvent(merged.get(i), signal)) {
        merged.set(i, stronger(merged.get(i), signal));
        return;
      }
    }
    merged.add(signal);
  }

  private boolean isSameEvent(Signal one, Signal other) {
    boolean sameWay = agree(one.actor(), other.actor()) && agree(one.target(), other.target());
    boolean otherWay = agree(one.actor(), other.target()) && agree(one.target(), other.actor());
    return one.type().equals(other.type())
        && one.phase().equals(other.phase())
        && agree(one.place(), other.place())
        && (sameWay || (otherWay && !isDirected(one)));
  }

  private boolean isDirected(Signal signal) {
    return types
        .type(signal.type())
        .flatMap(type -> type.phase(signal.phase()))
        .map(phase -> phase.parts().directed())
        .orElse(true);
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /// A denial stands against every other wording; else the firmest wins, and what it leaves open is
  /// filled from the other.
  private Signal stronger(Signal one, Signal other) {
    boolean firmer = rank(other.factuality()) > rank(one.factuality());
    var best = firmer ? other : one;
    var rest = firmer ? one : other;
    var counted = best.count() > 0 ? best : rest;
    return new Signal(
        best.type(),
        best.phase(),
        best.factuality(),
        either(best.place(), rest.place()),
        either(best.actor(), rest.actor()),
        either(best.target(), rest.target()),
        counted.count(),
        counted.countQualifier(),
        best.date().or(rest::date),
        best.evidence(),
        best.rule());
  }

  private static String either(String best, String rest) {
    return best.isEmpty() ? rest : best;
  }

  private static int rank(Factuality factuality) {
    return switch (factuality) {
      case DENIED -> 3;
      case ACTUAL -> 2;
      case PLANNED -> 1;
      case POSSIBLE -> 0;
    };
  }

  /// What became of a draft, and why.
  Explanation.Considered considered(Draft draft, List<Draft> all) {
    var outcome =
        !isNearest(draft, all)
            ? Explanation.Outcome.OTHERS_WORDS
            : modality.of(draft).isEmpty() ? Explanation.Outcome.HISTORY : Explanation.Outcome.SAID;
    return new Explanation.Considered(
        draft.rule(),
        draft.type() + "/" + draft.phase(),
        reading.words(draft.first(), draft.last()),
        outcome,
        modality.cues(draft));
  }
}
