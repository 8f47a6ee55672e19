package io.foreshock.mail;

/// A letter as it is read.
///
/// @param subject one line
/// @param text the plain part, complete
/// @param html the HTML part, complete, without anything from outside
/// @param picture the timeline, PNG in Base64, shown where the page refers to it; empty for none
record Letter(String subject, String text, String html, String picture) {
  private static final int LONGEST_SUBJECT = 200;

  /// Keeps the subject to one line: nothing that a feed wrote can begin another header.
  Letter {
    subject = oneLine(subject);
  }

  Letter(String subject, String text, String html) {
    this(subject, text, html, "");
  }

  /// The same under another subject: that of its thread.
  Letter under(String other) {
    return new Letter(other, text, html, picture);
  }

  private static String oneLine(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    if (plain.length() <= LONGEST_SUBJECT) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(LONGEST_SUBJECT - 1)) ? 1 : 0;
    return plain.substring(0, LONGEST_SUBJECT - end) + "…";
  }
}
