package io.foreshock.workshop;

import io.foreshock.rule.RuleFile;
import io.foreshock.rule.RuleFolder;
import io.foreshock.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks through a rules folder for more than what keeps it from compiling.
public final class FolderCheck {
  private FolderCheck() {}

  /// What was found.
  ///
  /// @param rules the opened folder; none where it cannot be used
  /// @param problems what must be mended
  /// @param remarks what is worth a look and may be as it is
  public record Checked(Optional<Rules> rules, List<Problem> problems, List<Problem> remarks) {
    /// Sorts and copies the lists.
    public Checked {
      problems = problems.stream().sorted().distinct().toList();
      remarks = remarks.stream().sorted().distinct().toList();
    }
  }

  /// Opens and checks a folder.
  public static Checked of(Path folder) {
    return of(folder, Optional.empty());
  }

  /// Opens and checks a folder; what says the same as `before` is not built again.
  public static Checked of(Path folder, Optional<Rules> before) {
    var problems = new ArrayList<Problem>();
    var remarks = new ArrayList<Problem>();
    var reading = RuleFolder.read(folder.resolve("reading"), new ArrayList<>());
    var patterns = RuleFolder.read(folder.resolve("patterns"), new ArrayList<>());
    reach(reading, patterns, problems);
    var words = new LexiconCheck(folder, problems, remarks);
    words.phrases();
    return switch (Rules.open(folder, before)) {
      case Rules.Opened.Broken(var found) -> {
        problems.addAll(found);
        yield new Checked(Optional.empty(), problems, remarks);
      }
      case Rules.Opened.Ready(var rules) -> {
        words.concepts(rules);
        new RuleCheck(rules, problems).all();
        yield new Checked(Optional.of(rules), problems, remarks);
      }
    };
  }

  private static void reach(
      List<RuleFile> reading, List<RuleFile> patterns, List<Problem> problems) {
    reading.forEach(file -> problems.addAll(Vocabulary.ofReading().beyond(file)));
    patterns.forEach(file -> problems.addAll(Vocabulary.ofPatterns().beyond(file)));
  }
}
