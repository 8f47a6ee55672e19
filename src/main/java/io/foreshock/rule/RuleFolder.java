package io.foreshock.rule;

import io.foreshock.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The rule files of a folder.
public final class RuleFolder {
  private static final int MOST_BYTES = 1 << 20;
  private static final int VERSION_LENGTH = 12;

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

  /// Content hash of all that a rules folder says (`.drl` and `.yml`, without its tests), twelve
  /// hexadecimal digits.
  public static String version(Path folder) {
    try (var files = Files.walk(folder)) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files.filter(each -> counts(folder.relativize(each))).sorted().toList()) {
        digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean counts(Path file) {
    var name = file.toString();
    return (name.endsWith(".drl") || name.endsWith(".yml")) && !file.startsWith("tests");
  }
}
