package io.foreshock.feed;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;

/// Reads what a channel says about when to ask it: `ttl`, `skipHours` and `skipDays` of RSS 2.0,
/// `updatePeriod` and `updateFrequency` of RSS 1.0's syndication module.
final class FeedPace {
  private static final int MINUTES_A_DAY = 1_440;

  private FeedPace() {}

  static Parsed.Pace of(Element channel) {
    int ttl = child(channel, "ttl").map(FeedPace::number).orElse(0);
    int period = period(channel);
    boolean byTtl = ttl >= period;
    int minutes = Math.min(MINUTES_A_DAY, Math.max(ttl, period));
    return new Parsed.Pace(
        minutes,
        minutes == 0 ? "" : byTtl ? "ttl " + ttl + " min" : "sy:updatePeriod " + period + " min",
        children(channel, "skipHours", "hour")
            .map(FeedPace::number)
            .map(hour -> hour % 24)
            .collect(Collectors.toSet()),
        children(channel, "skipDays", "day")
            .flatMap(day -> dayOfWeek(day).stream())
            .collect(Collectors.toSet()));
  }

  private static int period(Element channel) {
    int minutes =
        switch (child(channel, "updatePeriod").orElse("")) {
          case "hourly" -> 60;
          case "daily" -> MINUTES_A_DAY;
          case "weekly", "monthly", "yearly" -> 7 * MINUTES_A_DAY;
          default -> 0;
        };
    int often = child(channel, "updateFrequency").map(FeedPace::number).orElse(1);
    return minutes / Math.max(1, often);
  }

  private static Optional<String> child(Element parent, String name) {
    return named(parent, name).map(Element::getTextTrim).findFirst();
  }

  private static Stream<String> children(Element channel, String group, String name) {
    return named(channel, group)
        .flatMap(each -> named(each, name))
        .map(Element::getTextTrim)
        .filter(text -> !text.isEmpty());
  }

  private static Stream<Element> named(Element parent, String name) {
    return parent.getChildren().stream().filter(child -> child.getName().equalsIgnoreCase(name));
  }

  private static Optional<DayOfWeek> dayOfWeek(String name) {
    return Set.of(DayOfWeek.values()).stream()
        .filter(day -> day.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static int number(String text) {
    boolean plain =
        !text.isEmpty() && text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Integer.parseInt(text) : 0;
  }
}
