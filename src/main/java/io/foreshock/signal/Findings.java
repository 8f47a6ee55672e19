package io.foreshock.signal;

import io.foreshock.reading.Counted;
import io.foreshock.reading.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Turns the drafts of one item into its signals: each real-world event once, in its strongest
/// wording.
final class Findings {

  private final SignalTypes types;
  private final Reading reading;
  private final Modality modality;
  private final PartyFinder parties;
  private final Counts counts;

  Findings(SignalTypes types, Reading reading, LocalDate today) {
    this.types = types;
    this.reading = reading;
    this.modality = new Modality(reading, today);
    this.parties = new PartyFinder(reading);
    this.counts = new Counts(reading);
  }

  /// The signals, in the order of the text.
  List<Signal> of(List<Draft> drafts) {
    var merged = new ArrayList<Event>();
    drafts.stream()
        .filter(draft -> isNearest(draft, drafts))
        .sorted(Comparator.comparingInt(Draft::from))
        .flatMap(draft -> events(draft).stream())
        .forEach(event -> merge(event, merged));
    return uncovered(merged.stream().map(Event::signal).toList());
  }

  /// A verb that two events claim belongs to the one whose object is nearer.
  private static boolean isNearest(Draft draft, List<Draft> all) {
    return all.stream()
        .filter(other -> other.verb().equals(draft.verb()) || other.object().equals(draft.object()))
        .filter(
            other -> !(other.type().equals(draft.type()) && other.phase().equals(draft.phase())))
        .noneMatch(other -> other.distance() < draft.distance());
  }

  private List<Event> events(Draft draft) {
    var type = types.type(draft.type());
    var phase = type.flatMap(each -> each.phase(draft.phase()));
    var factuality = modality.of(draft);
    if (type.isEmpty() || phase.isEmpty() || factuality.isEmpty()) {
      return List.of();
    }
    var parts = phase.get().parts();
    return parties.of(draft, type.get(), parts).stream()
        .map(each -> event(draft, parts, factuality.get(), each))
        .toList();
  }

  private Event event(
      Draft draft, SignalType.Parts parts, Factuality factuality, PartyFinder.Parties parties) {
    var count =
        counts.of(draft, parts.counts(), deed -> modality.of(draft.toldBy(deed)).isPresent());
    var signal =
        new Signal(
            draft.type(),
            draft.phase(),
            factuality,
            parties.place().code(),
            parties.actor().code(),
            parties.target().code(),
            count.map(Counted::value).orElse(0),
            count.map(Counts::qualifier).orElse(CountQualifier.EXACT),
            modality.date(draft, factuality),
            reading.words(draft.first(), draft.last()),
            draft.rule());
    return new Event(signal, parties);
  }

  private void merge(Event event, List<Event> merged) {
    for (int i = 0; i < merged.size(); i++) {
      if (merged.get(i).isSame(event, isDirected(event.signal()))) {
        merged.set(i, merged.get(i).with(event));
        return;
      }
    }
    merged.add(event);
  }

  private boolean isDirected(Signal signal) {
    return phase(signal).map(phase -> phase.parts().directed()).orElse(true);
  }

  /// Leaves out what another signal of the item covers: who was swapped was released too. What is
  /// denied covers only what is denied.
  private List<Signal> uncovered(List<Signal> signals) {
    return signals.stream()
        .filter(signal -> signals.stream().noneMatch(other -> covers(other, signal)))
        .toList();
  }

  private boolean covers(Signal whole, Signal part) {
    boolean isDenied = whole.factuality() == Factuality.DENIED;
    return whole.type().equals(part.type())
        && (!isDenied || part.factuality() == Factuality.DENIED)
        && phase(whole).map(phase -> phase.covers().contains(part.phase())).orElse(false);
  }

  private Optional<SignalType.Phase> phase(Signal signal) {
    return types.type(signal.type()).flatMap(type -> type.phase(signal.phase()));
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
