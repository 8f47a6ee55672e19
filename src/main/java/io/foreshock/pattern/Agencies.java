package io.foreshock.pattern;

import io.foreshock.item.Item;
import io.foreshock.source.Entry;
import io.foreshock.source.Problem;
import io.foreshock.source.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The news agencies of a rules folder (`agencies.yml`), and which of them an item carries.
///
/// An agency is the source where its name stands in brackets, before a colon at the beginning of a
/// title or summary, or behind a dash or slash at the end of one.
final class Agencies {
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byPublisher = new HashMap<>();
  private final Pattern source;

  private Agencies(Optional<Entry> root) {
    root.flatMap(entry -> entry.get("agencies"))
        .ifPresent(agencies -> agencies.map().forEach(this::add));
    var names = byName.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    this.source =
        Pattern.compile(
            names.isEmpty()
                ? "$."
                : "[(\\[/]\\s*(?<in>"
                    + names
                    + ")\\s*[)\\]/]|^\\s*(?<first>"
                    + names
                    + ")\\s*:|[–—|/-]\\s*(?<last>"
                    + names
                    + ")\\.?\\s*$",
            Pattern.MULTILINE);
  }

  private void add(String name, Entry agency) {
    var voice = agency.get("family").map(Entry::text).orElse(name);
    texts(agency, "names").forEach(each -> byName.put(each, voice));
    texts(agency, "publishers").forEach(each -> byPublisher.put(each, voice));
  }

  private static List<String> texts(Entry agency, String key) {
    return agency.get(key).map(Entry::texts).orElse(List.of());
  }

  /// Reads `agencies.yml` of a rules folder, which may lack it; what is wrong is added to
  /// `problems`.
  static Agencies open(Path rules, List<Problem> problems) {
    if (!Files.exists(rules.resolve("agencies.yml"))) {
      return new Agencies(Optional.empty());
    }
    return switch (YamlFile.read(rules.resolve("agencies.yml"))) {
      case YamlFile.Read(var root) -> new Agencies(root);
      case YamlFile.Unreadable(var found) -> {
        problems.addAll(found);
        yield new Agencies(Optional.empty());
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Agencies agencies
        && byName.equals(agencies.byName)
        && byPublisher.equals(agencies.byPublisher);
  }

  @Override
  public int hashCode() {
    return byName.hashCode() + byPublisher.hashCode();
  }

  /// The agency whose text an item is, or carries.
  Optional<String> of(Item item) {
    return Optional.ofNullable(byPublisher.get(item.publisher().name()))
        .or(() -> named(item.title()))
        .or(() -> named(item.summary()));
  }

  private Optional<String> named(String text) {
    var found = source.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    return List.of("in", "first", "last").stream()
        .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
        .findFirst()
        .map(byName::get);
  }
}
