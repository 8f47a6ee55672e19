package io.foreshock.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language that Foreshock reads.
public enum Language {
  /// Polish.
  PL,
  /// English.
  EN,
  /// Russian.
  RU,
  /// Ukrainian.
  UK,
  /// Belarusian, in either orthography.
  BE,
  /// Lithuanian.
  LT,
  /// German.
  DE;

  /// ISO 639-1.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The language of an ISO 639-1 code or a BCP 47 tag (`en-GB`); none where Foreshock does not
  /// read it.
  public static Optional<Language> of(String tag) {
    var code = tag.split("[-_]", 2)[0].strip();
    return Arrays.stream(values()).filter(each -> each.code().equalsIgnoreCase(code)).findFirst();
  }
}
