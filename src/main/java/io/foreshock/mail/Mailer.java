package io.foreshock.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Hands letters to the mail server, several over one connection. One thread only.
final class Mailer implements AutoCloseable {
  private static final int PERMANENT = 500;

  private final MailSettings settings;
  private final Session session;
  private final Messages messages;
  private Optional<SMTPTransport> transport = Optional.empty();

  /// @param contact where readers may write to
  Mailer(MailSettings settings, String contact) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
    this.messages = new Messages(session, settings, contact);
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
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    properties.put("mail.smtp.socketFactory.fallback", "false");
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
      connect();
    } catch (AuthenticationFailedException e) {
      drop();
      return new Delivery.ShutOut("the mail server refuses the login: " + oneLine(e));
    } catch (MessagingException e) {
      drop();
      return new Delivery.Unreachable(oneLine(e));
    }
    return hand(waiting);
  }

  private Delivery hand(OutboxTable.Waiting waiting) {
    try {
      var message = messages.of(waiting);
      var connection = transport.orElseThrow();
      connection.sendMessage(message, message.getAllRecipients());
      return new Delivery.Delivered(connection.getLastServerResponse().strip());
    } catch (MessagingException e) {
      drop();
      return failed(e);
    }
  }

  /// Connects where no connection is left from the letter before. Whether that one still lives is
  /// not asked, which would cost a round trip a letter: a letter that finds it dead is tried again.
  private void connect() throws MessagingException {
    if (transport.isPresent()) {
      return;
    }
    var fresh = (SMTPTransport) session.getTransport("smtp");
    var login = settings.login();
    if (login.isPresent()) {
      fresh.connect(settings.host(), settings.port(), login.get().user(), login.get().password());
    } else {
      fresh.connect();
    }
    transport = Optional.of(fresh);
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
