package io.foreshock.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;

/// The entities that a document may refer to: XML's five, HTML's, and plain ones of its own.
final class Entities {
  private static final Set<String> XML = Set.of("amp", "lt", "gt", "quot", "apos");
  private static final Map<String, String> XML_1 = Map.of("lang", "\u2329", "rang", "\u232A");
  private static final int LONGEST = 31;
  private static final int MOST_EXPANSIONS = 20_000;

  private final Map<String, String> own = new HashMap<>();
  private int expansions;

  Entities(List<DocumentType.Entity> own) {
    own.forEach(each -> this.own.putIfAbsent(each.name(), each.value()));
  }

  /// Writes what the reference at `amp` means, as XML; an ampersand that begins none becomes
  /// `&amp;`. Returns where the text goes on.
  int reference(String text, int amp, StringBuilder out) {
    int end = end(text, amp + 1);
    if (end < 0) {
      out.append("&amp;");
      return amp + 1;
    }
    var name = text.substring(amp + 1, end);
    if (XML.contains(name) || (name.charAt(0) == '#' && isLegal(name))) {
      out.append(text, amp, end + 1);
    } else {
      out.append(meaning(name));
    }
    return end + 1;
  }

  /// The semicolon, or -1 where what follows is no name.
  private static int end(String text, int from) {
    int last = Math.min(text.length(), from + LONGEST + 1);
    for (int i = from; i < last; i++) {
      char c = text.charAt(i);
      boolean part = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
      if (c == ';') {
        return i == from ? -1 : i;
      }
      if (!part && !(c == '#' && i == from)) {
        return -1;
      }
    }
    return -1;
  }

  private String meaning(String name) {
    var declared = own.get(name);
    if (declared != null && expansions++ < MOST_EXPANSIONS) {
      return declared;
    }
    var old = XML_1.get(name);
    if (old != null) {
      return old;
    }
    var written = "&" + name + ";";
    var known = Parser.unescapeEntities(written, false);
    return known.equals(written) || !isText(known) ? "&amp;" + name + ";" : known;
  }

  private static boolean isText(String known) {
    for (int i = 0; i < known.length(); i++) {
      char c = known.charAt(i);
      if (c == '<' || c == '&' || !Characters.isLegal(known, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLegal(String name) {
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Characters.isLegal(code) && !name.startsWith("#X");
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
