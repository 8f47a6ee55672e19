package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A rules folder that a test may edit: a copy of ours, or a small one with a few of its rules and
/// hardly any words, which is checked in a moment.
final class Workbench {
  static final Rules RULES = OurRules.RULES;

  private final Path folder;
  private final Rules before;
  private final List<String> known = new ArrayList<>();
  private final Map<Path, Optional<String>> saved = new HashMap<>();

  private Workbench(Path folder, Rules before) {
    this.folder = folder;
    this.before = before;
  }

  /// A copy of our own rules.
  static Workbench of(Path empty) throws IOException {
    var folder = empty.resolve("rules");
    OurRules.copy(folder);
    return new Workbench(folder, RULES);
  }

  /// A few files of ours, see [OurRules#copyFew].
  static Workbench small(Path empty) throws IOException {
    var folder = empty.resolve("rules");
    OurRules.copyFew(folder);
    var checked = FolderCheck.of(folder, Optional.of(RULES));
    var bench = new Workbench(folder, checked.rules().orElseThrow());
    bench.known.addAll(bench.told(checked.problems()));
    return bench;
  }

  Path folder() {
    return folder;
  }

  void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    if (!saved.containsKey(path)) {
      saved.put(path, Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty());
    }
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void replace(String file, String from, String to) throws IOException {
    var text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    write(file, text.replace(from, to));
  }

  /// Takes all edits back.
  void restore() throws IOException {
    for (var each : saved.entrySet()) {
      if (each.getValue().isPresent()) {
        Files.writeString(each.getKey(), each.getValue().get());
      } else {
        Files.deleteIfExists(each.getKey());
      }
    }
    saved.clear();
  }

  FolderCheck.Checked check() {
    return FolderCheck.of(folder, Optional.of(before));
  }

  Rules open() {
    return ((Rules.Opened.Ready) Rules.open(folder, Optional.of(before))).rules();
  }

  /// The problems that an edit has brought, without the path above the folder.
  List<String> problems() {
    var brought = new ArrayList<>(told(check().problems()));
    brought.removeAll(known);
    return brought;
  }

  List<String> remarks() {
    return told(check().remarks());
  }

  List<String> told(List<Problem> problems) {
    return problems.stream().map(each -> each.toString().replace(folder + "/", "")).toList();
  }
}
