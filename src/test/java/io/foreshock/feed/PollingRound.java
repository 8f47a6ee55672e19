package io.foreshock.feed;

import io.foreshock.item.Publisher;
import io.foreshock.store.Store;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Measures rounds of polls over loopback: 2,000 feeds of 50 items on 1,000 hosts, a third with
/// validators, a tenth failing, a tenth slow (a quarter of a second). The publishers run in a
/// process of their own, so that CPU time and memory are the poller's.
final class PollingRound {
  private static final int FEEDS = 2_000;
  private static final int ITEMS = 50;
  private static final int FEEDS_A_HOST = 2;
  private static final Duration SLOW = Duration.ofMillis(250);
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true);

  private PollingRound() {}

  /// Without arguments: measures. With `serve`: is the publishers.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 0) {
      serve();
      return;
    }
    var publishers = publishers();
    try (var port =
        new BufferedReader(
            new InputStreamReader(publishers.getInputStream(), StandardCharsets.UTF_8))) {
      measure(Integer.parseInt(port.readLine()));
    } finally {
      publishers.destroy();
    }
  }

  private static Process publishers() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            PollingRound.class.getName(),
            "serve")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void measure(int port) throws IOException {
    var shift = new AtomicReference<>(Duration.ZERO);
    InstantSource clock = () -> InstantSource.system().instant().plus(shift.get());
    var folder = Files.createTempDirectory("round");
    var feeds = IntStream.range(0, FEEDS).mapToObj(number -> feed(number, port)).toList();
    try (var store = Store.open("jdbc:sqlite:" + folder.resolve("round.db"));
        var poller = new Poller(store, feeds, FeedSettings.standard(), clock)) {
      round("first polls", store, poller, clock);
      shift.set(Duration.ofHours(2));
      round("second polls", store, poller, clock);
    }
    OUT.println("peak resident memory: " + peakMemory());
  }

  private static void round(String name, Store store, Poller poller, InstantSource clock) {
    var begin = clock.instant();
    long wall = System.nanoTime();
    long cpu = cpu();
    while (asked(store, begin) < FEEDS) {
      poller.pollDue();
    }
    double seconds = (System.nanoTime() - wall) / 1e9;
    OUT.printf(
        "%s: %.1f s, %.0f feeds a second, %.2f ms CPU a feed%n",
        name, seconds, FEEDS / seconds, (cpu() - cpu) / 1e6 / FEEDS);
  }

  /// How many feeds have their next check behind the round's beginning.
  private static long asked(Store store, java.time.Instant begin) {
    return store.transaction(handle ->
        handle
            .createQuery("SELECT COUNT(*) FROM feed WHERE next_check > :begin")
            .bind("begin", begin.plusSeconds(60).toEpochMilli())
            .mapTo(Long.class)
            .one());
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static String peakMemory() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "not told by this system";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ");
  }

  private static Feed feed(int number, int port) {
    int host = number / FEEDS_A_HOST;
    var address = "127.1.%d.%d".formatted(host / 250, 1 + host % 250);
    return new Feed(
        "Feed " + number,
        URI.create("http://%s:%d/%d".formatted(address, port, number)),
        Publisher.named("wire.example"),
        Optional.of("en"),
        new Feed.Rhythm.Learnt(),
        true,
        Feed.Identity.GUID);
  }

  private static void serve() throws IOException {
    try (var server = new CrookedServer(PollingRound::answer)) {
      OUT.println(server.port());
      while (true) {
        LockSupport.park();
      }
    }
  }

  private static void answer(String request, OutputStream out) throws IOException {
    int number = Integer.parseInt(request.substring(5, request.indexOf(' ', 5)));
    if (number % 10 == 3) {
      CrookedServer.with("500 Oops", "").write(request, out);
      return;
    }
    if (number % 10 == 5) {
      LockSupport.parkNanos(SLOW.toNanos());
    }
    boolean validated = number % 3 == 0;
    boolean known = request.contains("If-None-Match");
    var answer =
        validated && known
            ? CrookedServer.with("304 Not Modified", "")
            : CrookedServer.with(
                "200 OK\nContent-Type: application/rss+xml" + (validated ? "\nETag: \"1\"" : ""),
                document(number));
    answer.write(request, out);
  }

  private static String document(int number) {
    var items =
        IntStream.range(0, ITEMS)
            .mapToObj(item ->
                """
                <item><guid isPermaLink="false">%d-%d</guid><title>Report %d of feed %d: talks &amp; \
                sanctions</title><link>https://wire.example/%d/%d</link><description><![CDATA[<p>%s</p>]]>\
                </description><pubDate>Mon, 02 Mar 2026 %02d:%02d:00 +0100</pubDate></item>
                """
                    .formatted(
                        number,
                        item,
                        item,
                        number,
                        number,
                        item,
                        "Words of a report. ".repeat(15),
                        item / 3 % 24,
                        item % 60))
            .toList();
    return Documents.rss(List.copyOf(items).toArray(String[]::new));
  }
}
