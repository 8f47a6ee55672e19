package io.foreshock.alert;

import java.time.Instant;

/// Holds letters back for a while; the alerts themselves are kept and listed.
///
/// @param matches a key, a kind or a country: alerts that have it, in any part, are held
/// @param until when it ends
/// @param reason why, for the colleague who wonders
public record Silence(String matches, Instant until, String reason) {
  /// Refuses a silence without reason: nobody could judge it later.
  public Silence {
    if (matches.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a silence needs what it matches, and a reason");
    }
  }

  /// Whether it holds this alert back.
  public boolean holds(Alert alert, Instant now) {
    return until.isAfter(now)
        && (matches.equals(alert.key())
            || matches.equals(alert.kind())
            || matches.equals(alert.place())
            || matches.equals(alert.actor())
            || matches.equals(alert.target()));
  }

  @Override
  public String toString() {
    return "silenced until " + until + " (" + matches + "): " + reason;
  }
}
