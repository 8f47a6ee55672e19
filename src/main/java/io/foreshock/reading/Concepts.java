package io.foreshock.reading;

import io.foreshock.source.Entry;
import io.foreshock.source.Nearest;
import io.foreshock.source.Problem;
import io.foreshock.source.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a lexicon's words may mean (`concepts.yml`, and the names of signals in `signals.yml`), and
/// which meanings exclude each other.
final class Concepts {
  private final Set<String> names;
  private final Set<Set<String>> contradictions;

  private Concepts(Set<String> names, Set<Set<String>> contradictions) {
    this.names = Set.copyOf(names);
    this.contradictions = Set.copyOf(contradictions);
  }

  static Concepts open(Path rules, List<Problem> problems) {
    var names = new HashSet<String>();
    root(rules.resolve("signals.yml"), problems)
        .ifPresent(root ->
            root.map()
                .forEach((type, entry) ->
                    entry
                        .get("phases")
                        .ifPresent(phases ->
                            phases.keys().forEach(phase -> names.add(type + "/" + phase.text())))));
    var root = root(rules.resolve("concepts.yml"), problems);
    root.flatMap(entry -> entry.get("concepts"))
        .ifPresent(concepts -> concepts.keys().forEach(key -> names.add(key.text())));
    var contradictions = new HashSet<Set<String>>();
    for (var pair : root.flatMap(entry -> entry.get("contradictions")).stream().toList()) {
      pair.list().forEach(each -> contradictions.add(Set.copyOf(each.texts())));
    }
    return new Concepts(names, contradictions);
  }

  private static Optional<Entry> root(Path file, List<Problem> problems) {
    return switch (YamlFile.read(file)) {
      case YamlFile.Read(var root) -> root;
      case YamlFile.Unreadable(var found) -> {
        problems.addAll(found);
        yield Optional.empty();
      }
    };
  }

  /// A concept that nobody declared.
  Optional<Problem> unknown(Entry key) {
    return names.contains(key.text())
        ? Optional.empty()
        : Optional.of(
            key.problem(
                "unknown concept \"" + key.text() + "\"", Nearest.advice(key.text(), names)));
  }

  private boolean exclude(String one, String other) {
    return !one.equals(other) && contradictions.contains(Set.of(one, other));
  }

  /// Collects which phrase means what, so that a phrase with two opposite meanings is found.
  Claims claims() {
    return new Claims();
  }

  /// The phrases of one language.
  final class Claims {
    private record Claim(String concept, Entry entry) {}

    private final Map<String, List<Claim>> byPhrase = new HashMap<>();

    /// Notes what a phrase means; a contradiction to what it meant before is a problem.
    Optional<Problem> add(String concept, Entry phrase) {
      var claims = byPhrase.computeIfAbsent(phrase.text(), _ -> new ArrayList<>());
      var other = claims.stream().filter(each -> exclude(each.concept(), concept)).findFirst();
      claims.add(new Claim(concept, phrase));
      return other.map(each ->
          phrase.problem(
              "\"%s\" means %s here and %s in line %d"
                  .formatted(phrase.text(), concept, each.concept(), each.entry().line()),
              "give it to one of the two, or write each with the words that tell them apart"));
    }
  }
}
