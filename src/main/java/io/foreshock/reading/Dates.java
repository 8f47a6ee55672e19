package io.foreshock.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the days and years that a text names; a year that is not said is the one that brings the
/// day nearest to the item's own date.
final class Dates {
  private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern ORDINAL = Pattern.compile("(st|nd|rd|th|go|-е|-го)$");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private final Lexicon.Calendar calendar;

  Dates(Lexicon.Calendar calendar) {
    this.calendar = calendar;
  }

  /// The dates in `words`, as understood on `today`, the item's own day.
  List<Dated> in(List<Word> words, LocalDate today) {
    var dates = new ArrayList<Dated>();
    int i = 0;
    while (i < words.size()) {
      var date = at(words, i, today);
      if (date.isPresent()) {
        dates.add(date.get());
        i = date.get().last() + 1;
      } else {
        i++;
      }
    }
    return dates;
  }

  private Optional<Dated> at(List<Word> words, int i, LocalDate today) {
    if (words.get(i).isNumber()) {
      return numeric(words, i).or(() -> dayThenMonth(words, i, today)).or(() -> year(words, i));
    }
    var days = calendar.days().get(words.get(i).folded());
    if (days != null) {
      return dated(words, i, i, today.plusDays(days), null);
    }
    var month = month(words, i);
    return month.isEmpty() ? Optional.empty() : inMonth(words, i, month.getAsInt(), today);
  }

  private Optional<Dated> inMonth(List<Word> words, int i, int month, LocalDate today) {
    return monthThenDay(words, i, month, today)
        .or(() -> monthOfYear(words, i, month))
        .or(() -> monthAlone(words, i, month, today));
  }

  private Optional<Dated> numeric(List<Word> words, int i) {
    var matcher = NUMERIC.matcher(words.get(i).folded());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return day(
            Integer.parseInt(matcher.group(3)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(1)))
        .flatMap(day -> dated(words, i, i, day, null));
  }

  /// `12 grudnia`, `18 and 19 December`, `12–14 Dec 2025`.
  private Optional<Dated> dayThenMonth(List<Word> words, int i, LocalDate today) {
    var first = dayNumber(words, i);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int next = i + 1;
    var second = OptionalInt.empty();
    for (int skip = 1; skip <= 2 && second.isEmpty() && month(words, next).isEmpty(); skip++) {
      second = dayNumber(words, i + skip);
      next = second.isPresent() ? i + skip + 1 : next;
    }
    var month = month(words, next);
    if (month.isEmpty()) {
      return Optional.empty();
    }
    return resolve(words, i, next, month.getAsInt(), first.getAsInt(), second, today);
  }

  /// `December 12`, `Dec. 12-14`.
  private static Optional<Dated> monthThenDay(List<Word> words, int i, int month, LocalDate today) {
    var first = dayNumber(words, i + 1);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var second = dayNumber(words, i + 2);
    int last = second.isPresent() ? i + 2 : i + 1;
    return resolve(words, i, last, month, first.getAsInt(), second, today);
  }

  private static Optional<Dated> resolve(
      List<Word> words,
      int start,
      int end,
      int month,
      int first,
      OptionalInt second,
      LocalDate today) {
    var said = yearNumber(words, end + 1);
    int last = said.isPresent() ? end + 1 : end;
    var from = said.isPresent() ? day(said.getAsInt(), month, first) : nearest(month, first, today);
    return from.flatMap(day -> {
      var to = second.isPresent() ? day(day.getYear(), month, second.getAsInt()).orElse(day) : day;
      return dated(words, start, last, day, to.isBefore(day) ? day : to);
    });
  }

  private static Optional<Dated> monthOfYear(List<Word> words, int i, int month) {
    var year = yearNumber(words, i + 1);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    var from = LocalDate.of(year.getAsInt(), month, 1);
    return Optional.of(span(words, i, i + 1, from, from.plusMonths(1).minusDays(1)));
  }

  /// "In September": the one nearest to the item's own day.
  private Optional<Dated> monthAlone(List<Word> words, int i, int month, LocalDate today) {
    boolean told =
        i > 0
            && calendar.inMonth().contains(words.get(i - 1).folded())
            && words.get(i).at() - words.get(i - 1).at() == 1;
    return told
        ? nearest(month, 1, today)
            .map(from -> span(words, i, i, from, from.plusMonths(1).minusDays(1)))
        : Optional.empty();
  }

  private static Optional<Dated> year(List<Word> words, int i) {
    var year = yearNumber(words, i);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    var from = LocalDate.of(year.getAsInt(), 1, 1);
    return Optional.of(span(words, i, i, from, from.plusYears(1).minusDays(1)));
  }

  /// Whether the words around say that a number is a year in which something was: "w 2006 roku".
  boolean isYear(List<Word> words, Dated date) {
    int next = date.last() + 1;
    boolean told =
        calendar.inMonth().isEmpty()
            || (date.first() > 0
                && calendar.inMonth().contains(words.get(date.first() - 1).folded()));
    return told && next < words.size() && calendar.ofYear().contains(words.get(next).folded());
  }

  private static Dated span(List<Word> words, int first, int last, LocalDate from, LocalDate to) {
    var word = words.get(first);
    return new Dated(from, to, false, false, first, last, word.at(), word.sentence());
  }

  private static Optional<Dated> dated(
      List<Word> words,
      int first,
      int last,
      LocalDate from,
      @org.jspecify.annotations.Nullable LocalDate to) {
    var word = words.get(first);
    return Optional.of(
        new Dated(
            from, to == null ? from : to, true, false, first, last, word.at(), word.sentence()));
  }

  private static Optional<LocalDate> nearest(int month, int day, LocalDate today) {
    return Stream.of(-1, 0, 1)
        .flatMap(years -> day(today.getYear() + years, month, day).stream())
        .min(
            Comparator.comparingLong(
                each -> Math.abs(java.time.temporal.ChronoUnit.DAYS.between(today, each))));
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      return Optional.empty(); // a 31st of June is no date
    }
  }

  private static OptionalInt dayNumber(List<Word> words, int i) {
    if (i >= words.size() || !words.get(i).isNumber()) {
      return OptionalInt.empty();
    }
    var digits = ORDINAL.matcher(words.get(i).folded()).replaceFirst("");
    boolean plain = digits.length() <= 2 && digits.chars().allMatch(Character::isDigit);
    int day = plain ? Integer.parseInt(digits) : 0;
    return day >= 1 && day <= 31 ? OptionalInt.of(day) : OptionalInt.empty();
  }

  private static OptionalInt yearNumber(List<Word> words, int i) {
    if (i >= words.size() || words.get(i).folded().length() != 4 || !words.get(i).isNumber()) {
      return OptionalInt.empty();
    }
    var digits = words.get(i).folded();
    int year = digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : 0;
    return year >= FIRST_YEAR && year <= LAST_YEAR && year != Year.MAX_VALUE
        ? OptionalInt.of(year)
        : OptionalInt.empty();
  }

  private OptionalInt month(List<Word> words, int i) {
    if (i >= words.size()) {
      return OptionalInt.empty();
    }
    var exact = calendar.months().get(words.get(i).folded());
    if (exact != null) {
      return OptionalInt.of(exact);
    }
    for (var sense : words.get(i).senses()) {
      var month = calendar.months().get(sense.key());
      if (month != null) {
        return OptionalInt.of(month);
      }
    }
    return OptionalInt.empty();
  }
}
