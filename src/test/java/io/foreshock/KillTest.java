package io.foreshock;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.foreshock.alert.AlertTable;
import io.foreshock.store.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The daemon as a process of its own, killed with SIGKILL again and again: every letter arrives,
/// and a letter that arrives again carries the Message-ID of the first, so that it is recognised.
/// One kill in three comes at any time, the others from when it tells of an alert: while that is
/// committed, and its letters are sent.
///
/// `-Dforeshock.kills=100` kills it a hundred times; 110 at the most.
@Execution(ExecutionMode.CONCURRENT)
class KillTest {
  private static final int KILLS = Integer.getInteger("foreshock.kills", 20);
  private static final long SEED = 20251213;

  /// One for each kill, so that no two alerts are steps of one development: those of one turn would
  /// be one letter.
  private static final String[] COUNTRIES =
      """
      AE AF AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD
      CF CG CH CI CK CL CM CN CO CR CU CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ
      FM GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS JM JO JP
      KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
      """
          .strip()
          .split("\\s+", -1);

  @TempDir private Path folder;
  private final List<String> items = new CopyOnWriteArrayList<>();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private HttpServer news;
  private String url;

  @BeforeEach
  void start() throws IOException {
    mail.start();
    news = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    news.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    news.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var rss =
                "<rss version=\"2.0\"><channel>" + String.join("", items) + "</channel></rss>";
            var bytes = rss.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    news.start();
    url = "jdbc:sqlite:" + folder.resolve("kill.db");
    Files.writeString(
        folder.resolve("feeds.yml"),
        "feeds:\n  - {url: \"http://127.0.0.1:%d/\", publisher: wire.example, language: en, every: 1m, private: yes}\n"
            .formatted(news.getAddress().getPort()));
    var rules = englishRules();
    Files.writeString(
        folder.resolve("foreshock.yml"),
        """
        rules: "%s"
        store: {url: "%s"}
        polling: {host-gap: 0s}
        mail: {host: 127.0.0.1, port: %d, tls: none, from: foreshock@desk.example}
        recipients:
          - {address: anna@desk.example, language: en, kinds: [prisoner-release]}
          - {address: ben@desk.example, language: pl, kinds: [prisoner-release]}
        """
            .formatted(rules, url, mail.getSmtp().getPort()));
  }

  /// Our own rules with the words of one language only: the daemon is started many times.
  private Path englishRules() throws IOException {
    var source = Path.of("rules");
    var copy = folder.resolve("rules");
    try (var files = Files.walk(source)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = copy.resolve(source.relativize(file).toString());
        var name = file.getFileName().toString();
        boolean foreign = name.matches("(pl|ru|uk|be|lt|de)\\.yml");
        if (!file.startsWith(source.resolve("tests"))) {
          Files.createDirectories(target.getParent());
          Files.writeString(
              target,
              foreign ? "language: " + name.substring(0, 2) + "\n" : Files.readString(file));
        }
      }
    }
    return copy;
  }

  @AfterEach
  void stop() {
    news.stop(0);
    mail.stop();
  }

  private Process daemon() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Dforeshock.log=INFO",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            "io.foreshock.cli.Main",
            "run",
            "--config",
            folder.resolve("foreshock.yml").toString(),
            "--feeds",
            folder.resolve("feeds.yml").toString())
        .redirectErrorStream(true)
        .start();
  }

  /// Waits until the daemon says this.
  private static void await(BufferedReader log, String words) throws IOException {
    var said = new ArrayList<String>();
    for (var line = log.readLine(); line != null; line = log.readLine()) {
      said.add(line);
      if (line.contains(words)) {
        return;
      }
    }
    throw new AssertionError("the daemon ended: " + said);
  }

  private void publish(int number) {
    var country = Locale.of("", COUNTRIES[number]).getDisplayCountry(Locale.ENGLISH);
    items.add(
        "<item><guid>%d</guid><title>%s frees %d political prisoners</title><pubDate>%s</pubDate></item>"
            .formatted(number, country, number + 10, InstantSource.system().instant()));
  }

  /// As if a minute had passed: the feed is due.
  private void makeDue() {
    try (var store = Store.open(url)) {
      store.run(handle -> handle.execute("UPDATE feed SET next_check = 0"));
    }
  }

  @Test
  @Timeout(3_600)
  void every_letter_arrives_however_often_the_daemon_is_killed() throws Exception {
    var random = new Random(SEED);
    firstPoll();
    for (int i = 0; i < KILLS; i++) {
      publish(i);
      makeDue();
      var daemon = daemon();
      try (var log = daemon.inputReader()) {
        await(log, "watching");
        if (random.nextInt(3) > 0) {
          await(log, "prisoner-release"); // told, in a transaction that may be open still
        }
        daemon.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
      }
      daemon.destroyForcibly().waitFor();
    }
    makeDue();
    var last = daemon();
    await(last.inputReader(), "watching");
    Thread.ofVirtual().start(() -> last.inputReader().lines().forEach(_ -> {}));
    awaitLetters(2 * KILLS);
    last.destroy();
    assertThat(last.waitFor(30, TimeUnit.SECONDS)).as("SIGTERM ends it").isTrue();

    assertThat(distinct()).hasSize(2 * KILLS);
    assertThat(alerts()).hasSize(KILLS);
  }

  private void firstPoll() throws Exception {
    var daemon = daemon();
    try (var log = daemon.inputReader()) {
      await(log, "watching");
      awaitFirstPoll();
    }
    daemon.destroyForcibly().waitFor();
  }

  private void awaitFirstPoll() {
    var patience = InstantSource.system().instant().plus(Duration.ofSeconds(60));
    while (InstantSource.system().instant().isBefore(patience) && polls() == 0) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(polls()).isPositive();
  }

  private long polls() {
    try (var store = Store.open(url)) {
      return store.transaction(handle ->
          handle.createQuery("SELECT COALESCE(SUM(polls), 0) FROM feed").mapTo(Long.class).one());
    }
  }

  private void awaitLetters(int wanted) {
    Instant patience = InstantSource.system().instant().plus(Duration.ofSeconds(90));
    while (InstantSource.system().instant().isBefore(patience) && distinct().size() < wanted) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private List<String> distinct() {
    return Arrays.stream(mail.getReceivedMessages()).map(KillTest::id).distinct().toList();
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> alerts() {
    try (var store = Store.open(url)) {
      return store.transaction(handle -> new AlertTable(handle).latest(1000)).stream()
          .filter(kept -> kept.alert().kind().equals("prisoner-release"))
          .map(kept -> kept.alert().key() + kept.alert().sequence())
          .toList();
    }
  }
}
