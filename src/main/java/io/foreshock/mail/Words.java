package io.foreshock.mail;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// The words of the letters in one language: ICU messages under `letters/xx.properties`.
public final class Words {
  /// The languages that have a bundle.
  public static final Set<String> LANGUAGES = Set.of("en", "pl");

  private final ULocale locale;
  private final Properties messages = new Properties();

  /// Opens a language's bundle.
  ///
  /// @param language one of [#LANGUAGES]
  public Words(String language) {
    this.locale = new ULocale(language);
    try (InputStream stream =
        Words.class.getResourceAsStream("/letters/" + language + ".properties")) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "no letters in \"" + language + "\"; use one of " + LANGUAGES);
      }
      messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the words of the letters cannot be read", e);
    }
  }

  /// The message of this key with its arguments filled in.
  String say(String key, Map<String, ?> arguments) {
    var message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalArgumentException("no message \"" + key + "\" in " + locale);
    }
    return new MessageFormat(message, locale).format(arguments);
  }

  /// The message of this key.
  String say(String key) {
    return say(key, Map.of());
  }

  /// Whether there is a message of this key.
  boolean has(String key) {
    return messages.containsKey(key);
  }

  /// All keys, so that a test can compare the languages.
  Set<String> keys() {
    return messages.stringPropertyNames();
  }

  /// A country's or bloc's name; the empty code has none.
  String place(String code) {
    if (code.isEmpty()) {
      return "";
    }
    if (has("bloc." + code)) {
      return say("bloc." + code);
    }
    return new ULocale("und-" + code).getDisplayCountry(locale);
  }

  /// The name of a language.
  String language(String code) {
    return new ULocale(code).getDisplayLanguage(locale);
  }

  ULocale locale() {
    return locale;
  }
}
