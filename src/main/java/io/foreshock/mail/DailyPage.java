package io.foreshock.mail;

import io.foreshock.alert.Severity;
import io.foreshock.wording.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The daily letter to an operator.
final class DailyPage {
  private final Words words;

  DailyPage(Words words) {
    this.words = words;
  }

  Letter letter(DailyReport report) {
    var subject =
        words.say(
            "daily.subject",
            Map.of(
                "date",
                DateTimeFormatter.ofPattern("d MMM yyyy", words.locale()).format(report.day()),
                "well",
                report.isWell() ? "yes" : "no"));
    var html = new Markup();
    var severity = report.isWell() ? Severity.MINOR : Severity.MODERATE;
    Page.open(html, words.language(), severity, subject);
    BundlePage.heading(html, subject);
    var text = new ArrayList<>(List.of(subject, ""));
    for (var line : figures(report)) {
      Page.paragraph(html, line);
      text.add(line);
    }
    section(html, text, "daily.ill", report.ill());
    section(html, text, "daily.silent-rules", report.silentRules(), report.silentDays());
    html.add("</div></div></body></html>\n");
    return new Letter(subject, String.join("\n", text) + "\n", html.toString());
  }

  private List<String> figures(DailyReport report) {
    int well = report.feeds() - report.ill().size();
    var lines = new ArrayList<String>();
    lines.add(
        figure(
            "daily.feeds",
            words.say("daily.feeds.line", Map.of("well", well, "all", report.feeds()))));
    lines.add(figure("daily.items", String.valueOf(report.items())));
    lines.add(figure("daily.alerts", String.valueOf(report.alerts())));
    lines.add(
        figure(
            "daily.letters",
            words.say(
                "daily.letters.line",
                Map.of(
                    "sent", report.sent(),
                    "waiting", report.waiting(),
                    "undeliverable", report.undeliverable()))));
    if (!report.hooks().isEmpty()) {
      lines.add(figure("daily.hooks", report.hooks()));
    }
    return lines;
  }

  private String figure(String key, String value) {
    return words.say(key) + ": " + value;
  }

  private void section(Markup html, List<String> text, String key, List<String> lines) {
    section(html, text, key, lines, 0);
  }

  private void section(Markup html, List<String> text, String key, List<String> lines, int days) {
    var title = words.say(key, Map.of("days", days));
    Page.title(html, title);
    text.add("");
    text.add(title.toUpperCase(words.locale()));
    for (var line : lines.isEmpty() ? List.of(words.say("daily.none")) : lines) {
      Page.paragraph(html, line);
      text.add("- " + PlainText.clean(line));
    }
  }
}
