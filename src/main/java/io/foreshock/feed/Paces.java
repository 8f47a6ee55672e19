package io.foreshock.feed;

import java.time.DayOfWeek;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A feed's pace as one column: minutes, reason, hours, days, each behind a bar.
final class Paces {
  private static final int FIELDS = 4;

  private Paces() {}

  static String written(Parsed.Pace pace) {
    return pace.equals(Parsed.Pace.FREE)
        ? ""
        : "%d|%s|%s|%s"
            .formatted(
                pace.minutes(),
                pace.why(),
                pace.skipHours().stream()
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" ")),
                pace.skipDays().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
  }

  static Parsed.Pace read(String column) {
    var fields = column.split("\\|", -1);
    if (fields.length != FIELDS) {
      return Parsed.Pace.FREE;
    }
    return new Parsed.Pace(
        Integer.parseInt(fields[0]),
        fields[1],
        words(fields[2]).map(Integer::valueOf).collect(Collectors.toSet()),
        words(fields[3]).map(DayOfWeek::valueOf).collect(Collectors.<DayOfWeek>toSet()));
  }

  private static Stream<String> words(String field) {
    return Stream.of(field.split(" ")).filter(word -> !word.isEmpty());
  }
}
