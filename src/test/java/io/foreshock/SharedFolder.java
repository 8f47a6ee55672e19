package io.foreshock;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder beside the checkout that holds the measured corpora; a test that needs it is skipped
/// where it is missing.
public final class SharedFolder {
  private SharedFolder() {}

  /// A file or folder in it.
  public static Path path(String name) {
    var path = Path.of("..", "shared", name);
    assumeTrue(Files.exists(path), path + " is not on this machine");
    return path;
  }
}
