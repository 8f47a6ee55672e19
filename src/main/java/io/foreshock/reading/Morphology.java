package io.foreshock.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.IStemmer;
import morfologik.stemming.polish.PolishStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/// Which morphology serves which language.
final class Morphology {
  private static final List<String> POLISH_ENDINGS =
      List.of(
          "ami", "ach", "owi", "iem", "ego", "emu", "ymi", "imi", "ych", "ich", "ów", "om", "em",
          "ie", "ia", "iu", "ej", "ą", "ę", "a", "e", "i", "o", "u", "y");
  private static final List<String> UKRAINIAN_ENDINGS =
      List.of(
          "ами", "ями", "ові", "еві", "ого", "ому", "ими", "іми", "ах", "ях", "ів", "їв", "ою",
          "ею", "єю", "ом", "ем", "ам", "ям", "их", "іх", "ий", "ій", "им", "а", "я", "у", "ю", "і",
          "ї", "о", "е", "є", "и", "ь", "й");
  private static final List<String> BELARUSIAN_ENDINGS =
      List.of(
          "амі", "ямі", "ага", "яга", "аму", "яму", "ымі", "імі", "аў", "яў", "оў", "ёў", "ах",
          "ях", "ай", "яй", "ой", "ей", "аю", "яю", "ою", "ом", "ем", "ам", "ям", "ых", "іх", "ую",
          "юю", "ая", "яя", "ае", "яе", "ыя", "ія", "ым", "ім", "ы", "і", "а", "я", "у", "ю", "о",
          "е", "э", "ь", "й");

  private Morphology() {}

  /// A new one for one thread.
  static Stems of(Language language) {
    return switch (language) {
      case PL ->
          new MorfologikStems(
              new PolishStemmer(), Tagset.POLISH, new LightStems(POLISH_ENDINGS)::cut);
      case UK ->
          new MorfologikStems(
              dictionary("/ua/net/nlp/ukrainian.dict"),
              Tagset.UKRAINIAN,
              new LightStems(UKRAINIAN_ENDINGS)::cut);
      case RU ->
          new MorfologikStems(
              dictionary("/org/languagetool/resource/ru/russian.dict"),
              Tagset.RUSSIAN,
              new SnowballStems(new RussianStemmer())::stem);
      case EN ->
          new MorfologikStems(
              dictionary("/org/languagetool/resource/en/english.dict"),
              Tagset.ENGLISH,
              new SnowballStems(new EnglishStemmer())::stem);
      case DE ->
          new MorfologikStems(
              dictionary("/org/languagetool/resource/de/german.dict"),
              Tagset.GERMAN,
              new SnowballStems(new GermanStemmer())::stem);
      case LT -> new SnowballStems(new LithuanianStemmer());
      case BE -> new LightStems(BELARUSIAN_ENDINGS);
    };
  }

  private static IStemmer dictionary(String resource) {
    try {
      return new DictionaryLookup(
          Dictionary.read(Objects.requireNonNull(Morphology.class.getResource(resource))));
    } catch (IOException e) {
      throw new UncheckedIOException("the dictionary " + resource + " cannot be read", e);
    }
  }
}
