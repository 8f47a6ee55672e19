package io.foreshock.rule;

import io.foreshock.source.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.kie.internal.io.ResourceFactory;

/// Compiled rules; immutable, threads may share it.
public final class RuleBase {
  private final KieBase base;
  private final List<RuleFile> files;
  private final List<RuleText> texts;
  private final List<Conditions> conditions;

  private RuleBase(KieBase base, List<RuleFile> files) {
    this.base = base;
    this.files = List.copyOf(files);
    this.texts = files.stream().flatMap(file -> RuleText.of(file).stream()).toList();
    this.conditions = texts.stream().map(Conditions::of).toList();
  }

  /// What became of compiling a folder.
  public sealed interface Compiled {
    /// All of it compiled.
    record Ready(RuleBase rules) implements Compiled {}

    /// Some of it did not; nothing can be used.
    record Broken(List<Problem> problems) implements Compiled {
      /// Copies the list.
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Compiles rule files, or takes `before` where it was compiled from the very same texts.
  public static Compiled compile(List<RuleFile> files, Optional<RuleBase> before) {
    return before
        .filter(base -> sameTexts(base.files, files))
        .<Compiled>map(Compiled.Ready::new)
        .orElseGet(() -> compile(files));
  }

  private static boolean sameTexts(List<RuleFile> one, List<RuleFile> other) {
    return one.stream()
        .map(RuleFile::text)
        .toList()
        .equals(other.stream().map(RuleFile::text).toList());
  }

  /// Compiles rule files in one batch: a `declare` counts wherever it stands.
  public static Compiled compile(List<RuleFile> files) {
    var slips = files.stream().flatMap(file -> Slips.in(file).stream()).toList();
    return slips.isEmpty() ? build(files) : new Compiled.Broken(slips);
  }

  private static Compiled build(List<RuleFile> files) {
    var builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    var batch = builder.batch();
    for (var file : files) {
      var bytes = file.text().getBytes(StandardCharsets.UTF_8);
      batch.add(
          ResourceFactory.newByteArrayResource(bytes).setSourcePath(file.path()), ResourceType.DRL);
    }
    batch.build();
    return builder.hasErrors()
        ? new Compiled.Broken(problems(builder))
        : new Compiled.Ready(new RuleBase(link(builder), files));
  }

  private static KieBase link(KnowledgeBuilder builder) {
    var configuration = KieServices.get().newKieBaseConfiguration();
    configuration.setOption(EventProcessingOption.STREAM);
    configuration.setOption(ConstraintJittingThresholdOption.get(-1));
    var base = KnowledgeBaseFactory.newKnowledgeBase(configuration);
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }

  private static List<Problem> problems(KnowledgeBuilder builder) {
    return Stream.ofNullable(builder.getErrors())
        .flatMap(errors -> errors.stream())
        .map(RuleBase::problem)
        .sorted()
        .toList();
  }

  private static Problem problem(KnowledgeBuilderError error) {
    var lines = error.getLines();
    return new Problem(
        error.getResource() == null ? "rules" : error.getResource().getSourcePath(),
        lines.length > 0 ? Math.max(0, lines[0]) : 0,
        error.getMessage().replaceAll("\\s+", " ").strip(),
        "mend the rule; nothing of the folder is used until all of it compiles");
  }

  /// The files that it was compiled from.
  public List<RuleFile> files() {
    return files;
  }

  /// The rules as their files write them.
  public List<RuleText> texts() {
    return texts;
  }

  /// What each rule asks for.
  public List<Conditions> conditions() {
    return conditions;
  }

  /// A judge over these rules.
  ///
  /// @param globals by their names in the rules
  /// @param onRule told the name of each rule before it concludes
  public Judge judge(Map<String, Object> globals, Consumer<String> onRule) {
    return new Judge(this, globals, onRule);
  }

  /// A long-lived session of these rules.
  ///
  /// @param globals by their names in the rules
  /// @param onRule told the name of each rule before it concludes
  public Session session(Map<String, Object> globals, Consumer<String> onRule) {
    return new Session(this, globals, onRule);
  }

  /// The compiled rules, for the sessions of this package.
  KieBase base() {
    return base;
  }
}
