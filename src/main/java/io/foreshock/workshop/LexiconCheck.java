package io.foreshock.workshop;

import io.foreshock.reading.ConceptPhrase;
import io.foreshock.reading.Language;
import io.foreshock.rule.RuleText;
import io.foreshock.signal.SignalType;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether words, concepts and rules fit together.
final class LexiconCheck {
  private static final Pattern CUT = Pattern.compile("(?<=[\\p{L}*])-(?=[\\p{L}=*])");

  private final Path folder;
  private final List<Problem> problems;
  private final List<Problem> remarks;
  private final Map<String, Entry> lexicons = new TreeMap<>();

  LexiconCheck(Path folder, List<Problem> problems, List<Problem> remarks) {
    this.folder = folder;
    this.problems = problems;
    this.remarks = remarks;
    for (var language : Language.values()) {
      root(folder.resolve("lexicon").resolve(language.code() + ".yml"))
          .ifPresent(each -> lexicons.put(language.code(), each));
    }
  }

  private static Optional<Entry> root(Path file) {
    return YamlFile.read(file) instanceof YamlFile.Read(var root) ? root : Optional.empty();
  }

  /// Phrases that do not say what they seem to.
  void phrases() {
    lexicons
        .values()
        .forEach(root ->
            List.of("concepts", "cues", "topics", "cancel")
                .forEach(part -> root.get(part).ifPresent(this::alternatives)));
  }

  private void alternatives(Entry entry) {
    if (entry.isMap()) {
      entry.map().values().forEach(this::alternatives);
      return;
    }
    for (var each : entry.list()) {
      for (var part : each.text().split("\\s+", -1)) {
        cut(each, part);
      }
    }
  }

  /// A hyphen parts words: `a|b-c|d` is `a|b` and then `c|d`, not three alternatives.
  private void cut(Entry phrase, String part) {
    if (part.contains("|") && CUT.matcher(part).find()) {
      var parts = part.split("\\|", -1);
      var alone = new ArrayList<String>();
      for (var each : parts) {
        if (CUT.matcher(each).find()) {
          alone.add("\"" + each + "\"");
        }
      }
      problems.add(
          phrase.problem(
              "the hyphen cuts \"" + part + "\" into two words, each with its alternatives",
              "give " + String.join(" and ", alone) + " a line of its own"));
    }
    if (part.startsWith("|") || part.endsWith("|")) {
      problems.add(
          phrase.problem(
              "a space cuts the alternatives \"" + phrase.text() + "\"",
              "write | without spaces, and a phrase of several words on a line of its own"));
    }
  }

  /// Concepts from rule to word and back.
  void concepts(Rules rules) {
    var defined = new HashMap<String, Set<String>>();
    lexicons.forEach((language, root) ->
        root.get("concepts")
            .ifPresent(concepts ->
                concepts
                    .keys()
                    .forEach(key ->
                        defined.computeIfAbsent(key.text(), _ -> new TreeSet<>()).add(language))));
    var known = root(folder.resolve("concepts.yml")).flatMap(each -> each.get("concepts"));
    var names = known.map(each -> each.map().keySet()).orElse(Set.of());
    var used = new HashSet<String>();
    rules
        .reader()
        .texts()
        .forEach(rule ->
            used(
                rule,
                (constraint, name) -> {
                  used.add(name);
                  if (!names.contains(name) && !name.contains("/")) {
                    problems.add(
                        new Problem(
                            rule.file().path(),
                            constraint.line(),
                            "unknown concept \"" + name + "\"",
                            Nearest.to(name, names)
                                .map(each -> "did you mean \"" + each + "\"?")
                                .orElse("define it in " + folder.resolve("concepts.yml"))));
                  } else if (!defined.containsKey(name)) {
                    problems.add(
                        new Problem(
                            rule.file().path(),
                            constraint.line(),
                            "no language has words for the concept \"" + name + "\"",
                            "give it phrases in " + folder.resolve("lexicon")));
                  }
                }));
    known.ifPresent(concepts -> concepts.keys().forEach(key -> key(key, used, defined, rules)));
    claimed();
    cancelled(rules.reader().phrases());
  }

  private static void used(RuleText rule, BiConsumer<RuleText.Constraint, String> each) {
    for (var clause : rule.when()) {
      for (var constraint : clause.constraints()) {
        if (constraint.text().startsWith("concept")) {
          constraint.literals().forEach(word -> each.accept(constraint, word));
        }
      }
    }
  }

  private void key(Entry key, Set<String> used, Map<String, Set<String>> defined, Rules rules) {
    boolean counted =
        rules.reader().types().types().values().stream()
            .flatMap(type -> type.phases().values().stream())
            .map(SignalType.Phase::parts)
            .anyMatch(parts ->
                parts.counts().contains(key.text()) || parts.grounds().contains(key.text()));
    if (!used.contains(key.text()) && !counted) {
      remarks.add(
          key.problem(
              "no rule uses the concept \"" + key.text() + "\"",
              "use it in rules/reading, or take it and its words out"));
    }
    var missing =
        lexicons.keySet().stream()
            .filter(each -> !defined.getOrDefault(key.text(), Set.of()).contains(each))
            .toList();
    if (!missing.isEmpty()) {
      remarks.add(
          key.problem(
              "the concept \"" + key.text() + "\" has no words in " + String.join(", ", missing),
              "add them in " + folder.resolve("lexicon")));
    }
  }

  private record Claim(String concept, Entry phrase) {}

  private void claimed() {
    lexicons
        .values()
        .forEach(root -> {
          Map<String, List<Claim>> byPhrase = new TreeMap<>();
          root.get("concepts")
              .ifPresent(concepts ->
                  concepts.map().forEach((name, entry) -> claims(name, entry, byPhrase)));
          byPhrase.values().forEach(this::claimedTwice);
        });
  }

  private static void claims(String name, Entry entry, Map<String, List<Claim>> byPhrase) {
    if (entry.isMap()) {
      entry.map().values().forEach(each -> claims(name, each, byPhrase));
      return;
    }
    entry
        .list()
        .forEach(each ->
            byPhrase
                .computeIfAbsent(each.text(), _ -> new ArrayList<>())
                .add(new Claim(name, each)));
  }

  private void claimedTwice(List<Claim> claims) {
    var names = claims.stream().map(Claim::concept).collect(Collectors.toCollection(TreeSet::new));
    if (names.size() > 1) {
      var last = claims.getLast().phrase();
      remarks.add(
          last.problem(
              "\"" + last.text() + "\" is claimed by " + String.join(" and ", names),
              "leave it only where it is meant, or add the words that tell them apart"));
    }
  }

  private void cancelled(List<ConceptPhrase> phrases) {
    for (var each : phrases) {
      each.cancelledBy()
          .ifPresent(cancel ->
              place(each)
                  .ifPresent(entry ->
                      problems.add(
                          entry.problem(
                              "\""
                                  + each.phrase()
                                  + "\" can never count: cancel: has \""
                                  + cancel
                                  + "\"",
                              "take one of the two out, or give the cancelling phrase more words"))));
    }
  }

  private Optional<Entry> place(ConceptPhrase phrase) {
    return Optional.ofNullable(lexicons.get(phrase.language()))
        .flatMap(root -> root.get("concepts"))
        .flatMap(concepts -> concepts.get(phrase.concept()))
        .flatMap(entry -> find(entry, phrase.phrase()));
  }

  private static Optional<Entry> find(Entry entry, String text) {
    var lists = entry.isMap() ? List.copyOf(entry.map().values()) : List.of(entry);
    return lists.stream()
        .flatMap(each -> each.list().stream())
        .filter(each -> each.text().equals(text))
        .findFirst();
  }
}
