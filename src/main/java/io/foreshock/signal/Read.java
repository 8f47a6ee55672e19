package io.foreshock.signal;

import java.util.List;
import java.util.Optional;

/// What an item says.
///
/// @param language ISO 639-1 code it was read in; none where it was in none that Foreshock reads
/// @param signals the events it reports, in the order of its text
/// @param agenda the dated events ahead that it mentions
public record Read(Optional<String> language, List<Signal> signals, List<Agenda> agenda) {
  /// An item that says nothing.
  public static final Read NOTHING = new Read(Optional.empty(), List.of(), List.of());

  /// Copies the lists.
  public Read {
    signals = List.copyOf(signals);
    agenda = List.copyOf(agenda);
  }
}
