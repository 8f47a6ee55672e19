package io.foreshock.alert;

import java.util.Optional;
import java.util.Set;

/// Which alerts somebody wants: a reader of letters, or a program that is called.
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

  /// Why an alert is not wished for.
  public enum Unwanted {
    /// It is of another kind.
    OTHER_KIND,
    /// It concerns other places.
    OTHER_PLACE,
    /// It is below the least severity.
    LESS_SEVERE,
    /// It is below the least certainty.
    LESS_CERTAIN
  }

  /// Everything.
  public static Wishes all() {
    return new Wishes(Set.of(), Set.of(), Severity.MINOR, Certainty.POSSIBLE);
  }

  /// What of an alert is not wished for; none where it is wanted.
  public Optional<Unwanted> against(Alert alert) {
    if (!kinds.isEmpty() && !kinds.contains(alert.kind())) {
      return Optional.of(Unwanted.OTHER_KIND);
    }
    if (!places.isEmpty() && !concerns(alert)) {
      return Optional.of(Unwanted.OTHER_PLACE);
    }
    if (severity.isWorseThan(alert.severity())) {
      return Optional.of(Unwanted.LESS_SEVERE);
    }
    boolean denial = alert.certainty() == Certainty.UNLIKELY && alert.sequence() > 0;
    return !denial && certainty.isFirmerThan(alert.certainty())
        ? Optional.of(Unwanted.LESS_CERTAIN)
        : Optional.empty();
  }

  private boolean concerns(Alert alert) {
    return places.contains(alert.place())
        || places.contains(alert.actor())
        || places.contains(alert.target());
  }
}
