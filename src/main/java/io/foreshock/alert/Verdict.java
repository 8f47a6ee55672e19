package io.foreshock.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an analyst says of an alert.
///
/// @param key of the alert
/// @param development which occurrence of the key
/// @param word what the analyst says
/// @param why for the colleague who wonders
/// @param made when it was said
public record Verdict(String key, String development, Word word, String why, Instant made) {
  /// Refuses a verdict without a reason: nobody could learn from it.
  public Verdict {
    if (why.isBlank()) {
      throw new IllegalArgumentException("a verdict needs a reason");
    }
  }

  /// What can be said.
  public enum Word {
    /// It was so, and good to know.
    TRUE,
    /// It was not so.
    FALSE,
    /// It was so, and nobody needed to know.
    USELESS;

    /// As it is written: `true`, `false`, `useless`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The one that is written so.
    public static Optional<Word> of(String text) {
      return Arrays.stream(values()).filter(each -> each.word().equals(text)).findFirst();
    }
  }

  @Override
  public String toString() {
    return word.word() + ": " + why;
  }
}
