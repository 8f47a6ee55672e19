package io.foreshock.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A document type declaration: where it ends, and the plain entities in it. Nothing that it points
/// to is ever fetched.
final class DocumentType {
  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY\\s+([A-Za-z_][\\w.-]{0,50})\\s+(?:\"([^\"]*+)\"|'([^']*+)')\\s*>");
  private static final int LONGEST = 20_000;
  private static final int MOST_ENTITIES = 300;
  private static final int LONGEST_VALUE = 500;

  private DocumentType() {}

  /// An entity that stands for text.
  record Entity(String name, String value) {}

  /// Behind the declaration that begins at `from`; only `from` + 1 where it has no end.
  static int end(String text, int from) {
    boolean inside = false;
    char quote = 0;
    int last = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < last; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == ']') {
        inside = c == '[';
      } else if (c == '>' && !inside) {
        return i + 1;
      }
    }
    int first = text.indexOf('>', from);
    return first < 0 ? text.length() : first + 1;
  }

  /// The entities that are text alone: one that refers to others is none, so that none can grow.
  static List<Entity> entities(String declaration) {
    var entities = new ArrayList<Entity>();
    var matcher = ENTITY.matcher(declaration.substring(0, Math.min(LONGEST, declaration.length())));
    while (entities.size() < MOST_ENTITIES && matcher.find()) {
      var value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      boolean plain =
          value.length() <= LONGEST_VALUE
              && value.indexOf('<') < 0
              && value.replaceAll("&#[xX]?\\w+;", "").indexOf('&') < 0;
      if (plain) {
        entities.add(new Entity(matcher.group(1), value));
      }
    }
    return entities;
  }
}
