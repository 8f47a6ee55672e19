package io.foreshock.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One node of a YAML file and where it stands: a text, a list or a mapping.
public final class Entry {
  private final String file;
  private final Node node;

  Entry(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /// The file's path, as it was given to [YamlFile].
  public String file() {
    return file;
  }

  /// 1-based.
  public int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /// Whether this is a single value.
  public boolean isText() {
    return node instanceof ScalarNode;
  }

  /// Whether this is a list.
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /// Whether this is a mapping.
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /// The value as written; a list or mapping gives the empty text.
  public String text() {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  /// The elements of a list; a single value counts as a list of one, an empty one as none.
  public List<Entry> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(each -> new Entry(file, each)).toList();
    }
    return text().isEmpty() ? List.of() : List.of(this);
  }

  /// The texts of a list's elements.
  public List<String> texts() {
    return list().stream().map(Entry::text).toList();
  }

  /// A mapping's values by key, in the order of the file.
  public Map<String, Entry> map() {
    var entries = new LinkedHashMap<String, Entry>();
    for (var key : keys()) {
      entries.put(key.text(), get(key.text()).orElseThrow());
    }
    return entries;
  }

  /// A mapping's keys, each with its own line.
  public List<Entry> keys() {
    var keys = new ArrayList<Entry>();
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(pair -> keys.add(new Entry(file, pair.getKeyNode())));
    }
    return keys;
  }

  /// A mapping's value for a key.
  public Optional<Entry> get(String key) {
    if (node instanceof MappingNode mapping) {
      for (var pair : mapping.getValue()) {
        if (pair.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(new Entry(file, pair.getValueNode()));
        }
      }
    }
    return Optional.empty();
  }

  /// Something wrong here.
  public Problem problem(String message, String next) {
    return new Problem(file, line(), message, next);
  }
}
