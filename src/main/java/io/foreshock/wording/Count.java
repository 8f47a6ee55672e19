package io.foreshock.wording;

import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Signal;
import java.util.Comparator;

/// A number of people, as exactly as it was said. The higher one is greater; of the same number,
/// the one that was said more exactly.
///
/// @param number 0 where none was said
/// @param exactness how exactly
public record Count(int number, CountQualifier exactness) implements Comparable<Count> {
  static final Count NONE = new Count(0, CountQualifier.EXACT);

  private static final Comparator<Count> ORDER =
      Comparator.comparingInt(Count::number)
          .thenComparing(Count::exactness, Comparator.reverseOrder());

  static Count of(Signal signal) {
    return new Count(signal.count(), signal.countQualifier());
  }

  @Override
  public int compareTo(Count other) {
    return ORDER.compare(this, other);
  }
}
