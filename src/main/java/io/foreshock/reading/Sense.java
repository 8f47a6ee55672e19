package io.foreshock.reading;

import java.util.Set;

/// One way to understand a word.
///
/// @param key base form or stem, lower-case; two words with a common key are forms of one word
/// @param form what this form tells of a deed
/// @param cases the cases in which a noun or adjective may stand; none where nothing tells them
/// @param isNoun whether it is certainly a noun: `Białorusin`, not `białoruski`
/// @param amount its grammatical number, where it may be a noun
public record Sense(String key, Form form, Set<Case> cases, boolean isNoun, Amount amount) {
  /// Copies the set.
  public Sense {
    cases = Set.copyOf(cases);
  }

  /// A word of which only its key is known.
  static Sense plain(String key) {
    return new Sense(key, Form.PLAIN, Set.of(), false, Amount.UNTOLD);
  }

  /// The same in these cases.
  Sense in(Set<Case> others) {
    return new Sense(key, form, others, isNoun, amount);
  }
}
