package io.foreshock.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/// Builds trees of XML that nobody vouches for: no document types, nothing fetched from outside,
/// bounded nesting.
final class Xml {
  /// Void elements are not counted by [XmlText], so this is more than it allows.
  private static final String DEEPEST = "512";

  /// Since JDK 24 these refuse a text of more than 100,000 characters; there are no entities here
  /// that could grow, and the document itself is bounded.
  private static final List<String> SIZES =
      List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");

  /// Builders that are free: making one takes longer than reading a short document.
  private static final Deque<SAXBuilder> FREE = new ConcurrentLinkedDeque<>();

  private Xml() {}

  static Document build(String text) throws JDOMException {
    var builder = Optional.ofNullable(FREE.poll()).orElseGet(Xml::builder);
    try {
      var document = builder.build(new StringReader(text));
      FREE.push(builder); // after a failure its state is not known
      return document;
    } catch (IOException e) {
      throw new JDOMException("the document cannot be read", e);
    }
  }

  private static SAXBuilder builder() {
    var builder = new SAXBuilder();
    builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setProperty("jdk.xml.maxElementDepth", DEEPEST);
    for (var limit : SIZES) {
      builder.setProperty(limit, "0");
    }
    builder.setExpandEntities(true);
    return builder;
  }
}
