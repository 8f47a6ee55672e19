package io.foreshock.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
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
              new PolishStemmer(), MorfologikStems::polish, new LightStems(POLISH_ENDINGS)::cut);
      case UK ->
          new MorfologikStems(
              new DictionaryLookup(ukrainian()),
              MorfologikStems::ukrainian,
              new LightStems(UKRAINIAN_ENDINGS)::cut);
      case RU -> new SnowballStems(new RussianStemmer());
      case LT -> new SnowballStems(new LithuanianStemmer());
      case DE -> new SnowballStems(new GermanStemmer());
      case EN -> new SnowballStems(new EnglishStemmer());
      case BE -> new LightStems(BELARUSIAN_ENDINGS);
    };
  }

  private static Dictionary ukrainian() {
    try {
      return Dictionary.read(
          java.util.Objects.requireNonNull(
              Morphology.class.getResource("/ua/net/nlp/ukrainian.dict")));
    } catch (IOException e) {
      throw new UncheckedIOException("the Ukrainian dictionary cannot be read", e);
    }
  }
}
