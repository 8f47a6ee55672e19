package io.foreshock.signal;

import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Turns the dated occasions of one item into its agenda: each day once, with what stands nearest.
final class AgendaFinder {
  private static final Set<String> WHERE = Set.of("in", "on", "near");
  private static final int LONGEST_YEARS = 2;

  private final Reading reading;
  private final LocalDate today;

  AgendaFinder(Reading reading, LocalDate today) {
    this.reading = reading;
    this.today = today;
  }

  /// The days after the item's own, in the order of the text.
  List<Agenda> of(List<Drafts.Ahead> found) {
    var byDay = new LinkedHashMap<LocalDate, Agenda>();
    found.stream()
        .filter(ahead -> ahead.when().isDay() && ahead.when().to().isAfter(today))
        .filter(ahead -> ahead.when().from().isBefore(today.plusYears(LONGEST_YEARS)))
        .sorted(
            Comparator.<Drafts.Ahead>comparingInt(ahead -> ahead.when().at())
                .thenComparingInt(ahead -> ahead.when().distance(ahead.what())))
        .forEach(ahead -> byDay.putIfAbsent(ahead.when().from(), agenda(ahead)));
    return List.copyOf(byDay.values());
  }

  private Agenda agenda(Drafts.Ahead ahead) {
    var names =
        reading.names().stream()
            .filter(name -> name.sentence() == ahead.what().sentence())
            .toList();
    var place =
        names.stream()
            .filter(name -> name.markers().stream().anyMatch(WHERE::contains))
            .findFirst();
    var parties = names.stream().map(Named::code).distinct().toList();
    return new Agenda(
        place.map(Named::code).orElse(""),
        parties.isEmpty() ? "" : parties.getFirst(),
        parties.size() < 2 ? "" : parties.get(1),
        ahead.when().from(),
        ahead.when().to(),
        reading.words(
            Math.min(ahead.what().first(), ahead.when().first()),
            Math.max(ahead.what().last(), ahead.when().last())));
  }
}
