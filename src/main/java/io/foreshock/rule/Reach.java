package io.foreshock.rule;

import io.foreshock.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/// What a rule may reach: an allow-list over the parsed rule. It guards against mistakes, not
/// against malice: whoever may edit the rules may also edit the program.
///
/// @param types simple names of the classes that a rule may ask for or make
/// @param imports full names of the classes that a file may import
/// @param calls names of the methods that an expression may call
public record Reach(Set<String> types, Set<String> imports, Set<String> calls) {
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*\\(");
  private static final Pattern NAME = Pattern.compile("(?<![.\\w$])((?:[a-z]\\w*\\.)*[A-Z]\\w*)");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\b(while|for|do|if|try|throw|catch|class|return|switch|synchronized|import|eval|from)\\b");

  /// A loop over what the rule has found.
  private static final Pattern EACH = Pattern.compile("\\bfor \\(\\w+ \\w+ : ");

  private static final Pattern ASSIGNMENT = Pattern.compile("(?<![=!<>])=(?!=)");
  private static final Set<String> LIBRARY = Set.of("Math", "Long", "java.time.LocalDate");
  private static final Set<String> WORDS =
      Set.of(
          "in",
          "not",
          "exists",
          "and",
          "or",
          "abs",
          "min",
          "max",
          "ofEpochDay",
          "insert",
          "delete",
          "equals",
          "isEmpty",
          "toString",
          "contains",
          "startsWith",
          "endsWith",
          "accumulate",
          "collectList",
          "count",
          "sum");
  private static final Set<String> ATTRIBUTES = Set.of("salience", "no-loop");
  private static final String WAY_OUT =
      "say it with the facts and words of rules/README.md; a new one is added in Java";

  /// Copies the sets.
  public Reach {
    types = Set.copyOf(types);
    imports = Set.copyOf(imports);
    calls = Set.copyOf(calls);
  }

  /// What reaches further, by line; a file that cannot be parsed has nothing to tell.
  public List<Problem> beyond(RuleFile file) {
    var problems = new ArrayList<Problem>();
    try {
      var parsed = new DrlParser(LanguageLevelOption.DRL6).parse(null, file.text());
      if (parsed != null) {
        head(file, parsed, problems);
      }
    } catch (DroolsParserException _) {
      return List.of(); // compiling it tells what is wrong
    }
    for (var rule : RuleText.of(file)) {
      rule.attributes().stream()
          .filter(each -> !ATTRIBUTES.contains(each))
          .forEach(
              each -> add(file, rule.line(), "\"" + rule.name() + "\" sets " + each, problems));
      rule.when().forEach(clause -> expression(file, clause.line(), rule.text(clause), problems));
      expression(file, rule.thenLine(), rule.then(), problems);
    }
    return problems;
  }

  private void head(RuleFile file, PackageDescr parsed, List<Problem> problems) {
    for (var each : parsed.getImports()) {
      if (!imports.contains(each.getTarget())) {
        add(file, each.getLine(), "import of " + each.getTarget(), problems);
      }
    }
    parsed
        .getFunctionImports()
        .forEach(each -> add(file, each.getLine(), "import of a function", problems));
    parsed
        .getFunctions()
        .forEach(each -> add(file, each.getLine(), "function " + each.getName(), problems));
    parsed
        .getAttributes()
        .forEach(each -> add(file, each.getLine(), "\"" + each.getName() + "\"", problems));
    parsed
        .getTypeDeclarations()
        .forEach(each -> add(file, each.getLine(), "declare " + each.getTypeName(), problems));
  }

  private void expression(RuleFile file, int line, String text, List<Problem> problems) {
    int number = line;
    for (var each : text.lines().toList()) {
      var bare = STRING.matcher(each.replaceAll("//.*", "")).replaceAll("\"\"");
      look(file, number, bare, problems);
      number++;
    }
  }

  private void look(RuleFile file, int line, String text, List<Problem> problems) {
    for (var call : CALL.matcher(EACH.matcher(text).replaceAll("")).results().toList()) {
      var name = call.group(1);
      boolean known = WORDS.contains(name) || calls.contains(name) || types.contains(name);
      if (!known && !STATEMENT.matcher(name).matches()) {
        add(file, line, "a call of " + name + "(…)", problems);
      }
    }
    for (var name : NAME.matcher(text).results().toList()) {
      if (!types.contains(name.group(1)) && !LIBRARY.contains(name.group(1))) {
        add(file, line, "the class " + name.group(1), problems);
      }
    }
    for (var word : STATEMENT.matcher(EACH.matcher(text).replaceAll("(")).results().toList()) {
      add(file, line, "the word " + word.group(1), problems);
    }
    if (ASSIGNMENT.matcher(text).find()) {
      add(file, line, "an assignment", problems);
    }
  }

  private static void add(RuleFile file, int line, String what, List<Problem> problems) {
    problems.add(
        new Problem(file.path(), line, what + " reaches beyond what a rule may use", WAY_OUT));
  }
}
