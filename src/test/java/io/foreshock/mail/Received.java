package io.foreshock.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of a message that arrived, flat, in their order.
final class Received {
  private final List<Part> parts = new ArrayList<>();

  Received(MimeMessage message) {
    try {
      collect(message);
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private void collect(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart each = several.getBodyPart(i);
        collect(each);
      }
    } else {
      parts.add(part);
    }
  }

  /// The content types of the parts, without their parameters.
  List<String> types() throws MessagingException {
    var types = new ArrayList<String>();
    for (var part : parts) {
      types.add(part.getContentType().replaceAll(";.*", "").strip().replaceAll("\\s.*", ""));
    }
    return types;
  }

  Optional<Part> part(String type) throws MessagingException {
    for (var part : parts) {
      if (part.isMimeType(type)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  String text() throws MessagingException, IOException {
    return (String) part("text/plain").orElseThrow().getContent();
  }

  String html() throws MessagingException, IOException {
    return (String) part("text/html").orElseThrow().getContent();
  }
}
