package io.foreshock.alert;

/// What a match means for the reader, and why.
public sealed interface Decision {
  /// A new development, or an update of a known one: it goes out.
  record Send(Alert alert) implements Decision {}

  /// Nothing goes out; the evidence is kept.
  record Hold(Reason reason) implements Decision {}

  /// Why nothing goes out.
  enum Reason {
    /// The development is known and this adds nothing that a reader must know.
    MORE_OF_THE_SAME,
    /// Its items are background: older than the watch, or found long after their publication.
    BACKGROUND,
    /// So many updates went out within the hour that this one waits.
    TOO_MANY_UPDATES,
    /// Nothing was reported that this denies.
    DENIES_NOTHING_KNOWN
  }
}
