package io.foreshock.exit;

import io.foreshock.alert.Alert;
import io.foreshock.wording.Headline;
import io.foreshock.wording.Words;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes alerts as an Atom feed (RFC 4287): one entry a development, in its latest state; what
/// changes a development updates its entry.
final class AtomFeed {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final int MOST = 50;

  private final String sender;
  private final Headline headline = new Headline(new Words("en"));

  AtomFeed(String sender) {
    this.sender = sender;
  }

  private record Entry(Alert latest, Instant published) {}

  /// @param alerts oldest first
  String of(List<Alert> alerts) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      head(xml, alerts);
      for (var entry : entries(alerts)) {
        entry(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed in memory cannot be written", e);
    }
    return text.toString();
  }

  private static List<Entry> entries(List<Alert> alerts) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (var alert : alerts) {
      entries.merge(
          alert.development(),
          new Entry(alert, alert.raised()),
          (before, now) -> new Entry(now.latest(), before.published()));
    }
    var newest = new ArrayList<>(entries.values());
    newest.sort(Comparator.comparing((Entry each) -> each.latest().raised()).reversed());
    return newest.subList(0, Math.min(MOST, newest.size()));
  }

  private void head(XMLStreamWriter xml, List<Alert> alerts) throws XMLStreamException {
    var updated =
        alerts.stream().map(Alert::raised).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    element(xml, "id", "urn:foreshock:alerts:" + sender);
    element(xml, "title", "Foreshock alerts");
    element(xml, "updated", updated.toString());
    xml.writeStartElement("author");
    element(xml, "name", "Foreshock");
    xml.writeEndElement();
  }

  private void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    var alert = entry.latest();
    xml.writeStartElement("entry");
    element(xml, "id", "urn:foreshock:development:" + alert.development());
    element(xml, "title", headline.subject(alert));
    element(xml, "published", entry.published().toString());
    element(xml, "updated", alert.raised().toString());
    category(xml, "kind", alert.kind());
    category(xml, "severity", alert.severity().word());
    category(xml, "certainty", alert.certainty().word());
    if (!alert.place().isEmpty()) {
      category(xml, "place", alert.place());
    }
    for (var report : alert.reports()) {
      link(xml, report.item().link(), report.item().title());
    }
    element(xml, "summary", alert.because());
    xml.writeEndElement();
  }

  private static void category(XMLStreamWriter xml, String scheme, String term)
      throws XMLStreamException {
    xml.writeEmptyElement("category");
    xml.writeAttribute("scheme", "urn:foreshock:" + scheme);
    xml.writeAttribute("term", term);
  }

  private static void link(XMLStreamWriter xml, String link, String title)
      throws XMLStreamException {
    if (Cap.isWebAddress(link)) {
      xml.writeEmptyElement("link");
      xml.writeAttribute("rel", "related");
      xml.writeAttribute("href", link);
      xml.writeAttribute("title", Cap.xmlText(title));
    }
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(Cap.xmlText(text));
    xml.writeEndElement();
  }
}
