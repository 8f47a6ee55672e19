package io.foreshock.reading;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What the part-of-speech tags of a dictionary tell about a word's form.
///
/// @param forms from a reading's tag to the form of a deed
/// @param marks how the tags name the cases
/// @param noun how the tags of nouns begin
/// @param singular what the tags of the singular hold
/// @param plural what those of the plural hold
/// @param readings what stands between the readings that share a tag, as a regular expression
record Tagset(
    Function<String, Form> forms,
    Map<String, Case> marks,
    String noun,
    Pattern singular,
    Pattern plural,
    String readings) {

  private static final String NO_SHARING = "$.";
  private static final String NONE = "\0";
  private static final Pattern PART = Pattern.compile("[:.+|]");

  /// Polish: PoliMorf (NKJP tagset).
  static final Tagset POLISH =
      new Tagset(
          Tagset::polish,
          Map.of(
              "nom", Case.NOMINATIVE,
              "gen", Case.GENITIVE,
              "dat", Case.DATIVE,
              "acc", Case.ACCUSATIVE,
              "inst", Case.INSTRUMENTAL,
              "loc", Case.LOCATIVE),
          "subst",
          Pattern.compile(":sg:"),
          Pattern.compile(":pl:"),
          "\\+");

  /// Ukrainian: dict_uk.
  static final Tagset UKRAINIAN =
      new Tagset(
          Tagset::ukrainian,
          Map.of(
              "v_naz", Case.NOMINATIVE,
              "v_rod", Case.GENITIVE,
              "v_dav", Case.DATIVE,
              "v_zna", Case.ACCUSATIVE,
              "v_oru", Case.INSTRUMENTAL,
              "v_mis", Case.LOCATIVE),
          "noun",
          Pattern.compile(":[mfn]:"),
          Pattern.compile(":p:"),
          "\\|");

  /// Russian: LanguageTool's dictionary, from AOT.
  static final Tagset RUSSIAN =
      new Tagset(
          Tagset::russian,
          Map.of(
              "Nom", Case.NOMINATIVE,
              "R", Case.GENITIVE,
              "D", Case.DATIVE,
              "V", Case.ACCUSATIVE,
              "T", Case.INSTRUMENTAL,
              "P", Case.LOCATIVE),
          "NN",
          Pattern.compile(":Sin"),
          Pattern.compile(":PL"),
          NO_SHARING);

  /// English: Penn Treebank tags. "Russian" is a noun and an adjective.
  static final Tagset ENGLISH =
      new Tagset(
          Tagset::english,
          Map.of(),
          NONE,
          Pattern.compile("^NNP?(:|$)"),
          Pattern.compile("^NNP?S"),
          NO_SHARING);

  /// German: LanguageTool's dictionary, from Morphy. Names of countries do not show their case.
  static final Tagset GERMAN =
      new Tagset(
          Tagset::german,
          Map.of(),
          "SUB",
          Pattern.compile("^SUB.*:SIN"),
          Pattern.compile("^SUB.*:PLU"),
          NO_SHARING);

  /// The form that all readings of a tag agree on.
  Form form(String tag) {
    var form = Form.PLAIN;
    for (var reading : tag.split(readings, -1)) {
      form = forms.apply(reading).or(form);
    }
    return form;
  }

  /// Whether all readings of a tag are nouns.
  boolean isNoun(String tag) {
    return Arrays.stream(tag.split(readings, -1)).allMatch(each -> each.startsWith(noun));
  }

  /// The number that all readings of a tag agree on.
  Amount amount(String tag) {
    return Arrays.stream(tag.split(readings, -1))
        .map(this::amountOfOne)
        .reduce(Amount::or)
        .orElse(Amount.UNTOLD);
  }

  private Amount amountOfOne(String reading) {
    if (singular.matcher(reading).find()) {
      return Amount.ONE;
    }
    return plural.matcher(reading).find() ? Amount.MANY : Amount.UNTOLD;
  }

  /// The cases of all readings of a tag.
  Set<Case> cases(String tag) {
    var cases = EnumSet.noneOf(Case.class);
    if (!marks.isEmpty()) {
      PART.splitAsStream(tag).map(marks::get).filter(Objects::nonNull).forEach(cases::add);
    }
    return cases;
  }

  /// A perfective verb that is not past speaks of the future; a verb of both aspects may not.
  private static Form polish(String tag) {
    if (tag.contains("verb:fin") && tag.contains("perf")) {
      return tag.contains("imperf") ? Form.TOLD : Form.AHEAD;
    }
    if (tag.startsWith("verb:praet") || tag.startsWith("verb:imps")) {
      return Form.PAST;
    }
    if (tag.contains("verb:inf")) {
      return Form.BARE;
    }
    if (tag.startsWith("ger")) {
      return Form.NOUN;
    }
    boolean told = tag.startsWith("verb") || tag.startsWith("ppas") || tag.startsWith("pact");
    return told ? Form.TOLD : Form.PLAIN;
  }

  private static Form ukrainian(String tag) {
    if (tag.contains(":futr")) {
      return Form.AHEAD;
    }
    if (tag.contains(":inf")) {
      return Form.BARE;
    }
    if (tag.startsWith("verb") && tag.contains(":past")) {
      return Form.PAST;
    }
    boolean told = tag.startsWith("verb") || tag.contains("&adjp") || tag.startsWith("advp");
    return told ? Form.TOLD : Form.PLAIN;
  }

  private static Form russian(String tag) {
    if (tag.startsWith("VB:Fut")) {
      return Form.AHEAD;
    }
    if (tag.startsWith("VB:INF")) {
      return Form.BARE;
    }
    if (tag.startsWith("VB:Past")) {
      return Form.PAST;
    }
    boolean told = tag.startsWith("VB:Real") || tag.startsWith("PT") || tag.startsWith("DPT");
    return told ? Form.TOLD : Form.PLAIN;
  }

  private static Form english(String tag) {
    return switch (tag) {
      case "VBD", "VBN", "VBZ", "VBP" -> Form.TOLD;
      case "VB" -> Form.BARE;
      case "VBG" -> Form.NOUN;
      default -> Form.PLAIN;
    };
  }

  private static Form german(String tag) {
    if (tag.startsWith("VER:INF") || tag.startsWith("VER:EIZ")) {
      return Form.BARE;
    }
    boolean verb = tag.startsWith("VER") && !tag.startsWith("VER:IMP");
    return verb || tag.startsWith("PA2") ? Form.TOLD : Form.PLAIN;
  }
}
