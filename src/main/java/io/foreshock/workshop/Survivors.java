package io.foreshock.workshop;

import io.foreshock.source.Entry;
import io.foreshock.source.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why no test notices some mistakes, as `tests/survivors.yml` says it.
///
/// A mistake is named by the end of its line in the list of `rules coverage --mutate`, or by a part
/// of it between stars: `*drops near($what)`.
final class Survivors {
  private final Map<String, String> reasons;

  private Survivors(Map<String, String> reasons) {
    this.reasons = Map.copyOf(reasons);
  }

  static Survivors of(Path rules) {
    var file = rules.resolve("tests/survivors.yml");
    var reasons = new LinkedHashMap<String, String>();
    if (Files.exists(file) && YamlFile.read(file) instanceof YamlFile.Read(var root)) {
      for (var each :
          root.flatMap(entry -> entry.get("survivors")).map(Entry::list).orElse(List.of())) {
        var why = each.get("reason").map(Entry::text).orElse("");
        each.get("mutants").ifPresent(list -> list.texts().forEach(text -> reasons.put(text, why)));
      }
    }
    return new Survivors(reasons);
  }

  /// The reason, or nothing where nobody has given one.
  String reason(Mutant mutant) {
    var name = mutant.toString();
    return reasons.entrySet().stream()
        .filter(each -> fits(each.getKey(), name))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(reasons.get(mutant.kind().words())))
        .orElse("");
  }

  private static boolean fits(String key, String name) {
    boolean isPart = key.length() > 1 && key.startsWith("*") && key.endsWith("*");
    return isPart ? name.contains(key.substring(1, key.length() - 1)) : name.endsWith(key);
  }
}
