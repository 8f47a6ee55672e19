package io.foreshock.wording;

import java.time.LocalDate;

/// A season as people at a northern desk speak of it: it begins with its first month and lasts
/// until the sun begins the next one, so that the middle of December still is autumn.
///
/// @param name `WINTER`, `SPRING`, `SUMMER` or `AUTUMN`
/// @param from its first day
record Season(Name name, LocalDate from) {
  private static final int MONTHS = 3;
  private static final int LAST_DAY_BEFORE_THE_NEXT = 20;

  enum Name {
    SPRING,
    SUMMER,
    AUTUMN,
    WINTER
  }

  /// The season of a day: of two that overlap, the one that began first.
  static Season of(LocalDate day) {
    boolean old =
        day.getMonthValue() % MONTHS == 0 && day.getDayOfMonth() <= LAST_DAY_BEFORE_THE_NEXT;
    var month = old ? day.minusMonths(1) : day;
    var first = month.withDayOfMonth(1).minusMonths(month.getMonthValue() % MONTHS);
    return new Season(Name.values()[first.getMonthValue() / MONTHS - 1], first);
  }
}
