package io.foreshock.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Hands letters to the mail server, several over one connection. One thread only.
final class Mailer implements AutoCloseable {
  private static final int PERMANENT = 500;
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSettings settings;
  private final Session session;
  private Optional<SMTPTransport> transport = Optional.empty();

  Mailer(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(MailSettings settings) {
    var millis = String.valueOf(settings.timeout().toMillis());
    var properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", String.valueOf(settings.port()));
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.from", settings.from());
    properties.put("mail.smtp.auth", String.valueOf(settings.login().isPresent()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put(
        "mail.smtp.starttls.enable", String.valueOf(settings.tls() == MailSettings.Tls.STARTTLS));
    properties.put(
        "mail.smtp.starttls.required", String.valueOf(settings.tls() == MailSettings.Tls.STARTTLS));
    properties.put(
        "mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailSettings.Tls.IMPLICIT));
    return properties;
  }

  /// Hands over one letter.
  Delivery send(OutboxTable.Waiting waiting) {
    try {
      var message = message(waiting);
      var connection = connection();
      connection.sendMessage(message, message.getAllRecipients());
      return new Delivery.Delivered(connection.getLastServerResponse().strip());
    } catch (AuthenticationFailedException e) {
      drop();
      return new Delivery.ShutOut("the mail server refuses the login: " + e.getMessage());
    } catch (MessagingException e) {
      drop();
      return failed(e);
    }
  }

  private SMTPTransport connection() throws MessagingException {
    if (transport.isPresent() && transport.get().isConnected()) {
      return transport.get();
    }
    var fresh = (SMTPTransport) session.getTransport("smtp");
    var login = settings.login();
    if (login.isPresent()) {
      fresh.connect(settings.host(), settings.port(), login.get().user(), login.get().password());
    } else {
      fresh.connect();
    }
    transport = Optional.of(fresh);
    return fresh;
  }

  private static Delivery failed(MessagingException problem) {
    for (Exception each = problem;
        each instanceof MessagingException wrapped;
        each = wrapped.getNextException()) {
      int code =
          switch (each) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
          };
      if (code >= PERMANENT) {
        return new Delivery.Refused(oneLine(each));
      }
    }
    return new Delivery.TryAgain(oneLine(problem));
  }

  private static String oneLine(Exception problem) {
    return String.valueOf(problem.getMessage()).replaceAll("\\s+", " ").strip();
  }

  private MimeMessage message(OutboxTable.Waiting waiting) throws MessagingException {
    var message = new Identified(session, waiting.messageId());
    message.setFrom(new InternetAddress(settings.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(waiting.address()));
    message.setSubject(waiting.letter().subject(), UTF_8);
    message.setSentDate(Date.from(waiting.made()));
    if (!waiting.rootId().equals(waiting.messageId())) {
      message.setHeader("In-Reply-To", waiting.rootId());
      message.setHeader("References", waiting.rootId());
    }
    headers(message, waiting);
    message.setContent(parts(waiting.letter()));
    message.saveChanges();
    return message;
  }

  private void headers(MimeMessage message, OutboxTable.Waiting waiting) throws MessagingException {
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader("List-Id", "Foreshock alerts <alerts." + settings.domain() + ">");
    message.setHeader("List-Unsubscribe", "<mailto:" + settings.from() + "?subject=unsubscribe>");
    message.setHeader("Content-Language", waiting.language());
    message.setHeader("X-Foreshock-Alert", waiting.development() + "." + waiting.sequence());
    message.setHeader("X-Foreshock-Kind", waiting.kind());
    message.setHeader("X-Foreshock-Severity", waiting.severity());
    boolean urgent = waiting.severity().equals("Extreme") || waiting.severity().equals("Severe");
    message.setHeader("Importance", urgent ? "high" : "normal");
  }

  private static MimeMultipart parts(Letter letter) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8, "plain");
    var html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
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

  private void drop() {
    transport.ifPresent(Mailer::hangUp);
    transport = Optional.empty();
  }

  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException _) {
      // the connection is gone already, which is what was wanted
    }
  }

  @Override
  public void close() {
    drop();
  }
}
