package io.foreshock.rule;

import io.foreshock.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The slips that people make most often in a rule file, found before the compiler sees it: its own
/// words for them point elsewhere.
final class Slips {
  private static final Pattern CURLY = Pattern.compile("[“”„‟‘’‚«»]");
  private static final Pattern NAMELESS =
      Pattern.compile("^\\s*rule\\s*(when\\b.*|salience\\b.*)?$");
  private static final Pattern RULE = Pattern.compile("^\\s*rule\\b.*");
  private static final Pattern END = Pattern.compile("(^|[;\\s])end\\s*$");
  private static final Pattern NAME = Pattern.compile("rule\\s+\"([^\"]*)\"");
  private static final Pattern SPACED_WINDOW =
      Pattern.compile("\\[[^\\]]*?(\\d+)\\s+(ms|s|m|h|d)\\b[^\\]]*\\]");
  private static final Pattern DAYS_WITH_UNIT =
      Pattern.compile("within\\(\\s*\"?(\\d+)\\s*(ms|s|m|h|d)\\b\"?");
  private static final Pattern SINGLE_EQUALS =
      Pattern.compile("(\\w+)\\s*(?<![=!<>~])=(?![=~])\\s*(\"[^\"]*\"|\\$?[\\w.]+)");

  private final RuleFile file;
  private final List<Problem> found = new ArrayList<>();
  private int openLine;
  private String openName = "";
  private boolean inWhen;

  private Slips(RuleFile file) {
    this.file = file;
  }

  /// What is amiss, in the order of the lines.
  static List<Problem> in(RuleFile file) {
    var slips = new Slips(file);
    int number = 0;
    for (var line : file.text().lines().toList()) {
      number++;
      slips.look(bare(line), number);
    }
    slips.close(number);
    return slips.found;
  }

  /// Without the comment.
  private static String bare(String line) {
    boolean quoted = false;
    for (int i = 0; i + 1 < line.length(); i++) {
      if (line.charAt(i) == '"') {
        quoted = !quoted;
      }
      if (!quoted && line.startsWith("//", i)) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  private void look(String line, int number) {
    var curly = CURLY.matcher(line);
    if (curly.find()) {
      add(number, "\"" + curly.group() + "\" is a curly quote", "write straight quotes: \"");
    }
    if (RULE.matcher(line).matches()) {
      close(number);
      open(line, number);
    }
    if (line.strip().startsWith("when")) {
      inWhen = true;
    } else if (line.strip().startsWith("then")) {
      inWhen = false;
    }
    windows(line, number);
    if (inWhen) {
      equals(line, number);
    }
    if (END.matcher(line).find()) {
      openLine = 0;
      inWhen = false;
    }
  }

  private void open(String line, int number) {
    if (NAMELESS.matcher(line).matches()) {
      add(number, "a rule without a name", "write rule \"What it finds\"");
    }
    var name = NAME.matcher(line);
    openName = name.find() ? "\"" + name.group(1) + "\"" : "the rule";
    openLine = number;
  }

  private void close(int number) {
    if (openLine > 0) {
      add(
          openLine,
          openName + " has no end",
          "write end behind its last statement, before line " + number);
      openLine = 0;
      inWhen = false;
    }
  }

  private void windows(String line, int number) {
    var spaced = SPACED_WINDOW.matcher(line);
    if (spaced.find()) {
      var unit = spaced.group(1) + spaced.group(2);
      add(number, spaced.group() + " is no window", "write " + unit + " without the space");
    }
    var days = DAYS_WITH_UNIT.matcher(line);
    if (days.find()) {
      add(
          number,
          days.group() + "…) is no window",
          "within counts in days: write within(" + days.group(1) + ", …)");
    }
  }

  private void equals(String line, int number) {
    var single = SINGLE_EQUALS.matcher(line.replaceAll("\"[^\"]*=[^\"]*\"", "\"\""));
    if (single.find()) {
      add(
          number,
          "\"" + single.group() + "\" compares with one =",
          "write " + single.group(1) + " == " + single.group(2));
    }
  }

  private void add(int line, String message, String next) {
    found.add(new Problem(file.path(), line, message, next));
  }
}
