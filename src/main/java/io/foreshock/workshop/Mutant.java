package io.foreshock.workshop;

import io.foreshock.rule.RuleFile;
import io.foreshock.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A small mistake made on purpose: a test that notices it is worth something.
///
/// @param file the rule file or the lexicon
/// @param line 1-based; 0 where it is not known
/// @param rule the rule's name, or the language of a phrase
/// @param kind of mistake
/// @param what was done, such as `drops actual`
/// @param change what it makes of the rules
public record Mutant(String file, int line, String rule, Kind kind, String what, Change change) {
  private static final Pattern DAYS =
      Pattern.compile(
          "(?<=within\\()\\d+|(?<=upTo\\()\\d+|(?<=[, \\[])\\d+(?=d\\s*\\])|\\d+(?=L\\s*\\*\\s*86400000L)");
  private static final int LONGEST = 44;

  /// The kinds of mistake.
  public enum Kind {
    /// A condition of a pattern is dropped.
    PATTERN_CONDITION("conditions of patterns"),
    /// A condition of a reading rule is dropped.
    READING_CONDITION("conditions of reading rules"),
    /// A window of time is doubled, to 44 days at the most.
    WINDOW("windows"),
    /// A `not` becomes an `exists`.
    NEGATION("negations"),
    /// A phrase of a lexicon is taken out.
    PHRASE("phrases");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As a table names it.
    public String words() {
      return words;
    }
  }

  /// What a mistake changes.
  public sealed interface Change {
    /// A reading rule's file.
    record ReadingFile(RuleFile file) implements Change {}

    /// A pattern's file.
    record PatternFile(RuleFile file, String then) implements Change {}

    /// A phrase is missing in a lexicon.
    record Phrase(String language, String phrase) implements Change {}
  }

  /// The mistakes that can be made in a rule: a condition dropped, a window widened, a `not` turned
  /// round.
  static List<Mutant> in(RuleText rule, boolean isPattern) {
    var mutants = new ArrayList<Mutant>();
    for (var clause : rule.when()) {
      if (clause.kind() == RuleText.Kind.NOT) {
        mutants.add(
            replaced(
                rule,
                clause.line(),
                clause.from(),
                clause.from() + 3,
                "exists",
                Kind.NEGATION,
                "turns round: " + oneLine(rule.text(clause)),
                isPattern));
      }
      for (var constraint : clause.constraints()) {
        if (!constraint.text().matches("(?s)\\$\\w+\\s*:.*")) {
          dropped(rule, clause, constraint, isPattern).ifPresent(mutants::add);
          widened(rule, constraint, isPattern).ifPresent(mutants::add);
        }
      }
    }
    return mutants;
  }

  private static Optional<Mutant> dropped(
      RuleText rule, RuleText.Clause clause, RuleText.Constraint gone, boolean isPattern) {
    var kept = new ArrayList<String>();
    clause.constraints().stream()
        .filter(each -> !each.equals(gone))
        .forEach(each -> kept.add(each.text()));
    int from = clause.constraints().getFirst().from();
    int until = clause.constraints().getLast().until();
    return Optional.of(
        replaced(
            rule,
            gone.line(),
            from,
            until,
            String.join(", ", kept),
            isPattern ? Kind.PATTERN_CONDITION : Kind.READING_CONDITION,
            "drops " + oneLine(gone.text()),
            isPattern));
  }

  private static Optional<Mutant> widened(
      RuleText rule, RuleText.Constraint constraint, boolean isPattern) {
    var days = DAYS.matcher(constraint.text());
    if (!days.find()) {
      return Optional.empty();
    }
    int wide = Math.min(LONGEST, 2 * Integer.parseInt(days.group()));
    var text = days.replaceFirst(Matcher.quoteReplacement(String.valueOf(wide)));
    return Optional.of(
        replaced(
            rule,
            constraint.line(),
            constraint.from(),
            constraint.until(),
            text,
            Kind.WINDOW,
            "widens to " + oneLine(text),
            isPattern));
  }

  private static Mutant replaced(
      RuleText rule,
      int line,
      int from,
      int until,
      String with,
      Kind kind,
      String what,
      boolean isPattern) {
    var text = rule.file().text();
    var file =
        new RuleFile(rule.file().path(), text.substring(0, from) + with + text.substring(until));
    var change =
        isPattern ? new Change.PatternFile(file, rule.then()) : new Change.ReadingFile(file);
    return new Mutant(rule.file().path(), line, rule.name(), kind, what, change);
  }

  /// A phrase that is taken out.
  static Mutant without(String language, String phrase) {
    return new Mutant(
        "lexicon/" + language + ".yml",
        0,
        language,
        Kind.PHRASE,
        "removes " + phrase,
        new Change.Phrase(language, phrase));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /// What identifies it in a list: `patterns/exchange.drl: An exchange drops actual`.
  @Override
  public String toString() {
    return file + ": " + rule + " " + what;
  }
}
