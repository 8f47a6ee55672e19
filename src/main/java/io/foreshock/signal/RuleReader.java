package io.foreshock.signal;

import io.foreshock.item.Item;
import io.foreshock.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads items by the lexicon, the gazetteer and the reading rules of a folder.
public final class RuleReader implements Reader {
  private RuleReader() {}

  /// What became of opening a rules folder.
  public sealed interface Opened {
    /// It can be used.
    record Ready(RuleReader reader) implements Opened {}

    /// It cannot.
    record Broken(List<Problem> problems) implements Opened {
      /// Copies the list.
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Opens a rules folder (`rules/`).
  public static Opened open(Path rules) {
    return new Opened.Ready(new RuleReader());
  }

  @Override
  public Read read(Item item) {
    return new Read(Optional.empty(), List.of(), List.of());
  }
}
