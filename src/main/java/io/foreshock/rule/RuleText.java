package io.foreshock.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/// A rule as its file writes it: its clauses and constraints, each with its place in the text.
///
/// @param file where it stands
/// @param name its name
/// @param line of its name, 1-based
/// @param from offset of the rule in the file's text
/// @param until offset behind it
/// @param when its conditions, in the order of the text
/// @param then what it does, as written
/// @param thenLine line of its first statement
/// @param attributes names of its attributes, such as `salience` or `dialect`
public record RuleText(
    RuleFile file,
    String name,
    int line,
    int from,
    int until,
    List<Clause> when,
    String then,
    int thenLine,
    Set<String> attributes) {

  /// Copies the collections.
  public RuleText {
    when = List.copyOf(when);
    attributes = Set.copyOf(attributes);
  }

  /// What a clause asks for.
  public enum Kind {
    /// A fact.
    FACT,
    /// That there is no such fact.
    NOT,
    /// That there is one, whichever.
    EXISTS,
    /// Anything else: `or`, `forall`, `eval` …
    OTHER
  }

  /// One condition of a rule.
  ///
  /// @param kind what it asks for
  /// @param binding the name under which the fact is known, such as `$s`, or empty
  /// @param type the fact's class, or empty
  /// @param line 1-based
  /// @param from offset in the file's text
  /// @param until offset behind it
  /// @param constraints what the fact must be
  public record Clause(
      Kind kind,
      String binding,
      String type,
      int line,
      int from,
      int until,
      List<Constraint> constraints) {
    /// Copies the list.
    public Clause {
      constraints = List.copyOf(constraints);
    }
  }

  /// One constraint of a clause.
  ///
  /// @param text as written
  /// @param line 1-based
  /// @param from offset in the file's text
  /// @param until offset behind it
  public record Constraint(String text, int line, int from, int until) {
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /// The words in quotes, in their order.
    public List<String> literals() {
      return LITERAL.matcher(text).results().map(found -> found.group(1)).toList();
    }
  }

  /// The rules of a file; a file that cannot be parsed has none.
  public static List<RuleText> of(RuleFile file) {
    try {
      var parsed = new DrlParser(LanguageLevelOption.DRL6).parse(null, file.text());
      return parsed == null
          ? List.of()
          : parsed.getRules().stream().map(each -> of(file, each)).toList();
    } catch (DroolsParserException _) {
      return List.of(); // compiling it tells what is wrong
    }
  }

  private static RuleText of(RuleFile file, RuleDescr rule) {
    var clauses = new ArrayList<Clause>();
    for (var each : rule.getLhs().getDescrs()) {
      clauses.add(clause(file, each));
    }
    return new RuleText(
        file,
        rule.getName(),
        rule.getLine(),
        rule.getStartCharacter(),
        rule.getEndCharacter() + 1,
        clauses,
        String.valueOf(rule.getConsequence()).strip(),
        firstStatement(file, rule.getConsequenceLine()),
        rule.getAttributes().keySet());
  }

  /// The parser gives the line of `then`; what is written begins there or below it.
  private static int firstStatement(RuleFile file, int then) {
    var lines = file.text().lines().toList();
    int line = then;
    while (line < lines.size() && lines.get(line - 1).strip().matches("(then)?")) {
      line++;
    }
    return line;
  }

  private static Clause clause(RuleFile file, BaseDescr part) {
    var kind =
        switch (part) {
          case PatternDescr _ -> Kind.FACT;
          case NotDescr _ -> Kind.NOT;
          case ExistsDescr _ -> Kind.EXISTS;
          default -> Kind.OTHER;
        };
    int until = stripped(file.text(), part.getStartCharacter(), part.getEndCharacter() + 1);
    int from = opened(file.text(), part.getStartCharacter(), until);
    if (!(inner(part) instanceof PatternDescr pattern)) {
      return new Clause(Kind.OTHER, "", "", part.getLine(), from, until, List.of());
    }
    var constraints =
        pattern.getConstraint().getDescrs().stream()
            .map(each -> constraint(file, each, part))
            .toList();
    var binding = pattern.getIdentifier() == null ? "" : pattern.getIdentifier();
    return new Clause(
        kind, binding, pattern.getObjectType(), part.getLine(), from, until, constraints);
  }

  private static BaseDescr inner(BaseDescr part) {
    boolean wraps = part instanceof NotDescr || part instanceof ExistsDescr;
    return wraps
            && part instanceof ConditionalElementDescr element
            && element.getDescrs().size() == 1
        ? (BaseDescr) element.getDescrs().getFirst()
        : part;
  }

  private static Constraint constraint(RuleFile file, BaseDescr part, BaseDescr clause) {
    int until = stripped(file.text(), part.getStartCharacter(), part.getEndCharacter() + 1);
    int from = opened(file.text(), part.getStartCharacter(), until);
    int start = Math.min(from, clause.getStartCharacter());
    int above = (int) file.text().substring(start, from).chars().filter(c -> c == '\n').count();
    return new Constraint(
        file.text().substring(from, until), clause.getLine() + above, from, until);
  }

  /// The parser leaves out the parenthesis that opens `(A or B)`.
  private static int opened(String text, int from, int until) {
    var part = text.substring(from, until);
    long missing =
        part.chars().filter(c -> c == ')').count() - part.chars().filter(c -> c == '(').count();
    int start = from;
    for (; missing > 0 && start > 0; missing--) {
      start = text.lastIndexOf('(', start - 1);
    }
    return start;
  }

  private static int stripped(String text, int from, int until) {
    int end = Math.min(until, text.length());
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /// The text of a clause.
  public String text(Clause clause) {
    return file.text().substring(clause.from(), clause.until());
  }

  /// The whole rule.
  public String text() {
    return file.text().substring(from, Math.min(until, file.text().length()));
  }

  /// The value that the file's head gives for a word: `// status: shadow`; empty where none stands.
  public String head(String word) {
    var start = "// " + word + ":";
    return file.text()
        .lines()
        .takeWhile(each -> each.isBlank() || each.startsWith("//"))
        .filter(each -> each.startsWith(start))
        .map(each -> each.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }
}
