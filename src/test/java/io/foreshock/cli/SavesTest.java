package io.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SavesTest {
  @TempDir private Path folder;

  @Test
  void a_file_saved_in_a_folder_below_ends_the_wait() throws IOException, InterruptedException {
    var below = Files.createDirectories(folder.resolve("tests/patterns"));
    try (var saves = new Saves(folder)) {
      Files.writeString(below.resolve("exchange.yml"), "tests: []\n");

      saves.await();

      assertThat(below.resolve("exchange.yml")).exists();
    }
  }

  @Test
  void a_folder_that_is_new_is_watched_from_the_next_wait_on()
      throws IOException, InterruptedException {
    try (var saves = new Saves(folder)) {
      var mine = Files.createDirectory(folder.resolve("mine"));
      saves.await();
      Files.writeString(mine.resolve("first.yml"), "tests: []\n");

      saves.await();

      assertThat(mine.resolve("first.yml")).exists();
    }
  }
}
