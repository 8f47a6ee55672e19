package io.foreshock.signal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// One event that an item speaks of, in the vocabulary of the reading guide.
///
/// Codes that the item does not give are empty, so that a rule may compare them without a thought.
///
/// @param type e.g. `sanctions`; the types and their phases stand in `rules/signals.yml`
/// @param phase e.g. `lifted`
/// @param factuality how far the item vouches for it
/// @param place ISO 3166-1 alpha-2 code, or empty
/// @param actor a country's code or `EU`, `UN`, `NATO`, `OSCE`, `G7`; or empty
/// @param target as `actor`
/// @param count persons; 0 where the item says no number
/// @param countQualifier how exactly the count was said
/// @param date the day it takes or took effect
/// @param evidence the item's own words, letter for letter
/// @param rule the reading rule that found it
public record Signal(
    String type,
    String phase,
    Factuality factuality,
    String place,
    String actor,
    String target,
    int count,
    CountQualifier countQualifier,
    Optional<LocalDate> date,
    String evidence,
    String rule) {

  /// The order in which the signals of one item are heard, whatever the order of its sentences: the
  /// firmest first, so that what is a fact is no early sign of itself; of those the one that names
  /// the most parties, so that the others fall into its development and not beside it.
  public static final Comparator<Signal> FIRMEST_FIRST =
      Comparator.comparing(Signal::factuality)
          .thenComparing(Comparator.comparingLong(Signal::parties).reversed())
          .thenComparing(Signal::type)
          .thenComparing(Signal::phase)
          .thenComparing(Signal::place)
          .thenComparing(Signal::actor)
          .thenComparing(Signal::target)
          .thenComparing(Comparator.comparingInt(Signal::count).reversed())
          .thenComparing(signal -> signal.date().orElse(LocalDate.MAX))
          .thenComparing(Signal::evidence);

  /// Refuses a signal without type or phase, and a negative count.
  public Signal {
    if (type.isBlank() || phase.isBlank()) {
      throw new IllegalArgumentException("a signal needs a type and a phase");
    }
    if (count < 0) {
      throw new IllegalArgumentException("a count cannot be negative: " + count);
    }
  }

  private long parties() {
    return Stream.of(place, actor, target).filter(code -> !code.isEmpty()).count();
  }
}
