package io.foreshock.feed;

import java.nio.charset.Charset;

/// Which characters XML 1.0 allows (section 2.2), and what those mean that it does not.
final class Characters {
  private static final String WESTERN = western();

  private Characters() {}

  private static String western() {
    var bytes = new byte[0x20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 + i);
    }
    return new String(bytes, Charset.forName("windows-1252"));
  }

  /// Windows-1252's meaning of a C1 control.
  static char western(int control) {
    return WESTERN.charAt(control - 0x80);
  }

  /// Whether the character there may stand in a document as it is; C1 controls may not.
  static boolean isLegal(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return isLegal(c);
  }

  /// A text without the characters that may not stand in it: they mean nothing, and not every
  /// database can hold them.
  static String cleaned(String text) {
    int i = 0;
    while (i < text.length() && isLegal(text, i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    var clean = new StringBuilder(text.length()).append(text, 0, i);
    for (; i < text.length(); i++) {
      if (isLegal(text, i)) {
        clean.append(text.charAt(i));
      }
    }
    return clean.toString();
  }

  /// Whether a character reference to it is allowed and means what it says.
  static boolean isLegal(int code) {
    return code == '\t'
        || code == '\n'
        || code == '\r'
        || (code >= ' ' && code < 0x80)
        || (code >= 0xA0 && code < 0xD800)
        || (code >= 0xE000 && code < 0xFFFE)
        || (code >= 0x10000 && code <= 0x10FFFF);
  }
}
