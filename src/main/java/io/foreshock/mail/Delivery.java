package io.foreshock.mail;

/// What came of handing a letter to the mail server.
sealed interface Delivery {
  /// The server has it.
  record Delivered(String answer) implements Delivery {}

  /// Not now (RFC 5321, 4.2.1: 4yz), or the connection was lost on the way.
  record TryAgain(String reason) implements Delivery {}

  /// There is no talking to the server now: no connection, no greeting, no protection.
  record Unreachable(String reason) implements Delivery {}

  /// Not ever (5yz).
  record Refused(String reason) implements Delivery {}

  /// The server does not let us in; nothing can be sent until somebody mends it.
  record ShutOut(String reason) implements Delivery {}
}
