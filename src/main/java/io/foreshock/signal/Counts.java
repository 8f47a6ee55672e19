package io.foreshock.signal;

import io.foreshock.reading.Amount;
import io.foreshock.reading.Counted;
import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import io.foreshock.reading.Said;
import io.foreshock.reading.Word;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How many people an event is about.
final class Counts {
  private static final int ATTACHED = 4;
  private static final int ALONE = 5;
  private static final int SIDE_BY_SIDE = 3;

  /// How far the parts of a sum may be apart, in words.
  private static final int SUM = 8;

  private static final char PLUS = '+';

  private final Reading reading;

  Counts(Reading reading) {
    this.reading = reading;
  }

  /// The number that counts one of these concepts, nearest to the event, with what is added to it;
  /// else one that stands alone beside it ("more than thirty walked free"), two equal ones ("146
  /// for 146"), the one that the title counts, one that speaks of the same people elsewhere ("the
  /// four"), or one where the deed is told again.
  ///
  /// @param isNews whether a deed of the item is news, not history
  Optional<Counted> of(Draft draft, List<String> concepts, Predicate<Said> isNews) {
    if (concepts.isEmpty()) {
      return Optional.empty();
    }
    return reading.said().stream()
        .filter(said -> concepts.contains(said.concept()))
        .filter(said -> said.near(draft.verb()) || said.near(draft.object()))
        .flatMap(said -> before(said).stream())
        .min(Comparator.comparingInt(number -> distance(number, draft)))
        .or(() -> alone(draft))
        .or(() -> equal(draft))
        .or(() -> inTitle(draft, concepts))
        .or(() -> elsewhere(draft))
        .or(() -> again(draft, concepts, isNews))
        .map(number -> sum(number, concepts));
  }

  private Optional<Counted> equal(Draft draft) {
    var here = persons(number -> number.sentence() == draft.verb().sentence()).toList();
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
    return persons(number -> number.sentence() == draft.verb().sentence())
        .filter(number -> number.value() > 1 && distance(number, draft) <= ALONE)
        .min(Comparator.comparingInt(number -> distance(number, draft)));
  }

  private Optional<Counted> elsewhere(Draft draft) {
    int here = draft.verb().sentence();
    return persons(number -> number.tie() == Counted.Tie.SAME)
        .filter(number -> Math.abs(number.sentence() - here) == 1)
        .findFirst();
  }

  private Optional<Counted> again(Draft draft, List<String> concepts, Predicate<Said> isNews) {
    return reading.said().stream()
        .filter(deed -> deed.concept().equals(draft.verb().concept()))
        .filter(deed -> deed.sentence() != draft.verb().sentence() && isNews.test(deed))
        .flatMap(deed ->
            reading.said().stream()
                .filter(said -> concepts.contains(said.concept()) && said.near(deed))
                .flatMap(said -> before(said).stream()))
        .findFirst();
  }

  private Stream<Counted> persons(Predicate<Counted> wanted) {
    return reading.numbers().stream().filter(wanted).filter(this::isCount);
  }

  /// "Two journalists and three activists" are five, "9 + 114" are 123; each part must say whom it
  /// counts.
  private Counted sum(Counted number, List<String> concepts) {
    var numbers = reading.numbers();
    int first = numbers.indexOf(number);
    int last = first;
    while (first > 0 && adds(numbers.get(first - 1), numbers.get(first), concepts)) {
      first--;
    }
    while (last + 1 < numbers.size() && adds(numbers.get(last), numbers.get(last + 1), concepts)) {
      last++;
    }
    var all = numbers.subList(first, last + 1).stream().reduce(Counted::plus).orElse(number);
    return withOneMore(all, concepts) ? all.more(1) : all;
  }

  /// "A blogger and two lawyers" are three: somebody without a number stands before the "and".
  private boolean withOneMore(Counted number, List<String> concepts) {
    return number.tie() == Counted.Tie.AND
        && isOf(number, concepts)
        && reading.said().stream()
            .filter(said -> concepts.contains(said.concept()))
            .filter(said -> said.sentence() == number.sentence() && said.last() < number.first())
            .filter(said -> number.at() - said.until() <= SUM)
            .anyMatch(said -> isOnePerson(said));
  }

  private boolean isOnePerson(Said said) {
    var words = reading.words().subList(said.first(), said.last() + 1);
    return before(said).isEmpty()
        && words.stream().anyMatch(word -> tells(word, Amount.ONE))
        && words.stream().noneMatch(word -> tells(word, Amount.MANY));
  }

  private static boolean tells(Word word, Amount amount) {
    return word.senses().stream().allMatch(sense -> sense.amount() == amount);
  }

  private boolean adds(Counted one, Counted next, List<String> concepts) {
    if (one.sentence() != next.sentence() || next.at() - one.at() > SUM) {
      return false;
    }
    boolean joined = next.tie() == Counted.Tie.AND && isOf(one, concepts) && isOf(next, concepts);
    return isCount(one) && isCount(next) && (joined || isPlus(one, next));
  }

  private boolean isPlus(Counted one, Counted next) {
    var words = reading.words();
    int from = words.get(one.last()).end();
    return next.first() == one.last() + 1
        && reading.text().substring(from, words.get(next.first()).start()).indexOf(PLUS) >= 0;
  }

  /// Whether what stands behind a number is one of these concepts, or people of a country.
  private boolean isOf(Counted number, List<String> concepts) {
    return reading.said().stream()
            .filter(said -> concepts.contains(said.concept()))
            .anyMatch(said -> before(said).filter(number::equals).isPresent())
        || reading.names().stream()
            .filter(name -> name.kind().equals(Named.PEOPLE) && name.first() > number.last())
            .anyMatch(
                name -> name.sentence() == number.sentence() && name.first() - number.last() <= 2);
  }

  private static int distance(Counted number, Draft draft) {
    return Math.max(0, Math.max(number.at() - draft.until(), draft.from() - number.at()));
  }

  private boolean isCount(Counted number) {
    return number.ofPersons() && !isDate(number);
  }

  private Optional<Counted> before(Said counted) {
    return persons(number -> number.sentence() == counted.sentence())
        .filter(number -> number.last() < counted.first() && counted.at() - number.at() <= ATTACHED)
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
