package io.foreshock.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An SMTP server on loopback that keeps what it is given.
final class Mailbox implements AutoCloseable {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Set<String> seen = new HashSet<>();

  Mailbox() {
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /// A letter that arrived.
  ///
  /// @param id its Message-ID
  /// @param to its recipient
  /// @param subject its subject
  /// @param message all of it
  record Arrived(String id, String to, String subject, MimeMessage message) {
    private static final int LONGEST_NAME = 80;

    /// Writes it as a file (RFC 5322) that mail programs open.
    void write(Path folder, int number) {
      var words = (to.split("@", 2)[0] + " " + subject).replaceAll("[^\\p{L}\\p{N}]+", "-");
      var name = words.substring(0, Math.min(LONGEST_NAME, words.length()));
      try (var out = Files.newOutputStream(folder.resolve("%03d-%s.eml".formatted(number, name)))) {
        message.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write a letter to " + folder, e);
      } catch (MessagingException e) {
        throw new IllegalStateException("the letter to " + to + " cannot be written", e);
      }
    }
  }

  /// The letters that arrived since the last call.
  List<Arrived> arrived() {
    return Arrays.stream(server.getReceivedMessages())
        .flatMap(message -> arrived(message).stream())
        .toList();
  }

  private Optional<Arrived> arrived(MimeMessage message) {
    try {
      var id = message.getMessageID();
      var to = message.getAllRecipients()[0].toString();
      return seen.add(to + id)
          ? Optional.of(new Arrived(id, to, message.getSubject(), message))
          : Optional.empty();
    } catch (MessagingException e) {
      throw new IllegalStateException("a letter arrived that cannot be read", e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
