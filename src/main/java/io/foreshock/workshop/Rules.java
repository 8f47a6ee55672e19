package io.foreshock.workshop;

import io.foreshock.pattern.Patterns;
import io.foreshock.signal.RuleReader;
import io.foreshock.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rules folder, compiled: how items are read and which patterns are watched for.
///
/// @param reader items → signals
/// @param patterns signals over time → alerts
public record Rules(RuleReader reader, Patterns patterns) {

  /// Content hash of the folder.
  public String version() {
    return patterns.version();
  }

  /// What became of opening a rules folder.
  public sealed interface Opened {
    /// It can be used.
    record Ready(Rules rules) implements Opened {}

    /// It cannot.
    record Broken(List<Problem> problems) implements Opened {
      /// Copies the list.
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Opens a rules folder; all problems of both halves are told at once.
  public static Opened open(Path folder) {
    return open(folder, Optional.empty());
  }

  /// Opens a rules folder; what says the same as `before` is taken from there and not built again.
  public static Opened open(Path folder, Optional<Rules> before) {
    var problems = new ArrayList<Problem>();
    var reader = RuleReader.open(folder, before.map(Rules::reader));
    var patterns = Patterns.open(folder, before.map(Rules::patterns));
    if (reader instanceof RuleReader.Opened.Broken(var found)) {
      problems.addAll(found);
    }
    if (patterns instanceof Patterns.Opened.Broken(var found)) {
      problems.addAll(found);
    }
    if (reader instanceof RuleReader.Opened.Ready(var ready)
        && patterns instanceof Patterns.Opened.Ready(var compiled)) {
      return new Opened.Ready(new Rules(ready, compiled));
    }
    return new Opened.Broken(problems);
  }
}
