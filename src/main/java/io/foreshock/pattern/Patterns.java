package io.foreshock.pattern;

import io.foreshock.rule.Probe;
import io.foreshock.rule.RuleBase;
import io.foreshock.rule.RuleFile;
import io.foreshock.rule.RuleFolder;
import io.foreshock.rule.RuleText;
import io.foreshock.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The compiled patterns of a rules folder. Threads may share it; each makes its own watch.
public final class Patterns {
  private final RuleBase rules;
  private final Agencies agencies;
  private final String version;
  private final Set<String> shadow;

  private Patterns(RuleBase rules, Agencies agencies, String version) {
    this.rules = rules;
    this.agencies = agencies;
    this.version = version;
    this.shadow =
        rules.texts().stream()
            .filter(each -> each.head("status").equals("shadow"))
            .map(RuleText::name)
            .collect(Collectors.toUnmodifiableSet());
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
    return open(folder, Optional.empty());
  }

  /// Compiles `patterns/` of a rules folder; what is the same as `before` is taken from there.
  public static Opened open(Path folder, Optional<Patterns> before) {
    var problems = new ArrayList<Problem>();
    var files = RuleFolder.read(folder.resolve("patterns"), problems);
    var agencies = Agencies.open(folder, problems);
    return switch (RuleBase.compile(files, before.map(each -> each.rules))) {
      case RuleBase.Compiled.Broken(var found) -> {
        problems.addAll(found);
        yield new Opened.Broken(problems);
      }
      case RuleBase.Compiled.Ready(var rules) ->
          problems.isEmpty()
              ? new Opened.Ready(new Patterns(rules, agencies, RuleFolder.version(folder)))
              : new Opened.Broken(problems);
    };
  }

  /// The same with these rule files instead of its own; for trying out what an edit does.
  public Opened with(List<RuleFile> files) {
    return switch (RuleBase.compile(files)) {
      case RuleBase.Compiled.Broken(var found) -> new Opened.Broken(found);
      case RuleBase.Compiled.Ready(var compiled) ->
          new Opened.Ready(new Patterns(compiled, agencies, version));
    };
  }

  /// Whether both complete on the same reports: the same rule texts and agencies.
  public boolean sameAs(Patterns other) {
    return rules == other.rules && agencies.equals(other.agencies);
  }

  /// The rules as their files write them.
  public List<RuleText> texts() {
    return rules.texts();
  }

  /// Whether a rule's head says `status: shadow`: what it raises is for the maintainers only.
  public boolean isShadow(String rule) {
    return shadow.contains(rule);
  }

  /// A new watch that has seen nothing.
  public Watch watch() {
    return new Watch(rules, agencies);
  }

  /// A new watch that tells a probe how far each pattern gets.
  ///
  /// @throws IllegalStateException where the rules cannot be probed, with the compiler's words
  Watch watch(Probe probe) {
    return switch (Probe.compile(rules.files())) {
      case RuleBase.Compiled.Ready(var probed) ->
          new Watch(probed, agencies, Map.of("probes", probe));
      case RuleBase.Compiled.Broken(var problems) ->
          throw new IllegalStateException("cannot probe the patterns: " + problems);
    };
  }

  /// Content hash of the rules folder, twelve hexadecimal digits.
  public String version() {
    return version;
  }
}
