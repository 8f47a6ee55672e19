package io.foreshock.reading;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The names of all countries in one language, from CLDR.
final class Countries {
  private final Language language;

  Countries(Language language) {
    this.language = language;
  }

  /// Display names by ISO 3166-1 alpha-2 code, the part in brackets left out.
  Map<String, String> names() {
    var names = new LinkedHashMap<String, String>();
    var locale = new ULocale(language.code());
    Arrays.stream(Locale.getISOCountries())
        .sorted()
        .forEach(code -> names.put(code, name(code, locale)));
    return names;
  }

  private static String name(String code, ULocale locale) {
    return new ULocale("und-" + code)
        .getDisplayCountry(locale)
        .replaceAll("\\s*[(\\[].*?[)\\]]", "")
        .replace("?", "")
        .replace("*", "");
  }
}
