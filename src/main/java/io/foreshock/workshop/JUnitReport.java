package io.foreshock.workshop;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes results of rule tests as the XML that continuous integration reads: one `testsuite` for
/// each file, as JUnit's own Ant task writes it.
public final class JUnitReport {
  private JUnitReport() {}

  /// Writes the file, and the folders above it.
  public static void write(List<RuleTests.Result> results, Path file) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, xml(results));
  }

  private static String xml(List<RuleTests.Result> results) {
    Map<String, List<RuleTests.Result>> byFile = new LinkedHashMap<>();
    results.forEach(
        each -> byFile.computeIfAbsent(each.test().file(), _ -> new ArrayList<>()).add(each));
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      for (var suite : byFile.entrySet()) {
        suite(xml, suite.getKey(), suite.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML in memory cannot fail", e);
    }
    return text.toString();
  }

  private static void suite(XMLStreamWriter xml, String file, List<RuleTests.Result> results)
      throws XMLStreamException {
    long failed = results.stream().filter(each -> !each.passed()).count();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", file);
    xml.writeAttribute("tests", String.valueOf(results.size()));
    xml.writeAttribute("failures", String.valueOf(failed));
    for (var result : results) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", file);
      xml.writeAttribute("name", result.test().name());
      xml.writeAttribute("file", file);
      xml.writeAttribute("line", String.valueOf(result.test().line()));
      if (!result.passed()) {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", "found something else than was expected");
        xml.writeCharacters(String.join("\n", result.differences()));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
