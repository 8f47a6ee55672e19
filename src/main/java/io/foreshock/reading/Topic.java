package io.foreshock.reading;

import java.util.List;

/// A topic that makes an item somebody else's news.
///
/// @param name e.g. `sport`
/// @param phrases the lexicon's phrases that named it
public record Topic(String name, List<String> phrases) {
  /// Copies the list.
  public Topic {
    phrases = List.copyOf(phrases);
  }
}
