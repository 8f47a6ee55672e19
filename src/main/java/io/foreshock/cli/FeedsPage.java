package io.foreshock.cli;

import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedState;
import io.foreshock.feed.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All feeds on one page, the worst first.
final class FeedsPage {
  private static final String ROW = "%-8s  %-30s  %-10s  %s%n";
  private static final int WIDEST_NAME = 30;
  private static final int WIDEST_NOTE = 160;

  private final Terminal terminal;
  private final Instant now;

  FeedsPage(Terminal terminal, Instant now) {
    this.terminal = terminal;
    this.now = now;
  }

  private record Row(Feed feed, Optional<FeedState> state, Health health) {}

  void print(List<Feed> feeds, Map<String, FeedState> states) {
    var rows =
        feeds.stream()
            .map(feed -> row(feed, Optional.ofNullable(states.get(feed.url().toString()))))
            .sorted(Comparator.comparing(Row::health))
            .toList();
    terminal.data().printf(ROW, "STATE", "FEED", "LAST NEW", "NEXT CHECK (UTC) AND WHY");
    rows.forEach(this::print);
    var counts =
        rows.stream()
            .collect(Collectors.groupingBy(Row::health, TreeMap::new, Collectors.counting()));
    var words =
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    terminal.words().println(feeds.size() + " feeds" + (words.isEmpty() ? "" : ": " + words));
  }

  private Row row(Feed feed, Optional<FeedState> state) {
    return new Row(feed, state, state.map(each -> Health.of(each, now)).orElse(Health.NEW));
  }

  private void print(Row row) {
    var state = row.state();
    terminal
        .data()
        .printf(
            ROW,
            row.health().name().toLowerCase(Locale.ROOT),
            shortened(row.feed().name(), WIDEST_NAME),
            state.flatMap(each -> each.history().lastNew()).map(this::ago).orElse("-"),
            state.map(FeedState::next).map(this::next).orElse("next at once: never asked"));
    state.ifPresent(this::notes);
  }

  private String next(FeedState.Next next) {
    return "next " + minute(next.at()) + ": " + next.reason();
  }

  private void notes(FeedState state) {
    var trouble = state.trouble();
    if (trouble.failures() > 0) {
      note(
          "problem",
          trouble.problem() + trouble.since().map(at -> " (since " + minute(at) + ")").orElse(""));
    }
    var address = state.address();
    address.moving().ifPresent(target -> note("redirected", "to " + target));
    if (!address.now().toString().equals(state.url())) {
      note("moved", "asked at " + address.now() + "; put that into feeds.yml");
    }
    note("items", state.content().remark());
    note("mended", state.content().repairs());
  }

  private void note(String label, String words) {
    if (!words.isEmpty()) {
      terminal.data().printf("          %s: %s%n", label, shortened(words, WIDEST_NOTE));
    }
  }

  private static String shortened(String text, int widest) {
    return text.length() <= widest ? text : text.substring(0, widest - 1) + "…";
  }

  private String ago(Instant time) {
    var passed = Duration.between(time, now);
    if (passed.toDays() > 0) {
      return passed.toDays() + " d ago";
    }
    return passed.toHours() > 0 ? passed.toHours() + " h ago" : passed.toMinutes() + " min ago";
  }

  /// The time alone where it is within a day.
  private String minute(Instant time) {
    var text = time.toString();
    boolean near = Duration.between(now, time).abs().compareTo(Duration.ofHours(20)) < 0;
    return near ? text.substring(11, 16) : text.substring(0, 16).replace('T', ' ');
  }
}
