package io.foreshock.feed;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Mends what keeps a document from being XML, and notes what it mended.
final class XmlText {
  private static final Pattern DOCTYPE =
      Pattern.compile("(?is)<!DOCTYPE(?:[^\\[>\"']|\"[^\"]*\"|'[^']*')*(?:\\[.*?\\]\\s*)?>");
  private static final Pattern PROLOGUE = Pattern.compile("(?s)^\\s*<\\?xml.*?\\?>");
  private static final Pattern ENTITY = Pattern.compile("&(#?[A-Za-z0-9]{1,31})(;?)");
  private static final Pattern PREFIX =
      Pattern.compile("[<\\s/]([A-Za-z_][\\w.-]*):[A-Za-z_][\\w.-]*");
  private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w:.-]*)");
  private static final Set<String> XML_ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");
  private static final int PREFIXES_IN = 200_000;

  private final List<String> repairs = new ArrayList<>();

  /// What was mended, in words for the operator.
  List<String> repairs() {
    return List.copyOf(repairs);
  }

  String mend(String raw) {
    var text = startAtMarkup(raw);
    text = PROLOGUE.matcher(text).replaceFirst("");
    text = withoutDoctype(text);
    text = withoutIllegal(withoutControls(text));
    text = withPlainEntities(text);
    return withPrefixes(text);
  }

  private String startAtMarkup(String raw) {
    int start = raw.indexOf('<');
    if (start > 0 && !raw.substring(0, start).isBlank()) {
      repairs.add("text before the document");
    }
    return start > 0 ? raw.substring(start) : raw;
  }

  private String withoutDoctype(String text) {
    int root = text.indexOf("<!DOCTYPE");
    if (root < 0 && !text.regionMatches(true, 0, "<!doctype", 0, 9)) {
      return text;
    }
    repairs.add("document type left out");
    return DOCTYPE.matcher(text).replaceFirst("");
  }

  /// C1 controls are windows-1252 in disguise (WHATWG Encoding says so for references to them).
  private static String withoutControls(String text) {
    if (text.chars().noneMatch(c -> c >= 0x80 && c < 0xA0)) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    text.chars().forEach(c -> plain.append(c >= 0x80 && c < 0xA0 ? western(c) : (char) c));
    return plain.toString();
  }

  private static char western(int control) {
    var text = new String(new byte[] {(byte) control}, Charset.forName("windows-1252"));
    return text.charAt(0);
  }

  /// Characters that XML 1.0 does not allow, lone surrogates among them.
  private String withoutIllegal(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
              : Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(text.charAt(i - 1));
      boolean legal =
          c == '\t'
              || c == '\n'
              || c == '\r'
              || (c >= ' ' && c < 0xD800)
              || (c >= 0xE000 && c < 0xFFFE)
              || paired;
      if (!legal && clean == null) {
        clean = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (legal && clean != null) {
        clean.append(c);
      }
    }
    if (clean == null) {
      return text;
    }
    repairs.add("characters that XML does not allow");
    return clean.toString();
  }

  /// HTML's named entities as characters, and an ampersand that begins none as `&amp;`.
  private String withPlainEntities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    var out = new StringBuilder(text.length() + 64);
    int from = 0;
    while (true) {
      int amp = text.indexOf('&', from);
      if (amp < 0) {
        return out.append(text, from, text.length()).toString();
      }
      out.append(text, from, amp);
      int data = text.lastIndexOf("<![CDATA[", amp);
      if (data >= from - 9 && data >= 0 && text.indexOf("]]>", data) > amp) {
        int end = text.indexOf("]]>", amp);
        out.append(text, amp, end);
        from = end;
      } else {
        from = entity(text, amp, out);
      }
    }
  }

  private int entity(String text, int amp, StringBuilder out) {
    var matcher = ENTITY.matcher(text).region(amp, Math.min(text.length(), amp + 34));
    if (!matcher.lookingAt()) {
      out.append("&amp;");
      return amp + 1;
    }
    var name = matcher.group(1);
    boolean closed = !matcher.group(2).isEmpty();
    if (closed && (XML_ENTITIES.contains(name) || isLegalNumber(name))) {
      out.append(matcher.group());
    } else {
      var known = closed ? Parser.unescapeEntities(matcher.group(), false) : matcher.group();
      boolean isKnown = !known.equals(matcher.group());
      out.append(isKnown ? known : "&amp;" + matcher.group().substring(1));
    }
    return matcher.end();
  }

  private static boolean isLegalNumber(String name) {
    if (!name.startsWith("#")) {
      return false;
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return code == 9
          || code == 10
          || code == 13
          || (code >= 32 && (code < 127 || code > 159) && code < 0xD800)
          || (code >= 0xE000 && code < 0xFFFE)
          || (code >= 0x10000 && code <= 0x10FFFF);
    } catch (NumberFormatException _) {
      return false;
    }
  }

  /// Prefixes that nobody declared get a namespace: the usual one where there is one.
  private String withPrefixes(String text) {
    var root = ROOT.matcher(text);
    if (!root.find()) {
      return text;
    }
    var missing = new LinkedHashSet<String>();
    var matcher = PREFIX.matcher(text).region(0, Math.min(text.length(), PREFIXES_IN));
    while (matcher.find()) {
      var prefix = matcher.group(1);
      if (!prefix.equals("xml") && !prefix.equals("xmlns")) {
        missing.add(prefix);
      }
    }
    int end = text.indexOf('>', root.end());
    missing.removeIf(prefix -> text.contains("xmlns:" + prefix + "="));
    missing.removeIf(prefix -> text.contains("xmlns:" + prefix + " ="));
    if (missing.isEmpty() || end < 0) {
      return text;
    }
    var declarations = new StringBuilder();
    missing.forEach(prefix ->
        declarations.append(" xmlns:%s=\"%s\"".formatted(prefix, Namespaces.usual(prefix))));
    return text.substring(0, root.end()) + declarations + text.substring(root.end());
  }

  /// Whether a document looks like JSON.
  static boolean isJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  /// Whether a document looks like a web page.
  static boolean isHtml(String text) {
    var start = text.stripLeading();
    start = start.substring(0, Math.min(200, start.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }
}
