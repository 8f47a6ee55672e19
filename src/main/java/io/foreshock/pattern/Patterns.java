package io.foreshock.pattern;

import io.foreshock.rule.RuleBase;
import io.foreshock.rule.RuleFile;
import io.foreshock.rule.RuleFolder;
import io.foreshock.source.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The compiled patterns of a rules folder. Threads may share it; each makes its own watch.
public final class Patterns {
  private static final int VERSION_LENGTH = 12;

  private final RuleBase rules;
  private final Agencies agencies;
  private final String version;

  private Patterns(RuleBase rules, Agencies agencies, String version) {
    this.rules = rules;
    this.agencies = agencies;
    this.version = version;
  }

  /// What became of opening a rules folder.
  public sealed interface Opened {
    /// It can be used.
    record Ready(Patterns patterns) implements Opened {}

    /// It cannot.
    record Broken(List<Problem> problems) implements Opened {
      /// Copies the list.
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Compiles `patterns/` of a rules folder.
  public static Opened open(Path folder) {
    var problems = new ArrayList<Problem>();
    var files = RuleFolder.read(folder.resolve("patterns"), problems);
    var agencies = Agencies.open(folder, problems);
    return switch (RuleBase.compile(files)) {
      case RuleBase.Compiled.Broken(var found) -> {
        problems.addAll(found);
        yield new Opened.Broken(problems);
      }
      case RuleBase.Compiled.Ready(var rules) ->
          problems.isEmpty()
              ? new Opened.Ready(new Patterns(rules, agencies, version(files)))
              : new Opened.Broken(problems);
    };
  }

  /// A new watch that has seen nothing.
  public Watch watch() {
    return new Watch(rules, agencies);
  }

  /// Content hash of the rule files, twelve hexadecimal digits.
  public String version() {
    return version;
  }

  private static String version(List<RuleFile> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(file -> digest.update(file.text().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
