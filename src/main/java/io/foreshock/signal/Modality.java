package io.foreshock.signal;

import io.foreshock.reading.Cue;
import io.foreshock.reading.Dated;
import io.foreshock.reading.Form;
import io.foreshock.reading.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
    if (isCued(draft, "denied")) {
      return Optional.of(Factuality.DENIED);
    }
    if (isCued(draft, "background") || isDatedLongAgo(draft)) {
      return Optional.empty();
    }
    return Optional.of(hedged(draft));
  }

  private Factuality hedged(Draft draft) {
    if (draft.sureness() == Factuality.POSSIBLE || isHedged(draft) || asks(draft)) {
      return Factuality.POSSIBLE;
    }
    var form = draft.verb().form();
    boolean ahead = isCued(draft, "planned") || isDatedAhead(draft);
    boolean planned = form == Form.AHEAD || (ahead && form != Form.PAST);
    if (planned && !isCued(draft, "actual")) {
      return Factuality.PLANNED;
    }
    return form == Form.BARE && !isCued(draft, "actual") ? Factuality.POSSIBLE : Factuality.ACTUAL;
  }

  private boolean isHedged(Draft draft) {
    return isCued(draft, "possible") || isCued(draft, "demanded");
  }

  private boolean asks(Draft draft) {
    return reading.questions().contains(draft.verb().sentence());
  }

  /// The cues that govern a draft, whatever they mean.
  List<Cue> cues(Draft draft) {
    return reading.cues().stream().filter(cue -> governs(cue, draft)).toList();
  }

  private boolean isCued(Draft draft, String meaning) {
    return cues(draft).stream().anyMatch(cue -> cue.meaning().equals(meaning));
  }

  private static boolean governs(Cue cue, Draft draft) {
    var verb = draft.verb();
    return cue.governs(verb.at(), verb.until(), verb.sentence());
  }

  private boolean isDatedLongAgo(Draft draft) {
    return nearest(draft)
        .map(date -> date.to().isBefore(today.minusDays(HISTORY_DAYS)))
        .orElse(false);
  }

  private boolean isDatedAhead(Draft draft) {
    return nearest(draft).map(date -> date.from().isAfter(today)).orElse(false);
  }

  /// The date that stands nearest to the event in its sentence.
  private Optional<Dated> nearest(Draft draft) {
    return reading.dates().stream()
        .filter(date -> date.sentence() == draft.verb().sentence() && !date.isEnd())
        .filter(date -> distance(date, draft) <= DATE_REACH)
        .min(java.util.Comparator.comparingInt(date -> distance(date, draft)));
  }

  /// The day on which it takes or took effect.
  Optional<LocalDate> date(Draft draft) {
    return nearest(draft).filter(Dated::isDay).map(Dated::from);
  }

  private static int distance(Dated date, Draft draft) {
    return Math.max(0, Math.max(date.at() - draft.until(), draft.from() - date.at()));
  }
}
