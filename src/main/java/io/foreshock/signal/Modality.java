package io.foreshock.signal;

import io.foreshock.reading.Cue;
import io.foreshock.reading.Dated;
import io.foreshock.reading.Form;
import io.foreshock.reading.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How an item means what it says: fact, plan, possibility, denial, or history.
///
/// The order of precedence follows PLOVER's modality table: what is denied stays denied however it
/// is hedged, history is no news, a hedge outweighs a date ahead.
final class Modality {
  /// A day longer ago than this is history, not news.
  private static final int HISTORY_DAYS = 45;

  /// How far a date may stand from what it dates.
  private static final int DATE_REACH = 10;

  private final Reading reading;
  private final LocalDate today;

  Modality(Reading reading, LocalDate today) {
    this.reading = reading;
    this.today = today;
  }

  /// None where the item tells it as history.
  Optional<Factuality> of(Draft draft) {
    var cued = cues(draft).stream().map(Cue::meaning).collect(Collectors.toSet());
    if (cued.contains("denied")) {
      return Optional.of(Factuality.DENIED);
    }
    if (cued.contains("background") || isDatedLongAgo(draft)) {
      return Optional.empty();
    }
    return Optional.of(hedged(draft, cued));
  }

  private Factuality hedged(Draft draft, Set<String> cued) {
    boolean isHedged = cued.contains("possible") || cued.contains("demanded");
    if (draft.sureness() == Factuality.POSSIBLE || isHedged || asks(draft)) {
      return Factuality.POSSIBLE;
    }
    var form = draft.verb().form();
    boolean ahead = cued.contains("planned") || isDatedAhead(draft);
    boolean planned = form == Form.AHEAD || (ahead && form != Form.PAST);
    if (cued.contains("actual") || !(planned || form == Form.BARE)) {
      return Factuality.ACTUAL;
    }
    return planned ? Factuality.PLANNED : Factuality.POSSIBLE;
  }

  private boolean asks(Draft draft) {
    return reading.questions().contains(draft.verb().sentence());
  }

  /// The cues that govern a draft, whatever they mean.
  List<Cue> cues(Draft draft) {
    return reading.cues().stream().filter(cue -> governs(cue, draft)).toList();
  }

  private static boolean governs(Cue cue, Draft draft) {
    var verb = draft.verb();
    return cue.governs(verb.at(), verb.until(), verb.sentence());
  }

  private boolean isDatedLongAgo(Draft draft) {
    return nearest(draft)
        .filter(date -> !isInClauseBehind(date, draft))
        .map(date -> date.to().isBefore(today.minusDays(HISTORY_DAYS)))
        .orElse(false);
  }

  /// Whether a clause begins between the event and a date behind it: "frees two after the pardon of
  /// 3 May failed" is news.
  private boolean isInClauseBehind(Dated date, Draft draft) {
    return reading.clauses().stream()
        .anyMatch(first -> first > draft.last() && first <= date.first());
  }

  private boolean isDatedAhead(Draft draft) {
    return nearest(draft).map(date -> date.from().isAfter(today)).orElse(false);
  }

  /// The date that stands nearest to the event in its sentence.
  private Optional<Dated> nearest(Draft draft) {
    return reading.dates().stream()
        .filter(date -> date.sentence() == draft.verb().sentence() && !date.isEnd())
        .filter(date -> distance(date, draft) <= DATE_REACH && !isOfAnother(date, draft))
        .min(java.util.Comparator.comparingInt(date -> distance(date, draft)));
  }

  /// Whether another deed stands before a date, behind the event: "reopens the mission, shut in
  /// 2022".
  private boolean isOfAnother(Dated date, Draft draft) {
    return reading.said().stream()
        .filter(said -> said.sentence() == date.sentence() && said.form().isVerbal())
        .anyMatch(said -> said.at() > draft.until() && said.until() < date.at());
  }

  /// The day on which it takes or took effect; of what is only planned, at least the one day ahead
  /// that the item names.
  Optional<LocalDate> date(Draft draft, Factuality factuality) {
    return nearest(draft)
        .filter(Dated::isDay)
        .or(() -> factuality == Factuality.PLANNED ? ahead() : Optional.empty())
        .map(Dated::from);
  }

  private Optional<Dated> ahead() {
    var ahead =
        reading.dates().stream()
            .filter(date -> date.isDay() && date.from().isAfter(today))
            .toList();
    return ahead.size() == 1 ? Optional.of(ahead.getFirst()) : Optional.empty();
  }

  private static int distance(Dated date, Draft draft) {
    return Math.max(0, Math.max(date.at() - draft.until(), draft.from() - date.at()));
  }
}
