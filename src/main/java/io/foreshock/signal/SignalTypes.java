package io.foreshock.signal;

import io.foreshock.source.Entry;
import io.foreshock.source.Nearest;
import io.foreshock.source.Problem;
import io.foreshock.source.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The kinds of signal that a rules folder knows.
///
/// @param types by name
public record SignalTypes(Map<String, SignalType> types) {
  private static final Set<String> KEYS =
      Set.of(
          "pair",
          "phases",
          "place",
          "actor",
          "target",
          "count",
          "abroad",
          "directed",
          "grounds",
          "usual",
          "mediators",
          "away",
          "alone");
  private static final Set<String> STANCES = Set.of("hostile", "conciliatory", "neutral");

  /// Copies the map.
  public SignalTypes {
    types = Map.copyOf(types);
  }

  /// The type of this name.
  public Optional<SignalType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /// Whether a rule may give this type and phase.
  public boolean knows(String type, String phase) {
    return type(type).map(each -> each.phases().containsKey(phase)).orElse(false);
  }

  /// Reads `signals.yml` of a rules folder; what is wrong is added to `problems` and left out.
  public static SignalTypes open(Path rules, List<Problem> problems) {
    var types = new LinkedHashMap<String, SignalType>();
    switch (YamlFile.read(rules.resolve("signals.yml"))) {
      case YamlFile.Unreadable(var found) -> problems.addAll(found);
      case YamlFile.Read(var root) ->
          root.ifPresent(entry ->
              entry.map().forEach((name, type) -> types.put(name, type(name, type, problems))));
    }
    return new SignalTypes(types);
  }

  private static SignalType type(String name, Entry entry, List<Problem> problems) {
    for (var key : entry.keys()) {
      if (!KEYS.contains(key.text())) {
        problems.add(
            key.problem("unknown key \"" + key.text() + "\"", Nearest.advice(key.text(), KEYS)));
      }
    }
    var phases = new LinkedHashMap<String, SignalType.Phase>();
    entry
        .get("phases")
        .ifPresent(list ->
            list.map().forEach((phase, each) -> phases.put(phase, phase(each, entry, problems))));
    return new SignalType(
        name, entry.get("pair").map(Entry::text).orElse("no").equals("yes"), phases);
  }

  /// A phase's own list, else its type's.
  private static List<String> relations(Entry phase, Entry type, String part) {
    return phase.get(part).or(() -> type.get(part)).map(Entry::texts).orElse(List.of());
  }

  private static boolean is(Entry phase, Entry type, String flag) {
    var told = phase.get(flag).or(() -> type.get(flag)).map(Entry::text);
    return told.orElse(flag.equals("directed") ? "yes" : "no").equals("yes");
  }

  private static SignalType.Phase phase(Entry entry, Entry type, List<Problem> problems) {
    var word = entry.get("stance").map(Entry::text).orElse("neutral");
    if (!STANCES.contains(word)) {
      problems.add(entry.problem("unknown stance \"" + word + "\"", Nearest.advice(word, STANCES)));
      word = "neutral";
    }
    return new SignalType.Phase(
        SignalType.Stance.valueOf(word.toUpperCase(Locale.ROOT)),
        entry.get("opposite").map(Entry::texts).orElse(List.of()),
        entry.get("covers").map(Entry::texts).orElse(List.of()),
        new SignalType.Parts(
            relations(entry, type, "place"),
            relations(entry, type, "actor"),
            relations(entry, type, "target"),
            is(entry, type, "abroad"),
            is(entry, type, "directed"),
            relations(entry, type, "grounds"),
            relations(entry, type, "usual"),
            relations(entry, type, "mediators"),
            relations(entry, type, "away"),
            relations(entry, type, "count"),
            is(entry, type, "alone")));
  }
}
