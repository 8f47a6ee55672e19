package io.foreshock.wording;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The words of alerts in one language: ICU messages under `letters/xx.properties`. Threads may
/// share it.
public final class Words {
  /// The languages that have a bundle, by their ISO 639-1 codes.
  public static final Set<String> LANGUAGES =
      Arrays.stream(Locale.getISOLanguages())
          .filter(language -> Words.class.getResource(file(language)) != null)
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));

  private final ULocale locale;
  private final Properties messages = new Properties();
  private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();
  private final Set<String> plurals;
  private final Set<String> ofParts;

  /// Opens a language's bundle.
  ///
  /// @param language one of [#LANGUAGES]
  public Words(String language) {
    this.locale = new ULocale(language);
    try (InputStream stream = Words.class.getResourceAsStream(file(language))) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "no letters in \"" + language + "\"; use one of " + LANGUAGES);
      }
      messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the words of the letters cannot be read", e);
    }
    this.plurals = Set.of(messages.getProperty("names.plural", "").split(" "));
    this.ofParts = Set.of(messages.getProperty("patterns.parts", "").split(" "));
  }

  private static String file(String language) {
    return "/letters/" + language + ".properties";
  }

  /// The message of this key with its arguments filled in.
  public String say(String key, Map<String, ?> arguments) {
    var format = parsed.computeIfAbsent(key, this::parse);
    synchronized (format) { // ICU's formats are not for several threads at once
      return format.format(arguments);
    }
  }

  private MessageFormat parse(String key) {
    return new MessageFormat(raw(key), locale);
  }

  /// The message of this key as the bundle has it.
  String raw(String key) {
    var message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalArgumentException("no message \"" + key + "\" in " + locale);
    }
    return message;
  }

  /// The message of this key.
  public String say(String key) {
    return say(key, Map.of());
  }

  /// Whether there is a message of this key.
  public boolean has(String key) {
    return messages.containsKey(key);
  }

  /// All keys, so that a test can compare the languages.
  public Set<String> keys() {
    return messages.stringPropertyNames();
  }

  /// A country's or bloc's name as the subject of a sentence; the empty code has none.
  public String place(String code) {
    if (code.isEmpty()) {
      return "";
    }
    if (has("name." + code)) {
      return say("name." + code);
    }
    return new ULocale("und-" + code).getDisplayCountry(locale);
  }

  /// A name in another case of the language, e.g. `of` (genitive), `with` (instrumental); the plain
  /// name where the bundle gives no other.
  public String place(String code, String grammaticalCase) {
    var key = "name." + code + "." + grammaticalCase;
    return has(key) ? say(key) : place(code);
  }

  /// How the verb behind a name must stand: `none` where there is no name, else `one` or `many`.
  public String number(String code) {
    return code.isEmpty() ? "none" : plurals.contains(code) ? "many" : "one";
  }

  /// Whether a pattern is one of several events.
  boolean isOfParts(String kind) {
    return ofParts.contains(kind);
  }

  /// The name of a language.
  public String language(String code) {
    return new ULocale(code).getDisplayLanguage(locale);
  }

  /// The language of these words, ISO 639-1.
  public String language() {
    return locale.getLanguage();
  }

  /// For dates and capitals.
  public Locale locale() {
    return locale.toLocale();
  }
}
