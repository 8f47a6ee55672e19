package io.foreshock.mail;

import io.foreshock.alert.Severity;

/// The HTML of a letter: one column, readable on a phone, dark where the reader's device is dark,
/// nothing from outside.
///
/// Mail programs differ in what they keep of a style sheet, so what matters stands in the elements;
/// the sheet only adds the dark colours and the phone's sizes.
final class Page {
  /// What the page calls the picture of its timeline (RFC 2392).
  static final String PICTURE = "timeline@foreshock";

  static final String SANS = "font-family:Helvetica,Arial,'Liberation Sans',sans-serif;";
  static final String SERIF = "font-family:Georgia,'Times New Roman','Liberation Serif',serif;";
  private static final String STYLE =
      """
      @media (prefers-color-scheme:dark){
      .ground{background:#0f0f0f!important}.sheet{background:#1a1a1a!important}
      .ink,.ink a{color:#ece8df!important}.soft{color:#a9a297!important}.link{color:#8ec5ff!important}
      .rule{border-color:#3c3a36!important}.strong{border-color:#ece8df!important}
      .quote{background:#242321!important;color:#d8d3c8!important}.accent{color:#ff9a8c!important}}
      @media (max-width:480px){.sheet{padding:20px 16px!important}.head{font-size:25px!important}
      .fact{display:block!important;width:auto!important;padding:4px 0!important}
      .fact div{display:inline!important}.when{width:74px!important}}
      """;

  private Page() {}

  static String of(Sheet sheet, Sheet.Footer footer) {
    var html = new Markup();
    open(html, sheet, footer);
    top(html, sheet);
    facts(html, sheet);
    meaning(html, sheet.meaning());
    story(html, sheet.story());
    evidence(html, sheet.evidence());
    ahead(html, sheet.ahead());
    foot(html, footer);
    return html.add("</div></div></body></html>\n").toString();
  }

  /// Opens a page; what it says first is also what mail programs show beside the subject.
  static void open(Markup html, String language, Severity severity, String first) {
    html.add("<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">", language)
        .add("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .add("<meta name=\"color-scheme\" content=\"light dark\">")
        .add("<meta name=\"supported-color-schemes\" content=\"light dark\">")
        .add("<style>" + STYLE + "</style></head>\n")
        .add("<body class=\"ground\" style=\"margin:0;padding:0;background:#efeae0\">")
        .add("<div style=\"display:none;max-height:0;overflow:hidden\">{}</div>\n", first)
        .add("<div class=\"ground\" style=\"background:#efeae0;padding:0\">")
        .add(
            "<div class=\"sheet\" style=\"max-width:600px;margin:0 auto;padding:28px 32px;"
                + "background:#ffffff;border-top:6px solid "
                + colour(severity)
                + "\">\n");
  }

  private static void open(Markup html, Sheet sheet, Sheet.Footer footer) {
    open(html, sheet.language(), sheet.severity(), sheet.lead() + " " + sheet.sure());
    if (!footer.notice().isEmpty()) {
      html.add(
          "<p class=\"strong ink\" style=\"margin:0 0 18px;padding:10px 12px;border:2px solid"
              + " #1c1c1c;font-weight:bold;"
              + SANS
              + "font-size:15px\">{}</p>",
          footer.notice());
    }
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case EXTREME -> "#6d0f0f";
      case SEVERE -> "#b3261e";
      case MODERATE -> "#c77700";
      case MINOR -> "#5b6b7b";
    };
  }

  private static void top(Markup html, Sheet sheet) {
    html.add(
            "<p class=\"accent\" style=\"margin:0 0 10px;"
                + SANS
                + "font-size:12px;line-height:16px;font-weight:bold;letter-spacing:.07em;"
                + "text-transform:uppercase;color:#a3271c\">{}</p>\n",
            String.join(" · ", sheet.kicker()))
        .add(
            "<h1 class=\"ink head\" style=\"margin:0 0 12px;"
                + SERIF
                + "font-size:30px;line-height:1.16;font-weight:bold;color:#1c1c1c\">{}</h1>\n",
            sheet.headline())
        .add(
            "<p class=\"ink\" style=\"margin:0 0 6px;"
                + SERIF
                + "font-size:18px;line-height:1.45;color:#1c1c1c\">{}</p>\n",
            sheet.lead())
        .add(
            "<p class=\"ink\" style=\"margin:0 0 18px;"
                + SERIF
                + "font-size:18px;line-height:1.45;color:#1c1c1c\">{}</p>\n",
            sheet.sure());
  }

  private static void facts(Markup html, Sheet sheet) {
    html.add(
        "<table role=\"presentation\" class=\"rule\" width=\"100%\" cellspacing=\"0\""
            + " cellpadding=\"0\" style=\"border-top:1px solid #ddd6c8;border-bottom:1px solid"
            + " #ddd6c8;margin:0 0 4px\"><tr>");
    for (var fact : sheet.facts()) {
      html.add(
              "<td class=\"fact\" style=\"padding:10px 10px 10px 0;vertical-align:top;"
                  + SANS
                  + "\">")
          .add(
              "<div class=\"soft\" style=\"font-size:12px;line-height:16px;color:#6f6a60\">{} </div>",
              fact.label())
          .add(
              "<div class=\"ink\" style=\"font-size:15px;line-height:20px;font-weight:bold;"
                  + "color:#1c1c1c\">{}</div></td>",
              fact.value());
    }
    html.add("</tr></table>\n");
  }

  /// The title of a section.
  static void title(Markup html, String title) {
    html.add(
        "<h2 class=\"ink strong\" style=\"margin:26px 0 10px;padding-top:9px;border-top:2px solid"
            + " #1c1c1c;"
            + SANS
            + "font-size:13px;line-height:16px;letter-spacing:.05em;text-transform:uppercase;"
            + "color:#1c1c1c\">{}</h2>\n",
        title);
  }

  /// A paragraph of running text.
  static void paragraph(Markup html, String text) {
    html.add(
        "<p class=\"ink\" style=\"margin:0 0 8px;"
            + SERIF
            + "font-size:16px;line-height:1.5;color:#1c1c1c\">{}</p>\n",
        text);
  }

  private static void meaning(Markup html, Sheet.Titled meaning) {
    title(html, meaning.title());
    paragraph(html, meaning.text());
  }

  private static void story(Markup html, Sheet.Story story) {
    if (story.lines().isEmpty()) {
      return;
    }
    title(html, story.title());
    if (story.picture().isEmpty()) {
      story.lines().forEach(line -> paragraph(html, line));
    } else {
      html.add(
          "<img src=\"cid:"
              + PICTURE
              + "\" width=\"600\" alt=\"{}\" style=\"display:block;"
              + "width:100%;max-width:600px;height:auto;border:0;background:#ffffff;"
              + SERIF
              + "font-size:16px;line-height:1.5\">\n",
          story.alt());
    }
  }

  private static void evidence(Markup html, Sheet.Evidence evidence) {
    title(html, evidence.title());
    html.add("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">\n<tr>");
    for (var column : evidence.columns()) {
      html.add(
          "<th class=\"soft\" scope=\"col\" style=\"text-align:left;padding:0 10px 6px 0;"
              + SANS
              + "font-size:12px;font-weight:normal;color:#6f6a60\">{}</th>",
          column);
    }
    html.add("</tr>\n");
    evidence.rows().forEach(row -> row(html, row));
    html.add("</table>\n");
    if (!evidence.more().isEmpty()) {
      paragraph(html, evidence.more());
    }
  }

  private static void row(Markup html, Sheet.Row row) {
    html.add("<tr>")
        .add(
            "<td class=\"soft rule when\" style=\"width:96px;vertical-align:top;padding:12px 10px"
                + " 12px 0;border-top:1px solid #ddd6c8;"
                + SANS
                + "font-size:13px;line-height:18px;color:#6f6a60\">{}<br>{}",
            row.day(),
            row.time());
    if (row.isNew()) {
      html.add(
          "<br><b class=\"accent\" style=\"color:#a3271c;text-transform:uppercase;"
              + "font-size:11px\">{}</b>",
          row.mark());
    }
    html.add(
            "</td><td class=\"rule\" style=\"vertical-align:top;padding:12px 0;border-top:1px solid"
                + " #ddd6c8\">")
        .add(
            "<div class=\"soft\" style=\""
                + SANS
                + "font-size:13px;line-height:18px;color:#6f6a60\"><b class=\"ink\""
                + " style=\"color:#1c1c1c\">{}</b> · {} · {}</div>",
            row.publisher(),
            row.side(),
            row.original());
    heading(html, row);
    html.add(
            "<div class=\"quote\" lang=\"{}\" style=\"margin:6px 0 4px;padding:5px 9px;"
                + "background:#f4efe4;"
                + SERIF
                + "font-size:15px;line-height:1.4;font-style:italic;color:#3a362f\">“{}”</div>",
            row.code(),
            row.quote())
        .add(
            "<div class=\"soft\" style=\""
                + SANS
                + "font-size:13px;line-height:18px;color:#6f6a60\">→ {}</div></td></tr>\n",
            row.understood());
  }

  private static void heading(Markup html, Sheet.Row row) {
    var style = SERIF + "font-size:17px;line-height:1.3;font-weight:bold;";
    if (row.isLinked()) {
      html.add(
          "<a class=\"link\" lang=\"{}\" href=\"{}\" style=\""
              + style
              + "color:#0b4f8a;text-decoration:none\">{}</a>",
          row.code(),
          row.link(),
          row.title());
    } else {
      html.add(
          "<span class=\"ink\" lang=\"{}\" style=\"" + style + "color:#1c1c1c\">{}</span>",
          row.code(),
          row.title());
    }
  }

  private static void ahead(Markup html, Sheet.Ahead ahead) {
    if (ahead.days().isEmpty()) {
      return;
    }
    title(html, ahead.title());
    html.add("<table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">\n");
    for (var day : ahead.days()) {
      html.add(
          "<tr><td class=\"ink\" style=\"width:128px;vertical-align:top;padding:4px 10px 4px 0;"
              + SANS
              + "font-size:14px;line-height:21px;font-weight:bold;color:#1c1c1c\">{}</td>"
              + "<td class=\"ink\" style=\"vertical-align:top;padding:4px 0;"
              + SERIF
              + "font-size:16px;line-height:21px;color:#1c1c1c\">{}</td></tr>\n",
          day.label(),
          day.value());
    }
    html.add("</table>\n");
  }

  /// Why the reader gets this, and how not to.
  static void foot(Markup html, Sheet.Footer footer) {
    if (!footer.lines().isEmpty()) {
      title(html, footer.title());
    }
    for (var line : footer.lines()) {
      html.add(
          "<p class=\"soft\" style=\"margin:0 0 6px;"
              + SANS
              + "font-size:13px;line-height:19px;color:#6f6a60\">{}</p>\n",
          line);
    }
    if (!footer.silence().isEmpty()) {
      html.add(
          "<p style=\"margin:14px 0 0;"
              + SANS
              + "font-size:14px\"><a class=\"link strong\" href=\"{}\" style=\"display:inline-block;"
              + "padding:9px 14px;border:1px solid #1c1c1c;color:#0b4f8a;text-decoration:none\">{}</a>"
              + "</p>\n",
          footer.silence(),
          footer.silenceWords());
    }
  }
}
