package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import java.util.Optional;
import java.util.Set;

/// Which alerts somebody wants.
///
/// @param places countries and blocs; empty for all
/// @param kinds patterns; empty for all
/// @param severity the least severity
/// @param certainty the least certainty
public record Wishes(
    Set<String> places, Set<String> kinds, Severity severity, Certainty certainty) {
  /// Copies the sets.
  public Wishes {
    places = Set.copyOf(places);
    kinds = Set.copyOf(kinds);
  }

  /// Everything.
  public static Wishes all() {
    return new Wishes(Set.of(), Set.of(), Severity.MINOR, Certainty.POSSIBLE);
  }

  /// What of an alert is not wished for; none where it is wanted.
  Optional<Recipient.Decision.Reason> against(Alert alert) {
    if (!kinds.isEmpty() && !kinds.contains(alert.kind())) {
      return Optional.of(Recipient.Decision.Reason.OTHER_KIND);
    }
    if (!places.isEmpty() && !concerns(alert)) {
      return Optional.of(Recipient.Decision.Reason.OTHER_PLACE);
    }
    if (severity.isWorseThan(alert.severity())) {
      return Optional.of(Recipient.Decision.Reason.LESS_SEVERE);
    }
    boolean denial = alert.certainty() == Certainty.UNLIKELY && alert.sequence() > 0;
    return !denial && certainty.isFirmerThan(alert.certainty())
        ? Optional.of(Recipient.Decision.Reason.LESS_CERTAIN)
        : Optional.empty();
  }

  private boolean concerns(Alert alert) {
    return places.contains(alert.place())
        || places.contains(alert.actor())
        || places.contains(alert.target());
  }
}
