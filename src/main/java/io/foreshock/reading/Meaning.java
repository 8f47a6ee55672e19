package io.foreshock.reading;

import java.util.Optional;
import java.util.Set;

/// What a phrase of a lexicon stands for.
sealed interface Meaning {
  /// A concept of the reading rules; `form` where the lexicon fixes it; `verb` where the lexicon
  /// lists it as a verb.
  record Concept(String name, Optional<Form> form, boolean verb) implements Meaning {}

  /// How a statement is meant; see [io.foreshock.reading.Cue].
  record Modal(String meaning, String reach) implements Meaning {}

  /// A kind of preposition; `cases` where it means this only before such a case.
  record Marker(String name, Set<Case> cases) implements Meaning {
    /// Copies the set.
    public Marker {
      cases = Set.copyOf(cases);
    }
  }

  /// A topic that makes an item somebody else's news; `sure` where one such phrase is enough.
  record Topic(String name, boolean sure) implements Meaning {}

  /// Words that mean nothing here although a part of them would.
  record Cancel() implements Meaning {}
}
