package io.foreshock.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.util.InvalidFormatException;

/// Guesses the language of a text that does not declare one: Apache OpenNLP's model of 103
/// languages, asked about ours first because a headline is short. Threads may share it.
///
/// Belarusian in the Latin script is in no model; it is known by its letter ŭ.
final class LanguageGuess {
  private static final String MODEL = "/langdetect-183.bin";
  private static final char SHORT_U = 'ŭ';
  private static final int MOST_CHARACTERS = 600;

  /// So many times surer must the model be of a foreign language than of the likeliest of ours.
  private static final double CLEARLY = 3;

  private static final Map<String, Language> OURS =
      Map.of(
          "pol", Language.PL,
          "eng", Language.EN,
          "rus", Language.RU,
          "ukr", Language.UK,
          "bel", Language.BE,
          "lit", Language.LT,
          "deu", Language.DE);

  /// The model is read when the first text needs it: most feeds declare their language.
  private static final class Model {
    static final LanguageDetector DETECTOR = open();

    private static LanguageDetector open() {
      try (InputStream model = LanguageGuess.class.getResourceAsStream(MODEL)) {
        return new LanguageDetectorME(new LanguageDetectorModel(Objects.requireNonNull(model)));
      } catch (InvalidFormatException e) {
        throw new IllegalStateException("the language model " + MODEL + " is damaged", e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the language model " + MODEL, e);
      }
    }
  }

  /// The language of `text`; none where it declares another that Foreshock does not read, or is
  /// clearly written in one.
  Optional<Language> of(String text, Optional<String> declared) {
    if (declared.isPresent() && !declared.get().isBlank()) {
      return Optional.empty();
    }
    var part = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    if (part.chars().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    return part.indexOf(SHORT_U) >= 0 ? Optional.of(Language.BE) : likeliest(part);
  }

  private static opennlp.tools.langdetect.Language[] predict(String text) {
    synchronized (Model.DETECTOR) {
      return Model.DETECTOR.predictLanguages(text);
    }
  }

  private static Optional<Language> likeliest(String text) {
    var found = predict(text);
    var ours =
        Arrays.stream(found)
            .filter(each -> OURS.containsKey(each.getLang()))
            .max(Comparator.comparingDouble(opennlp.tools.langdetect.Language::getConfidence));
    boolean foreign =
        found.length > 0
            && ours.map(each -> found[0].getConfidence() > CLEARLY * each.getConfidence())
                .orElse(true);
    return foreign
        ? Optional.empty()
        : ours.flatMap(each -> Optional.ofNullable(OURS.get(each.getLang())));
  }
}
