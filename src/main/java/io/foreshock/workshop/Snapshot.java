package io.foreshock.workshop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A rules folder as one zip: what is live is kept so, and a git revision comes so.
public final class Snapshot {
  private static final int MOST_BYTES = 64 << 20;

  private Snapshot() {}

  /// The files of a folder, without hidden ones.
  public static byte[] pack(Path folder) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /// Writes the files of a zip into an empty folder.
  ///
  /// @throws IOException where it holds more than 64 MiB or leads out of the folder
  public static void unpack(byte[] bytes, Path empty) throws IOException {
    long left = MOST_BYTES;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var file = empty.resolve(entry.getName()).normalize();
        if (!file.startsWith(empty)) {
          throw new IOException("\"" + entry.getName() + "\" leads out of the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        var content = zip.readNBytes((int) left + 1);
        left -= content.length;
        if (left < 0) {
          throw new IOException("the rules are larger than " + MOST_BYTES + " bytes");
        }
        Files.write(file, content);
      }
    }
  }

  /// Takes an unpacked folder away, with all in it.
  public static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /// The folder as it was in a revision of its git repository.
  ///
  /// @throws IOException where git does not know it, with git's own words
  public static byte[] ofRevision(Path folder, String revision) throws IOException {
    if (revision.startsWith("-")) {
      throw new IOException("\"" + revision + "\" is no revision");
    }
    var process =
        new ProcessBuilder("git", "-C", folder.toString(), "archive", "--format=zip", revision, ".")
            .redirectError(ProcessBuilder.Redirect.PIPE)
            .start();
    var bytes = process.getInputStream().readNBytes(MOST_BYTES);
    var words =
        new String(
            process.getErrorStream().readNBytes(MOST_BYTES),
            java.nio.charset.StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("git knows no \"" + revision + "\" here: " + words.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git was asked", e);
    }
    return bytes;
  }
}
