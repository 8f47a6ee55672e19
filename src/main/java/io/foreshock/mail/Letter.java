package io.foreshock.mail;

/// A letter as it is read.
///
/// @param subject one line
/// @param text the plain part, complete
/// @param html the HTML part, complete, without anything from outside
record Letter(String subject, String text, String html) {
  private static final int LONGEST_SUBJECT = 200;

  /// Keeps the subject to one line: nothing that a feed wrote can begin another header.
  Letter {
    subject = oneLine(subject);
  }

  private static String oneLine(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    return plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT) + "…" : plain;
  }
}
