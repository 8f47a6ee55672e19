package io.foreshock.mail;

import static java.util.stream.Collectors.joining;

import io.foreshock.alert.Severity;
import io.foreshock.wording.Words;
import java.util.ArrayList;
import java.util.List;

/// A letter about several developments, or about Foreshock itself: a list under a headline.
final class BundlePage {
  private final Words words;
  private final Severity severity;

  BundlePage(Words words, Severity severity) {
    this.words = words;
    this.severity = severity;
  }

  /// A development.
  ///
  /// @param when it was raised
  /// @param headline what it is
  /// @param sure how sure it is
  /// @param kind of which kind, and how severe
  /// @param source who told it first
  /// @param link to that
  record Entry(
      String when, String headline, String sure, String kind, String source, String link) {}

  /// @param paragraphs what goes before the list, at least one
  Letter letter(String subject, List<String> paragraphs, List<Entry> entries, String contact) {
    var html = new Markup();
    Page.open(html, words.language(), severity, paragraphs.getFirst());
    heading(html, subject);
    paragraphs.forEach(each -> Page.paragraph(html, each));
    entries.forEach(entry -> entry(html, entry));
    Page.foot(
        html,
        new Sheet.Footer(
            "",
            words.say("section.why"),
            List.of(),
            Mailto.of(contact, "unsubscribe"),
            words.say("silence.stop")));
    html.add("</div></div></body></html>\n");
    return new Letter(subject, text(subject, paragraphs, entries, contact), html.toString());
  }

  static void heading(Markup html, String headline) {
    html.add(
        "<h1 class=\"ink head\" style=\"margin:0 0 12px;"
            + Page.SERIF
            + "font-size:28px;line-height:1.18;font-weight:bold;color:#1c1c1c\">{}</h1>\n",
        headline);
  }

  private static void entry(Markup html, Entry entry) {
    html.add(
            "<div class=\"rule\" style=\"border-top:1px solid #ddd6c8;padding:14px 0 12px\">"
                + "<div class=\"accent\" style=\""
                + Page.SANS
                + "font-size:12px;letter-spacing:.05em;text-transform:uppercase;font-weight:bold;"
                + "color:#a3271c\">{}</div>",
            entry.kind())
        .add(
            "<div class=\"ink\" style=\""
                + Page.SERIF
                + "font-size:20px;line-height:1.25;font-weight:bold;color:#1c1c1c;margin:3px 0\">{}"
                + "</div><div class=\"soft\" style=\""
                + Page.SANS
                + "font-size:14px;line-height:20px;color:#6f6a60\">{} · {}</div>",
            entry.headline(),
            entry.sure(),
            entry.when());
    source(html, entry);
    html.add("</div>\n");
  }

  private static void source(Markup html, Entry entry) {
    if (entry.link().startsWith("https://") || entry.link().startsWith("http://")) {
      html.add(
          "<a class=\"link\" href=\"{}\" style=\""
              + Page.SERIF
              + "font-size:15px;color:#0b4f8a;text-decoration:none\">{}</a>",
          entry.link(),
          entry.source());
    } else {
      html.add(
          "<span class=\"ink\" style=\"" + Page.SERIF + "font-size:15px\">{}</span>",
          entry.source());
    }
  }

  private String text(
      String subject, List<String> paragraphs, List<Entry> entries, String contact) {
    var lines = new ArrayList<>(List.of(subject, ""));
    lines.addAll(paragraphs);
    lines.add("");
    for (var entry : entries) {
      lines.add("- " + entry.headline());
      lines.add("  " + entry.sure() + ", " + entry.when() + " (" + entry.kind() + ")");
      lines.add("  " + words.say("bundle.source") + ": " + entry.source());
      lines.add("  " + entry.link());
      lines.add("");
    }
    lines.add(words.say("silence.stop") + ": " + contact + " (unsubscribe)");
    return lines.stream().map(PlainText::clean).collect(joining("\n", "", "\n"));
  }
}
