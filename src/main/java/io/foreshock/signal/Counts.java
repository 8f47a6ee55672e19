package io.foreshock.signal;

import io.foreshock.reading.Counted;
import io.foreshock.reading.Reading;
import io.foreshock.reading.Said;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How many people an event is about.
final class Counts {
  private static final int ATTACHED = 4;
  private static final int ALONE = 5;
  private static final int SIDE_BY_SIDE = 3;

  private final Reading reading;

  Counts(Reading reading) {
    this.reading = reading;
  }

  /// The number that counts one of these concepts, nearest to the event; else one that stands alone
  /// beside it ("more than thirty walked free"), two equal ones ("146 for 146"), or the one that
  /// the title counts.
  Optional<Counted> of(Draft draft, List<String> concepts) {
    return reading.said().stream()
        .filter(said -> concepts.contains(said.concept()) && said.near(draft.verb()))
        .flatMap(said -> before(said).stream())
        .min(Comparator.comparingInt(number -> distance(number, draft)))
        .or(() -> concepts.isEmpty() ? Optional.empty() : besides(draft, concepts));
  }

  private Optional<Counted> besides(Draft draft, List<String> concepts) {
    return alone(draft).or(() -> equal(draft)).or(() -> inTitle(draft, concepts));
  }

  private Optional<Counted> equal(Draft draft) {
    var here =
        reading.numbers().stream()
            .filter(number -> number.sentence() == draft.verb().sentence() && isCount(number))
            .toList();
    return IntStream.range(1, here.size())
        .filter(i -> here.get(i).value() == here.get(i - 1).value())
        .filter(i -> here.get(i).at() - here.get(i - 1).at() <= SIDE_BY_SIDE)
        .mapToObj(here::get)
        .findFirst();
  }

  /// What the title counts is what the whole item is about.
  private Optional<Counted> inTitle(Draft draft, List<String> concepts) {
    return reading.said().stream()
        .filter(said -> draft.verb().sentence() > 0 && said.sentence() == 0)
        .filter(said -> concepts.contains(said.concept()))
        .flatMap(said -> before(said).stream())
        .findFirst();
  }

  private Optional<Counted> alone(Draft draft) {
    return reading.numbers().stream()
        .filter(number -> number.sentence() == draft.verb().sentence() && isCount(number))
        .filter(number -> number.value() > 1 && distance(number, draft) <= ALONE)
        .min(Comparator.comparingInt(number -> distance(number, draft)));
  }

  private static int distance(Counted number, Draft draft) {
    return Math.max(0, Math.max(number.at() - draft.until(), draft.from() - number.at()));
  }

  private boolean isCount(Counted number) {
    return number.ofPersons() && !isDate(number);
  }

  private Optional<Counted> before(Said counted) {
    return reading.numbers().stream()
        .filter(number -> number.sentence() == counted.sentence())
        .filter(number -> number.last() < counted.first() && counted.at() - number.at() <= ATTACHED)
        .filter(this::isCount)
        .max(Comparator.comparingInt(Counted::at));
  }

  private boolean isDate(Counted number) {
    return reading.dates().stream()
        .anyMatch(date -> date.first() <= number.last() && number.first() <= date.last());
  }

  static CountQualifier qualifier(Counted number) {
    return Arrays.stream(CountQualifier.values())
        .filter(each -> each.word().equals(number.qualifier()))
        .findFirst()
        .orElse(CountQualifier.EXACT);
  }
}
