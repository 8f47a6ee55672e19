package io.foreshock.app;

import io.foreshock.alert.AlertTable;
import io.foreshock.exit.WebhookTable;
import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedState;
import io.foreshock.feed.FeedTable;
import io.foreshock.feed.Health;
import io.foreshock.item.ItemTable;
import io.foreshock.mail.DailyReport;
import io.foreshock.mail.Notices;
import io.foreshock.mail.OutboxTable;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Writes the operators' daily letter: what was done on the day before, and what needs them.
final class DailyLetter {
  private static final int SILENT_DAYS = 30;
  private static final int FROM_HOUR = 5;
  private static final int MOST_LINES = 60;

  private final Store store;
  private final Notices notices;
  private final List<Feed> feeds;
  private final List<String> rules;
  private final boolean hasHooks;
  private final InstantSource clock;

  /// @param rules the names of all rules
  DailyLetter(
      Store store,
      Notices notices,
      List<Feed> feeds,
      List<String> rules,
      boolean hasHooks,
      InstantSource clock) {
    this.store = store;
    this.notices = notices;
    this.feeds = List.copyOf(feeds);
    this.rules = List.copyOf(rules);
    this.hasHooks = hasHooks;
    this.clock = clock;
  }

  /// Writes yesterday's letter after 5 o'clock UTC, once however often it is called.
  void write() {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    if (now.getHour() < FROM_HOUR || !notices.hasOperators()) {
      return;
    }
    var yesterday = now.toLocalDate().minusDays(1);
    store.run(handle -> notices.tell(handle, "daily " + yesterday, report(handle, yesterday)));
  }

  DailyReport report(Handle handle, LocalDate day) {
    var from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    var to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var outbox = new OutboxTable(handle);
    return new DailyReport(
        day,
        feeds.size(),
        ill(handle),
        new ItemTable(handle).countSeen(from, to),
        new AlertTable(handle).countRaised(from, to),
        outbox.count("sent", from, to),
        outbox.count("waiting"),
        outbox.count("undeliverable", from, to),
        hasHooks ? hooks(new WebhookTable(handle)) : "",
        silentRules(handle, to),
        SILENT_DAYS);
  }

  private List<String> ill(Handle handle) {
    var names =
        feeds.stream()
            .collect(Collectors.toMap(feed -> feed.url().toString(), Feed::name, (one, _) -> one));
    return new FeedTable(handle)
        .all().stream()
            .filter(state -> names.containsKey(state.url()))
            .flatMap(
                state -> ailment(state).map(what -> names.get(state.url()) + ": " + what).stream())
            .sorted()
            .limit(MOST_LINES)
            .toList();
  }

  private Optional<String> ailment(FeedState state) {
    var health = Health.of(state, clock.instant());
    if (health.compareTo(Health.SLOW) >= 0) {
      return Optional.empty(); // it answers and brings news; what is odd about it stands in `feeds`
    }
    var word = health.name().toLowerCase(Locale.ROOT);
    var problem = state.trouble().problem();
    return Optional.of(problem.isEmpty() ? word : word + ", " + problem);
  }

  private static String hooks(WebhookTable table) {
    return Stream.of("sent", "waiting", "undeliverable")
        .map(state -> state + " " + table.count(state))
        .collect(Collectors.joining(", "));
  }

  private List<String> silentRules(Handle handle, Instant to) {
    var since = to.minus(Duration.ofDays(SILENT_DAYS));
    var fired = new HashSet<>(new SignalTable(handle).rulesSince(since));
    fired.addAll(new AlertTable(handle).rulesSince(since));
    return rules.stream()
        .filter(rule -> !fired.contains(rule))
        .distinct()
        .sorted()
        .limit(MOST_LINES)
        .toList();
  }
}
