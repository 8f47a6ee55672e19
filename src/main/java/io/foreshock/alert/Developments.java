package io.foreshock.alert;

import io.foreshock.pattern.Match;
import io.foreshock.pattern.Sighting;
import io.foreshock.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The developments of the last 400 days, found by what they are about.
final class Developments {
  private static final Duration KEPT = Duration.ofDays(400);
  private static final Comparator<Development> LATEST =
      Comparator.comparing(Development::last).thenComparing(Development::id);

  private static final List<String> NOBODY = List.of("");

  private final Map<String, Development> byId = new LinkedHashMap<>();
  private final Map<String, Set<Development>> byMatter = new HashMap<>();
  private final Map<String, Set<Development>> bySide = new HashMap<>();
  private final Map<String, Set<Development>> bySignal = new HashMap<>();
  private final Map<String, Set<Development>> byKey = new HashMap<>();
  private final Set<Development> touched = new LinkedHashSet<>();
  private final Set<String> dropped = new HashSet<>();

  /// What changed since the last call.
  record Changes(List<Development.State> touched, Set<String> dropped) {
    Changes {
      touched = List.copyOf(touched);
      dropped = Set.copyOf(dropped);
    }
  }

  /// Notes a development, or that it has changed.
  void note(Development development) {
    if (byId.put(development.id(), development) == null) {
      var first = development.first();
      index(byMatter, matter(first), development);
      sides(first).forEach(side -> index(bySide, matter(first) + side, development));
      index(byKey, first.key(), development);
    }
    development.takeFreshPlaces().forEach(place -> index(bySignal, place, development));
    touched.add(development);
  }

  private static void index(
      Map<String, Set<Development>> index, String key, Development development) {
    index.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(development);
  }

  private static String matter(Match match) {
    return match.kind() + "|" + match.about();
  }

  /// Where a match is found: between its two parties and with each country it names, or at its
  /// place; one of which a part is not told, under an empty side.
  private static List<String> sides(Match match) {
    if (!isFull(match)) {
      return List.of("|");
    }
    return match.actor().isEmpty()
        ? List.of("|at " + match.place())
        : Stream.concat(
                Stream.of(between(match)),
                countries(match.place(), match.actor(), match.target())
                    .map(code -> "|with " + code))
            .toList();
  }

  /// Where those are found that may be of the same parties as a full match: with two parties in
  /// full the same two, with a place alone all that name it.
  private static List<String> sought(Match match) {
    return match.actor().isEmpty()
        ? List.of("|", "|at " + match.place(), "|with " + match.place())
        : Stream.concat(
                Stream.of("|", between(match)),
                countries(match.place(), match.actor(), match.target()).map(code -> "|at " + code))
            .toList();
  }

  private static String between(Match match) {
    return match.actor().compareTo(match.target()) < 0
        ? "|" + match.actor() + "-" + match.target()
        : "|" + match.target() + "-" + match.actor();
  }

  private static boolean isFull(Match match) {
    return match.actor().isEmpty() == match.target().isEmpty()
        && !(match.actor() + match.place()).isEmpty();
  }

  /// Developments that may be of the same parties.
  private Stream<Development> alike(Match match) {
    return isFull(match)
        ? sought(match).stream().flatMap(side -> found(bySide, matter(match) + side))
        : found(byMatter, matter(match));
  }

  private static String signal(String type, String phase) {
    return type + "/" + phase;
  }

  /// Where a development with a report of this signal is found: by each country that the signal
  /// names, or by none, and whatever it names.
  static List<String> places(Signal signal) {
    var event = signal(signal.type(), signal.phase());
    return Stream.concat(
            Stream.of(event),
            countries(signal.place(), signal.actor(), signal.target())
                .map(code -> event + "|" + code))
        .toList();
  }

  /// Those that may tell the same event as a sighting: they share a country with it, or one of the
  /// two names none.
  private Stream<Development> telling(Sighting sighting) {
    var event = signal(sighting.type(), sighting.phase());
    var named = countries(sighting.place(), sighting.actor(), sighting.target()).toList();
    return named.equals(NOBODY)
        ? found(bySignal, event)
        : Stream.concat(named.stream(), NOBODY.stream())
            .flatMap(code -> found(bySignal, event + "|" + code))
            .distinct();
  }

  /// The countries that are named; one empty code where none is.
  private static Stream<String> countries(String... codes) {
    var named = Stream.of(codes).filter(code -> !code.isEmpty()).distinct().toList();
    return named.isEmpty() ? NOBODY.stream() : named.stream();
  }

  /// Forgets what nobody spoke of for 400 days.
  void forget(Instant now) {
    var oldest = now.minus(KEPT);
    byId.values().stream()
        .filter(each -> each.last().isBefore(oldest))
        .toList()
        .forEach(this::drop);
  }

  private void drop(Development development) {
    byId.remove(development.id());
    touched.remove(development);
    dropped.add(development.id());
    Stream.of(byMatter, bySide, bySignal, byKey)
        .forEach(index -> {
          index.values().forEach(set -> set.remove(development));
          index.values().removeIf(Set::isEmpty);
        });
  }

  Optional<Development> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The development that a match belongs to.
  Optional<Development> of(Match match, Instant now) {
    return alike(match)
        .filter(each -> each.fits(match) && !each.isOver(match.quietDays(), now))
        .max(LATEST);
  }

  /// Whether any development is of this matter and these parties, over or not.
  boolean knows(Match match) {
    return alike(match).anyMatch(each -> each.fits(match));
  }

  /// The development that a sighting denies.
  Optional<Development> deniedBy(Sighting sighting, Instant now) {
    return telling(sighting).filter(each -> each.isDeniedBy(sighting, now)).max(LATEST);
  }

  /// The developments that tell the same event as a sighting and are not over.
  List<Development> about(Sighting sighting) {
    return telling(sighting)
        .filter(each -> !each.isOver(0, sighting.at()) && each.speaksOf(sighting))
        .toList();
  }

  /// Early signs of a signal that nobody has seen come true yet.
  Stream<Development> earlySigns(String type, String phase) {
    return found(byMatter, "early-sign|" + signal(type, phase))
        .filter(each -> each.isTold() && !each.isClosed());
  }

  /// Others of the same key, oldest first.
  List<Development> sameKey(Development development) {
    return found(byKey, development.first().key())
        .filter(each -> each != development)
        .sorted(Comparator.comparing(each -> each.first().last().at()))
        .toList();
  }

  /// Those whose update waits.
  List<Development> pending() {
    return byId.values().stream().filter(each -> each.pending().isPresent()).toList();
  }

  private static Stream<Development> found(Map<String, Set<Development>> index, String key) {
    return index.getOrDefault(key, Set.of()).stream();
  }

  Changes takeChanges() {
    var changes = new Changes(touched.stream().map(Development::state).toList(), dropped);
    touched.clear();
    dropped.clear();
    return changes;
  }

  /// Takes back what was kept; nothing of it counts as a change.
  void restore(List<Development.State> states) {
    new ArrayList<>(states).stream().map(Development::new).forEach(this::note);
    touched.clear();
  }
}
