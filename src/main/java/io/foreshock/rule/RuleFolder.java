package io.foreshock.rule;

import io.foreshock.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The rule files of a folder.
public final class RuleFolder {
  private static final int MOST_BYTES = 1 << 20;

  private RuleFolder() {}

  /// All `.drl` files in `folder`, by name; one that is too large or unreadable is a problem and
  /// left out.
  public static List<RuleFile> read(Path folder, List<Problem> problems) {
    if (!Files.isDirectory(folder)) {
      problems.add(new Problem(folder.toString(), 0, "no such folder", "create it"));
      return List.of();
    }
    var files = new ArrayList<RuleFile>();
    try (var list = Files.list(folder)) {
      for (var path : list.filter(each -> each.toString().endsWith(".drl")).sorted().toList()) {
        if (Files.size(path) > MOST_BYTES) {
          problems.add(new Problem(path.toString(), 0, "larger than 1 MiB", "split the file"));
        } else {
          files.add(new RuleFile(path.toString(), Files.readString(path)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return files;
  }
}
