package io.foreshock.mail;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/// The HTML of a letter: one column, readable on a phone, dark where the reader's device is dark,
/// nothing from outside.
final class Page {
  private static final String STYLE =
      """
      body{margin:0;background:#f4f1ea;color:#1c1c1c;font:16px/1.5 Georgia,'Times New Roman',serif}
      main{max-width:640px;margin:0 auto;padding:24px 20px;background:#fffdf8}
      .kicker{font:700 12px/1 Helvetica,Arial,sans-serif;letter-spacing:.08em;color:#a3271c;text-transform:uppercase;margin:0 0 10px}
      h1{font-size:26px;line-height:1.2;margin:0 0 8px}
      .since{font:14px/1.4 Helvetica,Arial,sans-serif;color:#555;margin:0 0 20px}
      h2{font:700 13px/1 Helvetica,Arial,sans-serif;letter-spacing:.05em;text-transform:uppercase;border-top:2px solid #1c1c1c;padding-top:8px;margin:24px 0 8px}
      table{border-collapse:collapse;width:100%;font:14px/1.4 Helvetica,Arial,sans-serif}
      th{text-align:left;font-size:11px;color:#777;font-weight:400;padding:0 8px 4px 0}
      td{vertical-align:top;border-top:1px solid #ddd6c8;padding:8px 8px 8px 0}
      a{color:#0b4f8a}ul{margin:0;padding-left:18px}
      @media(prefers-color-scheme:dark){body{background:#111;color:#e8e6e1}main{background:#191919}h2{border-color:#e8e6e1}
      td{border-color:#3a3a3a}.since,th{color:#aaa}a{color:#8ec5ff}.kicker{color:#ff8a7a}}
      """;

  private final String language;

  Page(String language) {
    this.language = language;
  }

  /// A row of the evidence.
  record Row(String time, String publisher, String title, String link, String quote) {}

  /// A titled list; left out where it is empty.
  record Section(String title, List<String> lines) {
    Section {
      lines = List.copyOf(lines);
    }
  }

  /// All that a letter says.
  record Sections(
      String headline,
      String change,
      String since,
      String evidenceTitle,
      List<String> columns,
      List<Row> rows,
      Section story,
      Section ahead,
      Section why) {
    Sections {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    List<Section> further() {
      return List.of(story, ahead, why);
    }
  }

  String of(Sections letter) {
    var further = letter.further().stream().map(Page::section).collect(Collectors.joining());
    return """
    <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <style>%s</style></head><body><main>
    <p class="kicker">%s</p><h1>%s</h1><p class="since">%s</p>
    <h2>%s</h2><table><tr>%s</tr>%s</table>%s
    </main></body></html>
    """
        .formatted(
            language,
            STYLE,
            safe(letter.change()),
            safe(letter.headline()),
            safe(letter.since()),
            safe(letter.evidenceTitle()),
            cells("th", letter.columns().stream().map(Page::safe)),
            letter.rows().stream().map(Page::row).collect(Collectors.joining()),
            further);
  }

  private static String row(Row row) {
    var title = row.title().isEmpty() ? row.link() : row.title();
    boolean linked = row.link().startsWith("https://") || row.link().startsWith("http://");
    var name =
        linked ? "<a href=\"" + safe(row.link()) + "\">" + safe(title) + "</a>" : safe(title);
    return "<tr>"
        + cells("td", Stream.of(safe(row.time()), safe(row.publisher()), name, safe(row.quote())))
        + "</tr>";
  }

  private static String cells(String tag, Stream<String> contents) {
    return contents
        .map(content -> "<" + tag + ">" + content + "</" + tag + ">")
        .collect(Collectors.joining());
  }

  private static String section(Section section) {
    if (section.lines().isEmpty()) {
      return "";
    }
    var lines =
        section.lines().stream()
            .map(line -> "<li>" + safe(line) + "</li>")
            .collect(Collectors.joining());
    return "<h2>" + safe(section.title()) + "</h2><ul>" + lines + "</ul>";
  }

  /// Text of feeds is text: markup in it is shown, never obeyed.
  private static String safe(String text) {
    return Entities.escape(text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")).replace("\"", "&quot;");
  }
}
