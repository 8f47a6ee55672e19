package io.foreshock.signal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A kind of signal, as `rules/signals.yml` describes it.
///
/// @param name e.g. `sanctions`
/// @param pair whether it lies between two parties rather than in a place
/// @param phases its steps by name
public record SignalType(String name, boolean pair, Map<String, Phase> phases) {

  /// Copies the map.
  public SignalType {
    phases = Map.copyOf(phases);
  }

  /// The phase of this name.
  public Optional<Phase> phase(String phase) {
    return Optional.ofNullable(phases.get(phase));
  }

  /// What an actual event of a phase means between two countries.
  public enum Stance {
    /// Moves them apart.
    HOSTILE,
    /// Brings them nearer.
    CONCILIATORY,
    /// Neither.
    NEUTRAL
  }

  /// A step of an event.
  ///
  /// @param stance what it means between two countries
  /// @param opposite the phases that undo it
  /// @param covers the phases that are only a part of it: an item that tells both tells this one
  /// @param parts who takes part and where the text says so
  public record Phase(Stance stance, List<String> opposite, List<String> covers, Parts parts) {
    /// Copies the lists.
    public Phase {
      opposite = List.copyOf(opposite);
      covers = List.copyOf(covers);
    }
  }

  /// Where in a text to look for place, actor and target: relations, best first; an event that has
  /// no such part has none.
  ///
  /// @param place relations of the place
  /// @param actor relations of the actor
  /// @param target relations of the target
  /// @param abroad whether it happens in another country than the actor's, where one is told
  /// @param directed whether it matters who of the two is the actor
  /// @param grounds concepts that lie in the place: whose they are tells the place
  /// @param usual codes of those who usually do it
  /// @param mediators codes of those who take part only where a preposition says so
  /// @param away codes of those who go abroad for it: no place unless a preposition says so
  /// @param counts concepts whose number is the signal's count
  /// @param alone whether a single party is rather the place: a truce inside one country
  public record Parts(
      List<String> place,
      List<String> actor,
      List<String> target,
      boolean abroad,
      boolean directed,
      List<String> grounds,
      List<String> usual,
      List<String> mediators,
      List<String> away,
      List<String> counts,
      boolean alone) {
    /// Copies the lists.
    public Parts {
      place = List.copyOf(place);
      actor = List.copyOf(actor);
      target = List.copyOf(target);
      grounds = List.copyOf(grounds);
      usual = List.copyOf(usual);
      mediators = List.copyOf(mediators);
      away = List.copyOf(away);
      counts = List.copyOf(counts);
    }
  }
}
