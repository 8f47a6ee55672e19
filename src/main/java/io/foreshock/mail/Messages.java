package io.foreshock.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;

/// Makes a MIME message of a letter (RFC 5322, 2045 to 2047).
///
/// Its parts, from the outside: what is attached (CAP) beside what is read; of that, the text or
/// the page; of the page, the HTML and the picture that it shows. A level with one part is left
/// out.
final class Messages {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int THREAD_INDEX = 22;

  private final Session session;
  private final MailSettings settings;
  private final String contact;

  Messages(Session session, MailSettings settings, String contact) {
    this.session = session;
    this.settings = settings;
    this.contact = contact;
  }

  MimeMessage of(OutboxTable.Waiting waiting) throws MessagingException {
    var message = new Identified(session, waiting.messageId());
    message.setFrom(new InternetAddress(settings.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(waiting.address()));
    message.setSubject(waiting.letter().subject(), UTF_8);
    message.setSentDate(Date.from(waiting.made()));
    if (!contact.equals(settings.from())) {
      message.setReplyTo(new InternetAddress[] {new InternetAddress(contact)});
    }
    thread(message, waiting);
    headers(message, waiting);
    content(message, waiting);
    message.saveChanges();
    return message;
  }

  /// Flat: every letter answers the first. Outlook threads by headers of its own.
  private static void thread(MimeMessage message, OutboxTable.Waiting waiting)
      throws MessagingException {
    if (!waiting.rootId().equals(waiting.messageId())) {
      message.setHeader("In-Reply-To", waiting.rootId());
      message.setHeader("References", waiting.rootId());
    }
    var index = new byte[THREAD_INDEX];
    index[0] = 1;
    var hash = Hash.of(waiting.rootId()).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(hash, 0, index, 1, THREAD_INDEX - 1);
    message.setHeader("Thread-Index", Base64.getEncoder().encodeToString(index));
  }

  private void headers(MimeMessage message, OutboxTable.Waiting waiting) throws MessagingException {
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader("List-Id", "Foreshock alerts <alerts." + settings.domain() + ">"); // RFC 2919
    var leave = Mailto.of(contact, "unsubscribe " + waiting.address());
    message.setHeader("List-Unsubscribe", "<" + leave + ">"); // RFC 2369
    message.setHeader("Content-Language", waiting.language());
    message.setHeader("Importance", importance(waiting.severity()));
    message.setHeader("X-Foreshock-Kind", waiting.kind());
    message.setHeader("X-Foreshock-Severity", waiting.severity());
    for (var header : waiting.headers().lines().toList()) {
      var parts = header.split(": ", 2);
      message.setHeader(parts[0], parts[1]);
    }
  }

  private static String importance(String severity) {
    return switch (severity) {
      case "Extreme", "Severe" -> "high";
      case "Minor" -> "low";
      default -> "normal";
    };
  }

  private static void content(MimeMessage message, OutboxTable.Waiting waiting)
      throws MessagingException {
    var letter = waiting.letter();
    var readable = new MimeMultipart("alternative", text(letter.text(), "plain"), page(letter));
    if (waiting.cap().isEmpty()) {
      message.setContent(readable);
      return;
    }
    var first = new MimeBodyPart();
    first.setContent(readable);
    message.setContent(new MimeMultipart("mixed", first, cap(waiting)));
  }

  private static MimeBodyPart text(String text, String kind) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, kind);
    return part;
  }

  private static MimeBodyPart page(Letter letter) throws MessagingException {
    var html = text(letter.html(), "html");
    if (letter.picture().isEmpty()) {
      return html;
    }
    var picture = new MimeBodyPart();
    var png = Base64.getDecoder().decode(letter.picture());
    picture.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
    picture.setContentID("<" + Page.PICTURE + ">");
    picture.setDisposition(MimeBodyPart.INLINE);
    picture.setFileName("timeline.png");
    var page = new MimeBodyPart();
    page.setContent(new MimeMultipart("related", html, picture));
    return page;
  }

  private static MimeBodyPart cap(OutboxTable.Waiting waiting) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                waiting.cap().getBytes(StandardCharsets.UTF_8),
                "application/cap+xml; charset=utf-8")));
    part.setFileName("foreshock-" + waiting.development() + "-" + waiting.sequence() + ".cap.xml");
    part.setDisposition(MimeBodyPart.ATTACHMENT);
    return part;
  }

  /// A message that keeps the Message-ID it was given: `saveChanges` would make its own.
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
