package io.foreshock.exit;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Change;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.wording.Headline;
import io.foreshock.wording.Words;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an alert as a CAP 1.2 document (OASIS Common Alerting Protocol, 1 July 2010).
///
/// An alert is an `Alert`, what changes it an `Update`, a denial or an end a `Cancel`; the latter
/// two refer to all that went before (3.2.1, *references*). Identifiers follow from development and
/// sequence, so that a repeated document is the same document.
public final class Cap {
  /// The namespace of CAP 1.2.
  public static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /// UTC is written `-00:00`, never `Z` (3.3.2).
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'-00:00'").withZone(ZoneOffset.UTC);

  private static final Duration IN_FORCE = Duration.ofDays(7);
  private static final int LONGEST_HEADLINE = 160;

  private final String sender;
  private final Headline headline = new Headline(new Words("en"));

  /// @param sender who says it: a mail address or domain, without spaces and commas
  public Cap(String sender) {
    this.sender = sender.replaceAll("[\\s,<&]", "");
  }

  /// Whether a document is meant in earnest (CAP, *status*).
  public enum Status {
    /// It is.
    ACTUAL("Actual"),
    /// It tries the way.
    TEST("Test");

    private final String word;

    Status(String word) {
      this.word = word;
    }
  }

  /// What the document is to those before it (CAP, *msgType*).
  static String type(Alert alert) {
    if (alert.sequence() == 0) {
      return "Alert";
    }
    return isOver(alert) ? "Cancel" : "Update";
  }

  /// Whether it was denied or has ended.
  static boolean isOver(Alert alert) {
    return alert.change() == Change.DENIED || alert.certainty() == Certainty.UNLIKELY;
  }

  /// The identifier of an alert's document.
  static String identifier(Alert alert, int sequence) {
    return "foreshock." + alert.development() + "." + sequence;
  }

  /// The document.
  ///
  /// @param earlier when the alerts of this development before it were raised, by sequence
  public String document(Alert alert, Map<Integer, Instant> earlier, Status status) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("alert");
      xml.writeDefaultNamespace(NAMESPACE);
      write(xml, alert, earlier, status);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document in memory cannot be written", e);
    }
    return text.toString();
  }

  private void write(XMLStreamWriter xml, Alert alert, Map<Integer, Instant> earlier, Status status)
      throws XMLStreamException {
    element(xml, "identifier", identifier(alert, alert.sequence()));
    element(xml, "sender", sender);
    element(xml, "sent", TIME.format(alert.raised()));
    element(xml, "status", status.word);
    element(xml, "msgType", type(alert));
    element(xml, "scope", "Restricted");
    element(xml, "restriction", "For the recipients that foreshock.yml names.");
    if (alert.sequence() > 0) {
      element(xml, "references", references(alert, earlier));
    }
    element(xml, "incidents", alert.development());
    info(xml, alert);
  }

  /// `sender,identifier,sent` of each document before this one, parted by spaces.
  private String references(Alert alert, Map<Integer, Instant> earlier) {
    var references = new LinkedHashSet<String>();
    for (int sequence = 0; sequence < alert.sequence(); sequence++) {
      var sent = Optional.ofNullable(earlier.get(sequence)).orElse(alert.raised());
      references.add(sender + "," + identifier(alert, sequence) + "," + TIME.format(sent));
    }
    return String.join(" ", references);
  }

  private void info(XMLStreamWriter xml, Alert alert) throws XMLStreamException {
    xml.writeStartElement("info");
    element(xml, "language", "en");
    element(xml, "category", "Security");
    element(xml, "event", headline.kind(alert.kind()));
    element(xml, "urgency", urgency(alert));
    element(xml, "severity", alert.severity().word());
    element(xml, "certainty", alert.certainty().word());
    element(xml, "effective", TIME.format(alert.raised()));
    element(xml, "onset", TIME.format(alert.reports().getFirst().time()));
    element(xml, "expires", TIME.format(alert.raised().plus(IN_FORCE)));
    element(xml, "senderName", "Foreshock");
    element(xml, "headline", shortened(headline.subject(alert)));
    element(xml, "description", description(alert));
    var page = webPage(alert);
    if (page.isPresent()) {
      element(xml, "web", page.get());
    }
    for (var parameter : parameters(alert).entrySet()) {
      xml.writeStartElement("parameter");
      element(xml, "valueName", parameter.getKey());
      element(xml, "value", parameter.getValue());
      xml.writeEndElement();
    }
    area(xml, alert);
    xml.writeEndElement();
  }

  /// What happened is over as an event; what is planned or possible lies ahead.
  private static String urgency(Alert alert) {
    if (isOver(alert)) {
      return "Past";
    }
    return switch (alert.certainty()) {
      case OBSERVED -> "Immediate";
      case LIKELY -> "Expected";
      case POSSIBLE -> "Future";
      case UNLIKELY -> "Past";
    };
  }

  private static String description(Alert alert) {
    var text = new StringBuilder(alert.because());
    for (var report : alert.reports()) {
      text.append("\n- ")
          .append(TIME.format(report.time()))
          .append(' ')
          .append(report.item().publisher().name())
          .append(": ")
          .append(report.item().title())
          .append(" (“")
          .append(report.signal().evidence())
          .append("”)");
    }
    return text.toString();
  }

  private static Optional<String> webPage(Alert alert) {
    return alert.reports().stream()
        .filter(report -> report.signal().factuality() != Factuality.DENIED)
        .map(report -> report.item().link())
        .filter(Cap::isWebAddress)
        .findFirst();
  }

  /// Whether a link is an address of the web, in the characters that addresses have (RFC 3986).
  static boolean isWebAddress(String link) {
    return link.matches("https?://[\\x21-\\x7E&&[^\"<>\\\\^`{|}]]+");
  }

  private static Map<String, String> parameters(Alert alert) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("foreshock:key", alert.key());
    parameters.put("foreshock:kind", alert.kind());
    parameters.put("foreshock:change", alert.change().name());
    parameters.put("foreshock:publishers", String.valueOf(alert.publishers()));
    parameters.put("foreshock:count", String.valueOf(Headline.count(alert).number()));
    parameters.put("foreshock:rules", alert.rules());
    return parameters;
  }

  private static void area(XMLStreamWriter xml, Alert alert) throws XMLStreamException {
    var codes = new LinkedHashSet<>(List.of(alert.place(), alert.actor(), alert.target()));
    alert.reports().stream().map(Report::signal).forEach(signal -> codes.add(signal.place()));
    codes.remove("");
    if (codes.isEmpty()) {
      return;
    }
    var words = new Words("en");
    xml.writeStartElement("area");
    element(xml, "areaDesc", String.join(", ", codes.stream().map(words::place).toList()));
    for (var code : codes) {
      xml.writeStartElement("geocode");
      element(xml, "valueName", "ISO 3166-1");
      element(xml, "value", code);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_HEADLINE ? text : text.substring(0, LONGEST_HEADLINE - 1) + "…";
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(xmlText(text));
    xml.writeEndElement();
  }

  /// Leaves out what XML 1.0 cannot say (2.2).
  static String xmlText(String text) {
    return text.codePoints()
        .filter(point ->
            point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
