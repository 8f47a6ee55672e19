package io.foreshock.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foreshock.alert.Change;
import io.foreshock.mail.Samples;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class CapTest {
  private final Cap cap = new Cap("foreshock@desk.example");

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Objects.requireNonNull(CapTest.class.getResource("/cap/cap-1.2.xsd")));
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertValid(String document) {
    assertThatCode(
            () -> schema().newValidator().validate(new StreamSource(new StringReader(document))))
        .doesNotThrowAnyException();
  }

  @Test
  void an_alert_is_valid_and_refers_to_nothing() {
    var document = cap.document(Samples.exchange(), Map.of(), Cap.Status.ACTUAL);

    assertValid(document);
    assertThat(document)
        .contains("<msgType>Alert</msgType>")
        .contains("<severity>Severe</severity>")
        .contains("<sent>2025-12-13T12:10:00-00:00</sent>")
        .contains("<value>BY</value>")
        .doesNotContain("<references>");
  }

  @Test
  void an_update_refers_to_every_document_before_it() {
    var update =
        Samples.alert(
            2, Change.HIGHER_COUNT, Samples.release("wire.example", "Belarus frees 123", 123));
    var earlier =
        Map.of(
            0, Instant.parse("2025-12-13T09:00:00Z"),
            1, Instant.parse("2025-12-13T09:30:00Z"));

    var document = cap.document(update, earlier, Cap.Status.ACTUAL);

    assertValid(document);
    assertThat(document)
        .contains("<msgType>Update</msgType>")
        .contains(
            "<references>foreshock@desk.example,foreshock.0123456789abcdef0123.0,"
                + "2025-12-13T09:00:00-00:00 foreshock@desk.example,"
                + "foreshock.0123456789abcdef0123.1,2025-12-13T09:30:00-00:00</references>");
  }

  @Test
  void a_denial_cancels() {
    var denial =
        Samples.alert(1, Change.DENIED, Samples.release("wire.example", "Nobody was freed", 0));

    var document = cap.document(denial, Map.of(), Cap.Status.ACTUAL);

    assertValid(document);
    assertThat(document)
        .contains("<msgType>Cancel</msgType>")
        .contains("<urgency>Past</urgency>")
        .contains("<certainty>Unlikely</certainty>");
  }

  @Test
  void what_a_feed_wrote_is_text_and_what_xml_cannot_say_is_left_out() {
    var report = Samples.release("wire.example", "]]> <alert>&\u0000\u0008\uFFFF «ok»", 3);

    var document =
        cap.document(Samples.alert(0, Change.NEW_DEVELOPMENT, report), Map.of(), Cap.Status.TEST);

    assertValid(document);
    assertThat(document).contains("&lt;alert&gt;&amp; «ok»").contains("<status>Test</status>");
  }

  @Test
  void the_schema_of_these_tests_refuses_what_the_standard_forbids() {
    var document = cap.document(Samples.exchange(), Map.of(), Cap.Status.ACTUAL);

    for (var wrong :
        new String[] {
          document.replace("-00:00</sent>", "Z</sent>"),
          document.replace("<severity>Severe<", "<severity>Bad<"),
          document.replace("<scope>Restricted</scope>", "")
        }) {
      assertThatThrownBy(
              () -> schema().newValidator().validate(new StreamSource(new StringReader(wrong))))
          .isInstanceOf(SAXException.class);
    }
  }
}
