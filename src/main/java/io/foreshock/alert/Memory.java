package io.foreshock.alert;

import io.foreshock.pattern.LedgerLine;
import io.foreshock.pattern.Voice;
import java.util.List;
import java.util.Map;

/// What an analyst knows that does not follow from the log of the last 60 days: kept beside the
/// log, in the transaction that moves on.
///
/// @param rules content hash of the rules it was made with, or empty where there was none
/// @param voices whose word the items of the window are
/// @param ledger emergencies in force and plans
/// @param developments the book
record Memory(
    String rules,
    Map<String, Voice> voices,
    List<LedgerLine> ledger,
    List<Development.State> developments) {
  Memory {
    voices = Map.copyOf(voices);
    ledger = List.copyOf(ledger);
    developments = List.copyOf(developments);
  }
}
