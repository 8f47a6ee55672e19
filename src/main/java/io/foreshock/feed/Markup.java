package io.foreshock.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdom2.CDATA;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.output.XMLOutputter;
import org.jsoup.Jsoup;

/// Text and addresses out of XML elements.
final class Markup {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern TRICKS =
      Pattern.compile("[\\x00-\\x08\\x0E-\\x1F\\x7F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private Markup() {}

  /// What the element says as HTML: its text, or its children written out, or what it encodes.
  static String inner(Element element) {
    if (isBase64(element)) {
      return decoded(element.getText());
    }
    boolean plain = element.getChildren().isEmpty();
    if (plain) {
      return element.getText();
    }
    var writer = new XMLOutputter();
    return element.getContent().stream()
        .map(content -> content(writer, content))
        .collect(Collectors.joining());
  }

  /// Atom 0.3 says so; in Atom 1.0 it follows from a type that is neither text nor XML (RFC 4287,
  /// 4.1.3.3).
  private static boolean isBase64(Element element) {
    if (!element.getChildren().isEmpty() || !element.getNamespaceURI().contains("tom")) {
      return false;
    }
    var type = element.getAttributeValue("type", "text").toLowerCase(Locale.ROOT);
    boolean text =
        type.isBlank()
            || type.startsWith("text")
            || type.startsWith("html")
            || type.startsWith("xhtml")
            || type.endsWith("xml");
    return element.getAttributeValue("mode", text ? "escaped" : "base64").equals("base64");
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  private static String content(XMLOutputter writer, Content content) {
    return switch (content) {
      case Element child -> writer.outputString(bare(child.clone()));
      case CDATA data -> data.getText();
      case Text text -> writer.outputString(text);
      default -> "";
    };
  }

  private static Element bare(Element element) {
    element.setNamespace(Namespace.NO_NAMESPACE);
    element.getChildren().forEach(Markup::bare);
    return element;
  }

  /// Plain text of HTML, white space folded, without characters that turn the direction of others
  /// or show nothing.
  static String plain(String html) {
    boolean marked = html.indexOf('<') >= 0 || html.indexOf('&') >= 0;
    var text = marked ? Jsoup.parse(html).text() : html;
    return SPACE.matcher(TRICKS.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /// `link` seen from `base`; as written where that cannot be said.
  static String resolve(String base, String link) {
    var trimmed = link.strip();
    if (base.isEmpty() || trimmed.isEmpty()) {
      return trimmed;
    }
    try {
      return URI.create(base).resolve(trimmed).toString();
    } catch (IllegalArgumentException _) {
      return trimmed;
    }
  }

  /// The base address that holds for an element: `xml:base` of it and of those around it.
  static String base(Element element, String document) {
    var around =
        element.getParentElement() == null ? document : base(element.getParentElement(), document);
    var own = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
    return own == null ? around : resolve(around, own);
  }
}
