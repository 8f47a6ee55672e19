package io.foreshock.reading;

import java.util.Optional;

/// Guesses the language of a text that does not declare one.
final class LanguageGuess {
  /// The language of `text`; none where it declares another that Foreshock does not read.
  Optional<Language> of(String text, Optional<String> declared) {
    if (declared.isPresent() && !declared.get().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(isCyrillic(text) ? cyrillic(text) : latin(text));
  }

  private static boolean isCyrillic(String text) {
    return text.codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
            .count()
        > text.codePoints().filter(Character::isLetter).count() / 2;
  }

  private static Language cyrillic(String text) {
    if (text.indexOf('ў') >= 0) {
      return Language.BE;
    }
    if (text.indexOf('ї') >= 0 || text.indexOf('є') >= 0) {
      return Language.UK;
    }
    return text.indexOf('і') >= 0 ? Language.UK : Language.RU;
  }

  private static Language latin(String text) {
    if (text.matches("(?s).*[łśćńźż].*")) {
      return Language.PL;
    }
    if (text.matches("(?s).*[ėįųūž].*")) {
      return Language.LT;
    }
    return text.matches("(?s).*[äöüß].*") ? Language.DE : Language.EN;
  }
}
