package io.foreshock.mail;

import org.jsoup.nodes.Entities;

/// HTML from values: everything that is filled in is text, never markup.
final class Markup {
  private final StringBuilder html = new StringBuilder();

  /// Appends a template whose `{}` are filled with escaped values, in order.
  Markup add(String template, String... values) {
    int from = 0;
    for (var value : values) {
      int at = template.indexOf("{}", from);
      html.append(template, from, at).append(safe(value));
      from = at + 2;
    }
    html.append(template, from, template.length());
    return this;
  }

  /// Text of feeds is text: markup in it is shown, never obeyed; what cannot be seen is left out,
  /// so that nothing turns the direction of writing.
  private static String safe(String text) {
    var visible = text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]", "");
    return Entities.escape(visible).replace("\"", "&quot;").replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
