package io.foreshock.signal;

import io.foreshock.reading.Cue;
import io.foreshock.reading.Reading;
import java.util.List;

/// How an item was understood, step by step.
///
/// @param reading its words, concepts, names, numbers, dates and cues
/// @param silencedBy the rules that found it to be somebody else's news
/// @param considered what the rules concluded, and what became of it
/// @param almost the rules that found a part of what they need
/// @param read what it says in the end
public record Explanation(
    Reading reading,
    List<String> silencedBy,
    List<Considered> considered,
    List<Almost> almost,
    Read read) {
  /// Copies the lists.
  public Explanation {
    silencedBy = List.copyOf(silencedBy);
    considered = List.copyOf(considered);
    almost = List.copyOf(almost);
  }

  /// What a rule concluded.
  ///
  /// @param rule its name
  /// @param event `type/phase`
  /// @param words of the item that it rests on
  /// @param outcome what became of it
  /// @param cues what tells how it is meant
  public record Considered(
      String rule, String event, String words, Outcome outcome, List<Cue> cues) {
    /// Copies the list.
    public Considered {
      cues = List.copyOf(cues);
    }
  }

  /// What became of a conclusion.
  public enum Outcome {
    /// It is a signal, or a part of one.
    SAID,
    /// The item tells it as history.
    HISTORY,
    /// Its words belong more closely to another conclusion.
    OTHERS_WORDS
  }

  /// A rule that found a part of what it needs.
  ///
  /// @param rule its name
  /// @param found the concepts that are there, with their words
  /// @param lacks the concepts that are not, any of each would do
  public record Almost(String rule, List<String> found, List<String> lacks) {
    /// Copies the lists.
    public Almost {
      found = List.copyOf(found);
      lacks = List.copyOf(lacks);
    }
  }
}
