package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.ProjectRules;
import io.foreshock.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A copy of the rules folder that a test may edit; our own rules are opened once for all tests.
final class Workbench {
  static final Path FOLDER = Path.of("rules");
  static final Rules RULES = ProjectRules.get();

  private static final List<String> KNOWN =
      FolderCheck.of(FOLDER, Optional.of(RULES)).problems().stream()
          .map(each -> each.toString().replace(FOLDER + "/", ""))
          .toList();

  private final Path folder;

  Workbench(Path empty) throws IOException {
    this.folder = empty.resolve("rules");
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(FOLDER.relativize(file)));
      }
    }
  }

  Path folder() {
    return folder;
  }

  void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void replace(String file, String from, String to) throws IOException {
    var text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }

  FolderCheck.Checked check() {
    return FolderCheck.of(folder, Optional.of(RULES));
  }

  Rules open() {
    return ((Rules.Opened.Ready) Rules.open(folder, Optional.of(RULES))).rules();
  }

  /// The problems that an edit has brought, without the path above the folder.
  List<String> problems() {
    var brought = new ArrayList<>(told(check().problems()));
    brought.removeAll(KNOWN);
    return brought;
  }

  List<String> remarks() {
    return told(check().remarks());
  }

  List<String> told(List<Problem> problems) {
    return problems.stream().map(each -> each.toString().replace(folder + "/", "")).toList();
  }
}
