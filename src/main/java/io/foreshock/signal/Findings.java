package io.foreshock.signal;

import io.foreshock.reading.Counted;
import io.foreshock.reading.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Turns the drafts of one item into its signals: each real-world event once, in its strongest
/// wording.
final class Findings {
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
        .flatMap(draft -> signal(draft).stream())
        .forEach(signal -> merge(signal, merged));
    return merged;
  }

  /// A verb that two events claim belongs to the one whose object is nearer.
  private static boolean isNearest(Draft draft, List<Draft> all) {
    return all.stream()
        .filter(other -> other.verb().equals(draft.verb()) || other.object().equals(draft.object()))
        .filter(
            other -> !(other.type().equals(draft.type()) && other.phase().equals(draft.phase())))
        .noneMatch(other -> other.distance() < draft.distance());
  }

  private Optional<Signal> signal(Draft draft) {
    return types
        .type(draft.type())
        .filter(type -> type.phases().containsKey(draft.phase()))
        .flatMap(type -> modality.of(draft).map(factuality -> signal(draft, type, factuality)));
  }

  private Signal signal(Draft draft, SignalType type, Factuality factuality) {
    var parts = Objects.requireNonNull(type.phases().get(draft.phase())).parts();
    var actor = roles.find(draft, parts.actor(), Set.of());
    var target = roles.find(draft, parts.target(), Set.of(actor));
    var place =
        parts.place().equals(List.of("actor")) ? actor : roles.find(draft, parts.place(), Set.of());
    if (!type.pair() && target.equals(place)) {
      target = "";
    }
    var count = counts.of(draft, type.counts());
    return new Signal(
        draft.type(),
        draft.phase(),
        factuality,
        place,
        actor,
        target,
        count.map(Counted::value).orElse(0),
        count.map(Counts::qualifier).orElse(CountQualifier.EXACT),
        modality.date(draft),
        reading.words(draft.first(), draft.last()),
        draft.rule());
  }

  private static void merge(Signal signal, List<Signal> merged) {
    for (int i = 0; i < merged.size(); i++) {
      if (isSameEvent(merged.get(i), signal)) {
        merged.set(i, stronger(merged.get(i), signal));
        return;
      }
    }
    merged.add(signal);
  }

  private static boolean isSameEvent(Signal one, Signal other) {
    return one.type().equals(other.type())
        && one.phase().equals(other.phase())
        && agree(one.place(), other.place())
        && agree(one.actor(), other.actor())
        && agree(one.target(), other.target());
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /// A denial stands against every other wording; else the firmest wins, and what it leaves open is
  /// filled from the other.
  private static Signal stronger(Signal one, Signal other) {
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

  /// The drafts that came to nothing, for explanations: history.
  Stream<Draft> history(List<Draft> drafts) {
    return drafts.stream().filter(draft -> modality.of(draft).isEmpty());
  }
}
