package io.foreshock.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// What the phrases found in one text mean, sorted by the kind of their meaning.
///
/// What a cancelling phrase covers means nothing; only a topic stays one.
final class Meanings {
  /// A marker of this name makes a day an end; of names it tells nothing.
  static final String UNTIL = "until";

  private final List<Word> words;
  private final List<String> bare;
  private final boolean[] cancelled;
  private final List<PhraseBook.Found<Meaning>> concepts = new ArrayList<>();
  private final List<Mentions.Marked> markers = new ArrayList<>();
  private final List<Cue> cues = new ArrayList<>();
  private final TreeMap<String, Integer> weights = new TreeMap<>();
  private final HashMap<String, List<String>> topics = new HashMap<>();

  /// @param found the phrases
  /// @param words the text
  /// @param bare endings of infinitives, for morphologies that do not tell them
  Meanings(List<PhraseBook.Found<Meaning>> found, List<Word> words, List<String> bare) {
    this.words = words;
    this.bare = bare;
    this.cancelled = cancelled(found, words.size());
    found.forEach(this::sort);
  }

  private static boolean[] cancelled(List<PhraseBook.Found<Meaning>> found, int size) {
    var cancelled = new boolean[size];
    for (var each : found) {
      if (each.phrase().meaning() instanceof Meaning.Cancel) {
        Arrays.fill(cancelled, each.first(), each.last() + 1, true);
      }
    }
    return cancelled;
  }

  /// Whether a cancelling phrase covers the word.
  boolean isCancelled(int index) {
    return cancelled[index];
  }

  private void sort(PhraseBook.Found<Meaning> found) {
    if (found.phrase().meaning() instanceof Meaning.Topic topic) {
      weights.merge(topic.name(), topic.sure() ? 2 : 1, Integer::sum);
      topics.computeIfAbsent(topic.name(), _ -> new ArrayList<>()).add(found.phrase().source());
    } else if (!cancelled[found.first()] && !cancelled[found.last()]) {
      sortStanding(found);
    }
  }

  private void sortStanding(PhraseBook.Found<Meaning> found) {
    switch (found.phrase().meaning()) {
      case Meaning.Concept _ -> concepts.add(found);
      case Meaning.Marker marker ->
          markers.add(new Mentions.Marked(marker, found.first(), found.last()));
      case Meaning.Modal(var meaning, var reach) -> cues.add(cue(found, meaning, reach));
      case Meaning.Topic _, Meaning.Cancel _ -> {
        // told apart before
      }
    }
  }

  private Cue cue(PhraseBook.Found<Meaning> found, String meaning, String reach) {
    var first = words.get(found.first());
    var last = words.get(found.last());
    return new Cue(
        meaning,
        reach,
        found.first(),
        found.last(),
        first.at(),
        last.at(),
        first.sentence(),
        found.phrase().source());
  }

  /// The prepositions and the like.
  List<Mentions.Marked> markers() {
    return markers;
  }

  /// Indices of the words that begin a clause, ascending.
  List<Integer> clauses() {
    return markers.stream()
        .filter(each -> each.marker().name().equals(Mentions.CLAUSE))
        .map(Mentions.Marked::first)
        .sorted()
        .toList();
  }

  /// Indices of the words behind "until": a day there ends something.
  Set<Integer> ends() {
    return markers.stream()
        .filter(each -> each.marker().name().equals(UNTIL))
        .map(each -> each.last() + 1)
        .collect(java.util.stream.Collectors.toSet());
  }

  /// The concepts; of the phrases of one concept that overlap, the longest counts.
  List<Said> said() {
    concepts.sort(Comparator.comparingInt(each -> each.first() - each.last()));
    var said = new ArrayList<Said>(concepts.size());
    for (var each : concepts) {
      var fresh = said(each);
      if (!isPartOfOne(fresh, said)) {
        said.add(fresh);
      }
    }
    said.sort(Comparator.comparingInt(Said::at).thenComparing(Said::concept));
    return said;
  }

  private static boolean isPartOfOne(Said each, List<Said> longer) {
    for (var other : longer) {
      if (each.first() <= other.last()
          && other.first() <= each.last()
          && each.concept().equals(other.concept())) {
        return true;
      }
    }
    return false;
  }

  private Said said(PhraseBook.Found<Meaning> found) {
    var concept = (Meaning.Concept) found.phrase().meaning();
    var first = words.get(found.first());
    var last = words.get(found.last());
    return new Said(
        concept.name(),
        concept.form().orElseGet(() -> form(found, concept)),
        found.first(),
        found.last(),
        first.at(),
        last.at(),
        first.sentence(),
        found.phrase().source());
  }

  /// What the words tell; of a verb that tells nothing, at least that it is one.
  private Form form(PhraseBook.Found<Meaning> found, Meaning.Concept concept) {
    if (found.form() != Form.PLAIN) {
      return found.form();
    }
    var folded = words.get(found.first()).folded();
    for (var end : bare) {
      if (folded.endsWith(end)) {
        return Form.BARE;
      }
    }
    return concept.verb() ? Form.EITHER : Form.PLAIN;
  }

  /// The cues; one inside a longer one does not count: `nie wykluczać` is not `wykluczać`.
  List<Cue> cues() {
    return cues.stream().filter(cue -> cues.stream().noneMatch(cue::isInside)).toList();
  }

  /// The topics; one counts when a sure phrase names it or two hints do.
  List<Topic> topics() {
    return weights.entrySet().stream()
        .filter(each -> each.getValue() >= 2)
        .map(each -> new Topic(each.getKey(), topics.getOrDefault(each.getKey(), List.of())))
        .toList();
  }
}
