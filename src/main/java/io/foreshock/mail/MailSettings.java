package io.foreshock.mail;

import java.time.Duration;
import java.util.Optional;

/// The mail server and how it is used.
///
/// @param host of the SMTP server
/// @param port usually 587 (STARTTLS), 465 (TLS) or 25
/// @param tls how the connection is protected
/// @param login user and password, where the server wants them
/// @param from the sender's address
/// @param domain right-hand side of Message-IDs
/// @param timeout for connecting, reading and writing each
/// @param giveUp a letter that could not be delivered for so long is undeliverable
public record MailSettings(
    String host,
    int port,
    Tls tls,
    Optional<Login> login,
    String from,
    String domain,
    Duration timeout,
    Duration giveUp) {

  /// How the connection is protected.
  public enum Tls {
    /// STARTTLS, and nothing goes out without it (RFC 3207).
    STARTTLS,
    /// TLS from the first byte (RFC 8314).
    IMPLICIT,
    /// Not at all: for a server on the same machine.
    NONE
  }

  /// User and password; never printed.
  ///
  /// @param user the name
  /// @param password the secret
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user + " (password not shown)";
    }
  }

  /// Refuses a port outside 1 to 65535.
  public MailSettings {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(port + " is no port; 587, 465 or 25 are usual");
    }
  }
}
