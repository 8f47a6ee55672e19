package io.foreshock.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A YAML file that remembers its lines.
public sealed interface YamlFile {
  /// How deep it is looked through for keys that stand twice; an alias may lead back to its own
  /// node.
  int DEEPEST = 20;

  /// It could be read; an empty file has no root.
  record Read(Optional<Entry> root) implements YamlFile {}

  /// It could not, and why.
  record Unreadable(List<Problem> problems) implements YamlFile {
    /// Copies the list.
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }

  /// Reads a file; one that is missing or no UTF-8 is [Unreadable], a failing disk an exception.
  static YamlFile read(Path path) {
    try {
      return parse(path.toString(), Files.readString(path));
    } catch (java.nio.file.NoSuchFileException _) {
      return new Unreadable(
          List.of(new Problem(path.toString(), 0, "no such file", "create it or name another")));
    } catch (CharacterCodingException _) {
      return new Unreadable(
          List.of(new Problem(path.toString(), 0, "not UTF-8 text", "save it as UTF-8")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /// Parses text that came from `file`.
  static YamlFile parse(String file, String text) {
    var settings = LoadSettings.builder().setLabel(file).setCodePointLimit(8 << 20).build();
    try {
      var root = new Compose(settings).composeString(text).map(node -> new Entry(file, node));
      var repeated = root.map(entry -> repeated(entry, 0)).orElse(List.of());
      return repeated.isEmpty() ? new Read(root) : new Unreadable(repeated);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      return new Unreadable(List.of(new Problem(file, line, e.getProblem(), advice(text, line))));
    } catch (YamlEngineException e) {
      return new Unreadable(
          List.of(new Problem(file, 0, String.valueOf(e.getMessage()), "write it as YAML 1.2")));
    }
  }

  /// Keys that stand twice in one mapping: the reader would see only the last of them.
  private static List<Problem> repeated(Entry entry, int depth) {
    var problems = new ArrayList<Problem>();
    var seen = new HashSet<String>();
    for (var key : entry.keys()) {
      if (!seen.add(key.text())) {
        problems.add(
            key.problem(
                "the key \"" + key.text() + "\" stands twice here",
                "bring the two together; only one can count"));
      }
    }
    var parts = entry.isMap() ? List.copyOf(entry.map().values()) : entry.list();
    if (!entry.isText() && depth < DEEPEST) {
      parts.forEach(each -> problems.addAll(repeated(each, depth + 1)));
    }
    return problems;
  }

  private static String advice(String text, int line) {
    var tabbed = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").contains("\t");
    return tabbed
        ? "indent with spaces, YAML allows no tabs"
        : "check the indentation and the quotes of this line and the one before";
  }
}
