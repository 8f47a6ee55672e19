package io.foreshock.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The plain part of a letter: complete, in lines that fit a terminal. Links are never broken.
final class PlainText {
  private static final int WIDTH = 76;

  private final Locale locale;
  private final StringBuilder text = new StringBuilder();

  private PlainText(Locale locale) {
    this.locale = locale;
  }

  static String of(Sheet sheet, Sheet.Footer footer, Locale locale) {
    var plain = new PlainText(locale);
    plain.paragraph(footer.notice());
    plain.top(sheet);
    plain.paragraph(sheet.meaning().text());
    plain.evidence(sheet.evidence());
    plain.section(sheet.story().title(), sheet.story().lines());
    plain.section(
        sheet.ahead().title(),
        sheet.ahead().days().stream().map(each -> each.label() + ": " + each.value()).toList());
    plain.section(footer.title(), footer.lines());
    return plain.text.toString();
  }

  private void top(Sheet sheet) {
    paragraph(sheet.headline());
    paragraph(sheet.kicker().getFirst() + ". " + sheet.lead() + " " + sheet.sure());
    for (var fact : sheet.facts()) {
      line(fact.label() + ": " + fact.value(), "");
    }
    text.append('\n');
  }

  private void evidence(Sheet.Evidence evidence) {
    head(evidence.title());
    for (var row : evidence.rows()) {
      var mark = row.isNew() ? "[" + row.mark() + "] " : "";
      line(
          "- %s%s %s  %s (%s, %s)"
              .formatted(mark, row.day(), row.time(), row.publisher(), row.side(), row.original()),
          "  ");
      line("  " + row.title(), "  ");
      line("  “" + row.quote() + "”", "  ");
      line("  → " + row.understood(), "    ");
      if (!row.link().isEmpty() && !row.link().equals(row.title())) {
        text.append("  ").append(clean(row.link())).append('\n');
      }
    }
    line(evidence.more(), "");
    text.append('\n');
  }

  private void section(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    head(title);
    lines.forEach(each -> line("- " + each, "  "));
    text.append('\n');
  }

  private void head(String title) {
    text.append(title.toUpperCase(locale)).append('\n');
  }

  private void paragraph(String words) {
    if (!words.isEmpty()) {
      line(words, "");
      text.append('\n');
    }
  }

  /// A line broken at spaces; the lines after the first begin with an indent.
  private void line(String words, String indent) {
    var rest = new ArrayList<>(List.of(clean(words).split("(?<=\\S) +")));
    if (words.isEmpty()) {
      return;
    }
    int used = 0;
    while (!rest.isEmpty()) {
      var word = rest.removeFirst();
      if (used > 0 && used + 1 + word.length() > WIDTH) {
        text.append('\n').append(indent);
        used = indent.length();
      } else if (used > 0) {
        text.append(' ');
        used++;
      }
      text.append(word);
      used += word.length();
    }
    text.append('\n');
  }

  /// Nothing of a feed can begin a line of its own or turn the direction of writing.
  static String clean(String words) {
    return words.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+", " ");
  }
}
