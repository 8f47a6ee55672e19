package io.foreshock.cli;

import io.foreshock.config.Config;
import io.foreshock.config.ConfigFiles;
import io.foreshock.feed.Checkup;
import io.foreshock.feed.Discovery;
import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedState;
import io.foreshock.feed.FeedTable;
import io.foreshock.feed.Opml;
import io.foreshock.item.Publisher;
import io.foreshock.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `feeds`: how well each feed is, at a glance; and asking, finding, taking over feeds.
@Command(
    name = "feeds",
    description = "Shows how well each feed is and when it is asked next.",
    synopsisSubcommandLabel = "[check | find | import | export]")
final class FeedsCommand implements Callable<Integer> {
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
    return with(this::show);
  }

  private int with(ToIntFunction<Config> work) {
    int code =
        switch (setup.settings(environment)) {
          case ConfigFiles.Loaded.Broken(_, var problems) -> terminal.tell(problems);
          case ConfigFiles.Loaded.Ready(var config) -> work.applyAsInt(config);
        };
    terminal.data().flush();
    return code;
  }

  private int show(Config config) {
    try (var store = Store.open(config.store())) {
      var states =
          store.transaction(handle -> new FeedTable(handle).all()).stream()
              .collect(Collectors.toMap(FeedState::url, Function.identity()));
      new FeedsPage(terminal, clock.instant()).print(config.feeds(), states);
    }
    return Terminal.FINE;
  }

  @Command(name = "check", description = "Asks one feed now and tells all about its answer.")
  int check(
      @Parameters(paramLabel = "URL|NAME", description = "a feed's name, or any address")
          String which) {
    return with(config -> {
      var known =
          config.feeds().stream()
              .filter(feed ->
                  feed.name().equalsIgnoreCase(which) || feed.url().toString().equals(which))
              .findFirst();
      var feed = known.or(() -> stranger(which));
      return feed.isEmpty() ? unknown(which) : check(config, feed.get(), known.isPresent());
    });
  }

  private int check(Config config, Feed feed, boolean isKnown) {
    try (var checkup = new Checkup(config.polling(), clock)) {
      var report = checkup.check(feed);
      report
          .findings()
          .forEach(each -> terminal.data().printf("%-10s %s%n", each.label(), each.words()));
      if (report.isWell() && isKnown) {
        makeDue(config, feed);
      }
      return report.isWell() ? Terminal.FINE : Terminal.PROBLEMS;
    }
  }

  /// A feed in trouble that answers now is not left waiting.
  private void makeDue(Config config, Feed feed) {
    try (var store = Store.open(config.store())) {
      boolean waited =
          store.transaction(handle -> {
            var table = new FeedTable(handle);
            boolean ill =
                table
                    .find(feed.url().toString())
                    .filter(state -> state.trouble().failures() > 0)
                    .isPresent();
            return ill && table.makeDue(feed.url().toString(), clock.instant());
          });
      if (waited) {
        terminal.words().println(feed.name() + " had failed before; it is due now");
      }
    }
  }

  private Optional<Feed> stranger(String url) {
    try {
      return Optional.of(
          new Feed(
              url,
              URI.create(url),
              Publisher.named(url),
              Optional.empty(),
              Duration.ofMinutes(15),
              false));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private int unknown(String which) {
    terminal
        .words()
        .println("no feed is called \"" + which + "\"; see: foreshock feeds, or give an address");
    return Terminal.PROBLEMS;
  }

  @Command(name = "find", description = "Finds the feeds of a site, as lines for feeds.yml.")
  int find(
      @Parameters(paramLabel = "SITE-URL", description = "such as https://www.lrt.lt") URI site,
      @Option(names = "--private", description = "the site lies in your own network")
          boolean isPrivate) {
    return with(config -> {
      try (var discovery = new Discovery(config.polling(), clock, isPrivate)) {
        return switch (discovery.find(site)) {
          case Discovery.Found.Failed(var reason) -> told(site + ": " + reason);
          case Discovery.Found.Feeds(var feeds) -> {
            feeds.forEach(each ->
                terminal
                    .data()
                    .print(
                        FeedsFile.entry(
                            "  ", each.title(), each.url().toString(), each.language())));
            yield feeds.isEmpty() ? told(site + ": no feed found") : Terminal.FINE;
          }
        };
      }
    });
  }

  private int told(String problem) {
    terminal.words().println(problem);
    return Terminal.PROBLEMS;
  }

  @Command(name = "import", description = "Adds the feeds of an OPML file to feeds.yml.")
  int take(@Parameters(paramLabel = "FILE.opml") Path file) throws IOException {
    return switch (Opml.read(Files.readAllBytes(file))) {
      case Opml.Read.Unreadable(var reason) -> told(file + ": " + reason);
      case Opml.Read.Subscriptions(var subscriptions, var left) -> {
        left.forEach(each -> terminal.words().println("left out, no web address: " + each));
        yield with(config -> add(config, subscriptions));
      }
    };
  }

  private int add(Config config, java.util.List<Opml.Subscription> subscriptions) {
    var known =
        config.feeds().stream().map(feed -> feed.url().toString()).collect(Collectors.toSet());
    var entries = subscriptions.stream().filter(each -> known.add(each.url().toString())).toList();
    try {
      new FeedsFile(setup.feeds()).add(entries);
    } catch (IOException e) {
      return told(setup.feeds() + " cannot be written: " + e.getMessage());
    }
    terminal
        .words()
        .printf(
            "%d feeds added to %s, %d stood there already; run: foreshock check%n",
            entries.size(), setup.feeds(), subscriptions.size() - entries.size());
    return Terminal.FINE;
  }

  @Command(name = "export", description = "Prints all feeds as OPML 2.0.")
  int give() {
    return with(config -> {
      terminal.data().print(Opml.write("Foreshock", config.feeds()));
      return Terminal.FINE;
    });
  }
}
