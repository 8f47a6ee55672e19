package io.foreshock.cli;

import io.foreshock.config.Config;
import io.foreshock.config.ConfigFiles;
import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedState;
import io.foreshock.feed.FeedTable;
import io.foreshock.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `feeds`: how well each feed is, at a glance.
@Command(name = "feeds", description = "Shows how well each feed is and when it is asked next.")
final class FeedsCommand implements Callable<Integer> {
  private static final String ROW = "%-8s %-32s %-9s %-17s %s%n";

  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  FeedsCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return switch (setup.settings(environment)) {
      case ConfigFiles.Loaded.Broken(_, var problems) -> terminal.tell(problems);
      case ConfigFiles.Loaded.Ready(var config) -> show(config);
    };
  }

  private int show(Config config) {
    try (var store = Store.open(config.store())) {
      var states =
          store.transaction(handle -> new FeedTable(handle).all()).stream()
              .collect(Collectors.toMap(FeedState::url, Function.identity()));
      terminal.data().printf(ROW, "STATE", "FEED", "LAST NEW", "NEXT CHECK (UTC)", "WHY");
      for (var feed : config.feeds()) {
        var state = states.get(feed.url().toString());
        if (state == null) {
          terminal.data().printf(ROW, "new", feed.name(), "-", "at once", "never asked");
        } else {
          row(feed, state);
        }
      }
    }
    terminal.data().flush();
    return Terminal.FINE;
  }

  private void row(Feed feed, FeedState state) {
    var why = state.problem().isEmpty() ? state.nextReason() : state.problem();
    terminal
        .data()
        .printf(
            ROW,
            state.health(clock.instant()).name().toLowerCase(Locale.ROOT),
            feed.name(),
            state.lastNew().map(this::ago).orElse("-"),
            minute(state.nextCheck()),
            why);
    if (!state.repairs().isEmpty()) {
      terminal.data().printf(ROW, "", "", "", "", "mended: " + state.repairs());
    }
  }

  private String ago(Instant time) {
    var passed = Duration.between(time, clock.instant());
    if (passed.toDays() > 0) {
      return passed.toDays() + " d ago";
    }
    return passed.toHours() > 0 ? passed.toHours() + " h ago" : passed.toMinutes() + " min ago";
  }

  private static String minute(Instant time) {
    return time.toString().substring(0, 16).replace('T', ' ');
  }
}
