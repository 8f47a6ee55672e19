package io.foreshock.pattern;

/// A fact that outlives the watch's window: it is kept beside the log and put back when the watch
/// is rebuilt.
public sealed interface LedgerLine permits InForce, Plan {
  /// The sighting that opened the line.
  Sighting opened();
}
