package io.foreshock.config;

import io.foreshock.source.Durations;
import io.foreshock.source.Entry;
import io.foreshock.source.Nearest;
import io.foreshock.source.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A mapping of a settings file: each value by its key, with a default where it is left out, and
/// every problem noted instead of thrown.
final class Section {
  private static final Set<String> YES = Set.of("yes", "true", "on");
  private static final Set<String> NO = Set.of("no", "false", "off");

  private final Optional<Entry> entry;
  private final List<Problem> problems;

  Section(Optional<Entry> entry, List<Problem> problems) {
    this.entry = entry;
    this.problems = problems;
  }

  /// Notes every key that is not one of these.
  Section of(String... keys) {
    var known = Set.of(keys);
    entry.ifPresent(map -> {
      if (!map.isMap() && !map.text().isEmpty()) {
        problems.add(
            map.problem("\"" + map.text() + "\" is no section", "write keys and values under it"));
      }
      for (var key : map.keys()) {
        if (!known.contains(key.text())) {
          problems.add(
              key.problem("unknown key \"" + key.text() + "\"", Nearest.advice(key.text(), known)));
        }
      }
    });
    return this;
  }

  Section section(String key) {
    return new Section(get(key), problems);
  }

  /// The elements of a list, each a section of its own.
  List<Section> sections(String key) {
    return get(key).stream()
        .flatMap(list -> list.list().stream())
        .map(each -> new Section(Optional.of(each), problems))
        .toList();
  }

  boolean has(String key) {
    return get(key).isPresent();
  }

  String text(String key, String standard) {
    return get(key).map(Entry::text).orElse(standard);
  }

  /// A text that must be there.
  String needed(String key, String next) {
    var text = text(key, "");
    if (text.isEmpty()) {
      problem(key, "\"" + key + "\" is missing", next);
    }
    return text;
  }

  Set<String> texts(String key) {
    return get(key).map(list -> Set.copyOf(list.texts())).orElse(Set.of());
  }

  boolean flag(String key) {
    var text = text(key, "no").toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      problem(key, "\"" + text + "\" is neither yes nor no", "write yes or no");
    }
    return YES.contains(text);
  }

  int whole(String key, int standard) {
    var text = text(key, String.valueOf(standard));
    if (!text.matches("\\d{1,9}")) {
      problem(key, "\"" + text + "\" is not a whole number", "write digits, such as " + standard);
      return standard;
    }
    return Integer.parseInt(text);
  }

  Duration duration(String key, Duration standard) {
    var text = get(key).map(Entry::text);
    if (text.isEmpty()) {
      return standard;
    }
    var duration = Durations.parse(text.get());
    if (duration.isEmpty()) {
      problem(key, "\"" + text.get() + "\" is not a duration", Durations.advice(text.get()));
    }
    return duration.orElse(standard);
  }

  <T extends Enum<T>> T choice(String key, T standard) {
    var word = text(key, standard.name()).toLowerCase(Locale.ROOT);
    var known = Arrays.asList(standard.getDeclaringClass().getEnumConstants());
    var names = known.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    int found = names.indexOf(word);
    if (found < 0) {
      problem(key, "\"" + word + "\" is not known here", Nearest.advice(word, names));
      return standard;
    }
    return known.get(found);
  }

  /// Makes a value whose constructor may refuse; a refusal becomes a problem at `key`.
  <T> Optional<T> make(String key, Function<Section, T> constructor) {
    try {
      return Optional.of(constructor.apply(this));
    } catch (IllegalArgumentException e) {
      problem(key, String.valueOf(e.getMessage()), "");
      return Optional.empty();
    }
  }

  /// Notes a problem at a key, or at the section where the key is missing.
  void problem(String key, String message, String next) {
    get(key).or(() -> entry).ifPresent(place -> problems.add(place.problem(message, next)));
  }

  int line(String key) {
    return get(key).or(() -> entry).map(Entry::line).orElse(0);
  }

  private Optional<Entry> get(String key) {
    return entry.flatMap(map -> map.get(key));
  }
}
