package io.foreshock.feed;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The namespace prefixes of a document: those used, and those that its root declares.
final class Prefixes {
  private static final int MOST = 200;
  private static final int LONGEST = 500;

  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> atRoot = new LinkedHashSet<>();
  private final Map<String, String> inside = new LinkedHashMap<>();

  /// Notes the prefix of an element's name.
  void use(String name, boolean ofRoot) {
    int colon = name.indexOf(':');
    if (colon > 0 && used.size() < MOST) {
      used.add(name.substring(0, colon));
    }
  }

  /// Notes the prefixes of the attributes in a tag, and the declarations among them.
  void useAttributes(String text, int from, int to, boolean ofRoot) {
    char quote = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ':') {
        attribute(text, i, from, to, ofRoot);
      }
    }
  }

  private void attribute(String text, int colon, int from, int to, boolean ofRoot) {
    int start = colon;
    while (start > from && isNamePart(text.charAt(start - 1))) {
      start--;
    }
    var prefix = text.substring(start, colon);
    if (!prefix.equals("xmlns")) {
      if (!prefix.isEmpty() && used.size() < MOST) {
        used.add(prefix);
      }
      return;
    }
    int end = colon + 1;
    while (end < to && isNamePart(text.charAt(end))) {
      end++;
    }
    var declared = text.substring(colon + 1, end);
    if (ofRoot) {
      atRoot.add(declared);
    } else if (inside.size() < MOST) {
      inside.putIfAbsent(declared, value(text, end, Math.min(to, end + LONGEST)));
    }
  }

  private static String value(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        int end = text.indexOf(c, i + 1);
        return end < 0 || end > to ? "" : text.substring(i + 1, end);
      }
    }
    return "";
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  /// Declarations for the root of what is used without one there: as some element inside has it,
  /// else the usual namespace of that prefix.
  String missing() {
    var declarations = new StringBuilder();
    for (var prefix : used) {
      boolean known = prefix.equals("xml") || prefix.equals("xmlns") || atRoot.contains(prefix);
      boolean plain = Character.isLetter(prefix.charAt(0)) || prefix.charAt(0) == '_';
      if (!known && plain) {
        var inner = inside.getOrDefault(prefix, "");
        boolean usable = !inner.isEmpty() && !inner.contains("&") && !inner.contains("<");
        var uri = usable ? inner : Namespaces.usual(prefix);
        declarations.append(" xmlns:").append(prefix).append("=\"").append(uri.replace("\"", ""));
        declarations.append('"');
      }
    }
    return declarations.toString();
  }
}
