package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import java.util.Set;

/// Who gets letters, and which.
///
/// @param address as in RFC 5322, `local@domain`
/// @param language ISO 639-1 code of a letter bundle: `en` or `pl`
/// @param places countries and blocs; empty for all
/// @param kinds patterns; empty for all
/// @param severity the least severity
/// @param certainty the least certainty
/// @param isOperator whether outages and undeliverable letters are told to this address
public record Recipient(
    String address,
    String language,
    Set<String> places,
    Set<String> kinds,
    Severity severity,
    Certainty certainty,
    boolean isOperator) {

  /// Refuses an address without an at sign or with a line break.
  public Recipient {
    if (!address.matches("[^\\s@<>\"]+@[^\\s@<>\"]+")) {
      throw new IllegalArgumentException("\"" + address + "\" is no mail address");
    }
    places = Set.copyOf(places);
    kinds = Set.copyOf(kinds);
  }

  /// Whether an alert is for this recipient, and why (not).
  Decision decide(Alert alert) {
    if (!kinds.isEmpty() && !kinds.contains(alert.kind())) {
      return new Decision.Hold(Decision.Reason.OTHER_KIND);
    }
    if (!places.isEmpty() && !concerns(alert)) {
      return new Decision.Hold(Decision.Reason.OTHER_PLACE);
    }
    if (severity.isWorseThan(alert.severity())) {
      return new Decision.Hold(Decision.Reason.LESS_SEVERE);
    }
    boolean denial = alert.certainty() == Certainty.UNLIKELY && alert.sequence() > 0;
    if (!denial && certainty.isFirmerThan(alert.certainty())) {
      return new Decision.Hold(Decision.Reason.LESS_CERTAIN);
    }
    return new Decision.Send();
  }

  private boolean concerns(Alert alert) {
    return places.contains(alert.place())
        || places.contains(alert.actor())
        || places.contains(alert.target());
  }

  /// Whether somebody gets a letter, and why not.
  public sealed interface Decision {
    /// The letter is written.
    record Send() implements Decision {}

    /// It is not.
    record Hold(Reason reason) implements Decision {}

    /// Why a letter is not written.
    enum Reason {
      /// The recipient does not want this kind.
      OTHER_KIND,
      /// The recipient watches other places.
      OTHER_PLACE,
      /// Below the least severity.
      LESS_SEVERE,
      /// Below the least certainty.
      LESS_CERTAIN
    }
  }
}
