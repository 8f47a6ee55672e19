package io.foreshock.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Addresses of letters that a reader may send with one touch (RFC 6068).
final class Mailto {
  private Mailto() {}

  static String of(String address, String subject) {
    return "mailto:"
        + URLEncoder.encode(address, StandardCharsets.UTF_8).replace("%40", "@").replace("+", "%20")
        + "?subject="
        + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
