package io.foreshock.workshop;

import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Signal;
import io.foreshock.source.Nearest;
import io.foreshock.source.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A signal as a rule test writes it: `prisoner-release released actual place BY count 123`.
///
/// @param type e.g. `sanctions`
/// @param phase e.g. `lifted`
/// @param factuality `actual`, `planned`, `possible` or `denied`
/// @param fields what else is said: `place`, `actor`, `target`, `count`, `date`; what is not said
///   is not compared
record SignalLine(String type, String phase, Factuality factuality, Map<String, String> fields) {
  private static final Set<String> FIELDS = Set.of("place", "actor", "target", "count", "date");
  private static final int HEAD = 3;

  SignalLine {
    fields = Map.copyOf(fields);
  }

  /// Reads a line; what is wrong with it is added to `problems`.
  static Optional<SignalLine> read(SourceLine line, List<Problem> problems) {
    var words = line.text().split("\\s+", -1);
    var factuality = words.length < HEAD ? Optional.<Factuality>empty() : factuality(words[2]);
    if (factuality.isEmpty() || (words.length - HEAD) % 2 != 0) {
      problems.add(
          line.problem(
              "\"" + line.text() + "\" is no signal",
              "write TYPE PHASE FACTUALITY and pairs, such as: sanctions lifted actual actor US"));
      return Optional.empty();
    }
    var fields = new LinkedHashMap<String, String>();
    for (int i = HEAD; i < words.length; i += 2) {
      if (!FIELDS.contains(words[i]) || !isFit(words[i], words[i + 1])) {
        problems.add(
            line.problem(
                "\"" + words[i] + " " + words[i + 1] + "\" says nothing of a signal",
                Nearest.advice(words[i], FIELDS)));
        return Optional.empty();
      }
      fields.put(words[i], words[i + 1]);
    }
    return Optional.of(new SignalLine(words[0], words[1], factuality.get(), fields));
  }

  private static boolean isFit(String field, String value) {
    return switch (field) {
      case "count" -> value.matches("\\d{1,8}");
      case "date" -> isDate(value);
      default -> value.matches("[A-Z][A-Z0-9]{1,5}");
    };
  }

  private static boolean isDate(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static Optional<Factuality> factuality(String word) {
    return Arrays.stream(Factuality.values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The line of a signal, with all that it says.
  static SignalLine of(Signal signal) {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "place", signal.place());
    put(fields, "actor", signal.actor());
    put(fields, "target", signal.target());
    put(fields, "count", signal.count() > 0 ? String.valueOf(signal.count()) : "");
    put(fields, "date", signal.date().map(LocalDate::toString).orElse(""));
    return new SignalLine(signal.type(), signal.phase(), signal.factuality(), fields);
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  /// Whether a signal is this one, as far as the line says.
  boolean fits(Signal signal) {
    var other = of(signal);
    return other.type.equals(type)
        && other.phase.equals(phase)
        && other.factuality == factuality
        && fields.entrySet().stream()
            .allMatch(each -> each.getValue().equals(other.fields.get(each.getKey())));
  }

  /// The signal itself, as if a reading rule had found it.
  Signal signal() {
    return new Signal(
        type,
        phase,
        factuality,
        fields.getOrDefault("place", ""),
        fields.getOrDefault("actor", ""),
        fields.getOrDefault("target", ""),
        Integer.parseInt(fields.getOrDefault("count", "0")),
        CountQualifier.EXACT,
        Optional.ofNullable(fields.get("date")).map(LocalDate::parse),
        this.toString(),
        "given by a test");
  }

  /// As it is written.
  @Override
  public String toString() {
    var text = new StringBuilder(type + " " + phase + " " + factuality.word());
    for (var name : List.of("place", "actor", "target", "count", "date")) {
      if (fields.containsKey(name)) {
        text.append(' ').append(name).append(' ').append(fields.get(name));
      }
    }
    return text.toString();
  }
}
