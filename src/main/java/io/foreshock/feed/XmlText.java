package io.foreshock.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Mends what keeps a document from being XML, in one pass over its text, and notes what it mended.
///
/// Its time is linear in the document, whatever that says. Comments, processing instructions and
/// document types are left out; of the latter the plain entities are kept. An object serves one
/// document.
final class XmlText {
  private static final Set<String> ITEMS = Set.of("item", "entry");
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "wbr");
  private static final int DEEPEST = 256;
  private static final int MOST_TAGS = 400_000;

  private final int mostItems;
  private final Set<String> repairs = new LinkedHashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Prefixes prefixes = new Prefixes();
  private Entities entities = new Entities(List.of());
  private StringBuilder out = new StringBuilder();
  private String text = "";
  private int at;
  private int root = -1;
  private int items;
  private int tags;
  private boolean cut;
  private final Set<String> absent = new HashSet<>();

  /// @param mostItems elements of entries behind these are left out
  XmlText(int mostItems) {
    this.mostItems = mostItems;
  }

  /// What was mended, in words for the operator.
  List<String> repairs() {
    return List.copyOf(repairs);
  }

  /// The document as XML, if it can be made so.
  ///
  /// @throws IllegalArgumentException where elements are nested deeper than 256
  String mend(String raw) {
    text = raw;
    out = new StringBuilder(raw.length() + 256);
    at = beginning();
    while (at < text.length() && !cut) {
      char c = text.charAt(at);
      if (c == '<') {
        markup();
      } else if (c == '&') {
        at = entities.reference(text, at, out);
      } else {
        characters();
      }
    }
    if (cut) {
      close();
    }
    if (root >= 0) {
      out.insert(root, prefixes.missing());
    }
    return out.toString();
  }

  private int beginning() {
    int start = text.indexOf('<');
    if (start > 0 && !text.substring(0, start).replace("\uFEFF", "").isBlank()) {
      repairs.add("text before the document");
    }
    return Math.max(start, 0);
  }

  private void characters() {
    int from = at;
    while (at < text.length() && text.charAt(at) != '<' && text.charAt(at) != '&') {
      at++;
    }
    if (!open.isEmpty()) { // only white space may stand around the root
      clean(from, at);
    }
  }

  private void markup() {
    if (text.startsWith("<![CDATA[", at)) {
      data();
    } else if (text.startsWith("<!--", at)) {
      leaveOut("-->", 4);
    } else if (text.startsWith("<?", at)) {
      leaveOut("?>", 2);
    } else if (root < 0 && text.regionMatches(true, at, "<!doctype", 0, 9)) {
      documentType();
    } else if (text.startsWith("</", at) && isName(at + 2)) {
      endTag();
    } else if (isName(at + 1)) {
      startTag();
    } else {
      stray();
    }
  }

  private boolean isName(int index) {
    return index < text.length()
        && (Character.isLetter(text.charAt(index)) || text.charAt(index) == '_');
  }

  private void stray() {
    if (!open.isEmpty()) {
      out.append("&lt;");
      repairs.add("a < that begins no tag");
    }
    at++;
  }

  private void data() {
    int end = find("]]>", at);
    int to = end < 0 ? text.length() : end;
    if (!open.isEmpty()) {
      out.append("<![CDATA[");
      clean(at + 9, to);
      out.append("]]>");
    }
    at = end < 0 ? to : to + 3;
  }

  /// What is never closed is text.
  private void leaveOut(String end, int length) {
    int to = find(end, at + length);
    if (to < 0) {
      stray();
    } else {
      at = to + end.length();
    }
  }

  /// Where it is next, or -1; what is missing once is not looked for again, so that all searches
  /// together stay linear.
  private int find(String end, int from) {
    if (absent.contains(end)) {
      return -1;
    }
    int found = text.indexOf(end, from);
    if (found < 0) {
      absent.add(end);
    }
    return found;
  }

  private void documentType() {
    repairs.add("document type left out");
    int end = DocumentType.end(text, at);
    entities = new Entities(DocumentType.entities(text.substring(at, end)));
    at = end;
  }

  private void endTag() {
    int end = find(">", at);
    int to = end < 0 ? text.length() : end;
    var name = name(at + 2);
    if (open.contains(name)) {
      while (!open.isEmpty() && !open.pop().equals(name)) {
        // what was left open inside ends here too
      }
    }
    out.append("</");
    clean(at + 2, to);
    out.append('>');
    at = end < 0 ? to : to + 1;
  }

  private String name(int from) {
    int to = from;
    while (to < text.length() && isNamePart(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }

  private void startTag() {
    var name = name(at + 1);
    if (isTooMuch(name)) {
      cut = true;
      return;
    }
    int end = tagEnd(at + 1 + name.length());
    boolean closed = end > at && text.charAt(end - 1) == '/';
    prefixes.use(name, root < 0);
    out.append('<').append(name);
    if (root < 0) {
      root = out.length();
    }
    attributes(at + 1 + name.length(), closed ? end - 1 : end, open.isEmpty());
    out.append(closed ? "/>" : ">");
    at = Math.min(text.length(), end + 1);
    if (!closed && !VOID.contains(name.toLowerCase(Locale.ROOT))) {
      open.push(name);
      if (open.size() > DEEPEST) {
        throw new IllegalArgumentException("elements are nested deeper than " + DEEPEST);
      }
    }
  }

  private boolean isTooMuch(String name) {
    items += ITEMS.contains(name) ? 1 : 0;
    tags++;
    return items > mostItems || tags > MOST_TAGS;
  }

  /// The `>` outside of quotes; where a quote runs over a `<`, the first `>` of all.
  private int tagEnd(int from) {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 && c == '<') {
        break;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i;
      }
    }
    int first = find(">", from);
    return first < 0 ? text.length() : first;
  }

  private void attributes(int from, int to, boolean ofRoot) {
    if (from >= to) {
      return;
    }
    int i = from;
    while (i < to) {
      int amp = text.indexOf('&', i);
      int end = amp < 0 || amp >= to ? to : amp;
      clean(i, end);
      i = end < to ? entities.reference(text, end, out) : end;
    }
    prefixes.useAttributes(text, from, to, ofRoot);
  }

  /// Copies characters without those that XML 1.0 does not allow (lone surrogates among them); C1
  /// controls are windows-1252 in disguise (WHATWG Encoding says so for references to them).
  private void clean(int from, int to) {
    int run = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean usual = (c >= ' ' && c < 0x7F) || (c >= 0xA0 && c < 0xD800) || c == '\n' || c == '\t';
      if (usual || c == '\r' || Characters.isLegal(text, i)) {
        continue;
      }
      out.append(text, run, i);
      run = i + 1;
      if (c >= 0x80 && c < 0xA0) {
        out.append(Characters.western(c));
      } else {
        repairs.add("characters that XML does not allow");
      }
    }
    out.append(text, Math.min(run, to), to);
  }

  private void close() {
    repairs.add("only the first " + mostItems + " items are read");
    var names = new ArrayList<>(open);
    names.forEach(name -> out.append("</").append(name).append('>'));
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
