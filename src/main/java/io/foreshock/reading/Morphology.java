package io.foreshock.reading;

import static io.foreshock.reading.Case.ACCUSATIVE;
import static io.foreshock.reading.Case.DATIVE;
import static io.foreshock.reading.Case.GENITIVE;
import static io.foreshock.reading.Case.INSTRUMENTAL;
import static io.foreshock.reading.Case.LOCATIVE;
import static io.foreshock.reading.Case.NOMINATIVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
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
          "амі", "ямі", "ага", "яга", "аму", "яму", "ымі", "імі", "ау", "яу", "оу", "еу", "ах",
          "ях", "ай", "яй", "ой", "ей", "аю", "яю", "ою", "ом", "ем", "ам", "ям", "ых", "іх", "ую",
          "юю", "ая", "яя", "ае", "яе", "к|ія", "г|ія", "х|ія", "н|ія", "б|ыя", "в|ыя", "г|ыя",
          "к|ыя", "л|ыя", "м|ыя", "н|ыя", "п|ыя", "т|ыя", "х|ыя", "ч|ыя", "ш|ыя", "ым", "ім", "ы",
          "і", "а", "я", "у", "ю", "о", "е", "э", "ь", "й");

  private static final Map<String, Set<Case>> LITHUANIAN_CASES =
      Map.ofEntries(
          Map.entry("je", Set.of(LOCATIVE)),
          Map.entry("ke", Set.of(LOCATIVE)),
          Map.entry("ne", Set.of(LOCATIVE)),
          Map.entry("re", Set.of(LOCATIVE)),
          Map.entry("te", Set.of(LOCATIVE)),
          Map.entry("se", Set.of(LOCATIVE)),
          Map.entry("os", Set.of(GENITIVE)),
          Map.entry("ės", Set.of(GENITIVE)),
          Map.entry("aus", Set.of(GENITIVE)),
          Map.entry("o", Set.of(GENITIVE)),
          Map.entry("ų", Set.of(GENITIVE)),
          Map.entry("ui", Set.of(DATIVE)),
          Map.entry("ei", Set.of(DATIVE)),
          Map.entry("ai", Set.of(NOMINATIVE, DATIVE)),
          Map.entry("ą", Set.of(ACCUSATIVE)),
          Map.entry("ę", Set.of(ACCUSATIVE)),
          Map.entry("į", Set.of(ACCUSATIVE)),
          Map.entry("us", Set.of(NOMINATIVE, ACCUSATIVE)),
          Map.entry("as", Set.of(NOMINATIVE)),
          Map.entry("is", Set.of(NOMINATIVE)),
          Map.entry("ys", Set.of(NOMINATIVE)),
          Map.entry("ė", Set.of(NOMINATIVE)),
          Map.entry("a", Set.of(NOMINATIVE, INSTRUMENTAL)),
          Map.entry("u", Set.of(INSTRUMENTAL)));
  private static final Map<String, Set<Case>> BELARUSIAN_CASES =
      Map.ofEntries(
          Map.entry("яй", Set.of(INSTRUMENTAL)),
          Map.entry("яю", Set.of(INSTRUMENTAL)),
          Map.entry("ыяй", Set.of(INSTRUMENTAL)),
          Map.entry("ом", Set.of(INSTRUMENTAL)),
          Map.entry("амі", Set.of(INSTRUMENTAL)),
          Map.entry("ямі", Set.of(INSTRUMENTAL)),
          Map.entry("ію", Set.of(ACCUSATIVE)),
          Map.entry("ыю", Set.of(ACCUSATIVE)));

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
          new PossessiveStems(
              new MorfologikStems(
                  dictionary("/org/languagetool/resource/en/english.dict"),
                  Tagset.ENGLISH,
                  new SnowballStems(new EnglishStemmer())::stem));
      case DE ->
          new MorfologikStems(
              dictionary("/org/languagetool/resource/de/german.dict"),
              Tagset.GERMAN,
              new SnowballStems(new GermanStemmer())::stem);
      case LT -> new CasedStems(new SnowballStems(new LithuanianStemmer()), LITHUANIAN_CASES);
      case BE -> new CasedStems(new LightStems(BELARUSIAN_ENDINGS), BELARUSIAN_CASES);
    };
  }

  /// What brings a language's own spellings together, beyond what [Folding] does for all.
  static UnaryOperator<String> spelling(Language language) {
    return language == Language.BE ? BelarusianSpelling::fold : UnaryOperator.identity();
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
