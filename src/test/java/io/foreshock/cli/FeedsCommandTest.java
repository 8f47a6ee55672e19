package io.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.foreshock.feed.Opml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsCommandTest {
  private static final String RSS =
      "<rss><channel><title>Wire &amp; more</title><language>pl</language><ttl>60</ttl><item>"
          + "<title>Rozmowy</title><pubDate>Fri, 12 Dec 2025 08:00:00 GMT</pubDate></item>"
          + "</channel></rss>";

  @TempDir private Path folder;
  private final Map<String, String> pages =
      Map.of(
          "/rss", RSS,
          "/site", "<!doctype html><link rel=alternate type=application/rss+xml href=/rss>",
          "/bare", "<!doctype html><p>Nothing here");
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var page = pages.getOrDefault(exchange.getRequestURI().getPath(), "");
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, Math.max(1, bytes.length));
            exchange.getResponseBody().write(page.isEmpty() ? new byte[1] : bytes);
          }
        });
    server.start();
    Files.writeString(
        folder.resolve("foreshock.yml"),
        "store:\n  url: jdbc:sqlite:%s\npolling:\n  host-gap: 0s\n"
            .formatted(folder.resolve("test.db")));
    write(
        """
        feeds:
          - name: Wire
            url: %s
            publisher: wire.example
            language: pl
            private: yes
        """
            .formatted(url("/rss")));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void write(String feeds) throws IOException {
    Files.writeString(folder.resolve("feeds.yml"), feeds);
  }

  private Cli feeds(String... arguments) {
    var all = new java.util.ArrayList<>(java.util.List.of("feeds"));
    all.addAll(java.util.List.of("--config", folder.resolve("foreshock.yml").toString()));
    all.addAll(java.util.List.of("--feeds", folder.resolve("feeds.yml").toString()));
    all.addAll(java.util.List.of(arguments));
    return Cli.run(all.toArray(String[]::new));
  }

  @Test
  void the_table_shows_state_and_next_check() {
    var shown = feeds();

    assertThat(shown.code()).isZero();
    assertThat(shown.dataLines().get(0)).startsWith("STATE").contains("NEXT CHECK");
    assertThat(shown.dataLines().get(1)).startsWith("new").contains("Wire").contains("never asked");
    assertThat(shown.words()).contains("1 feeds: 1 new");
  }

  @Test
  void check_tells_all_about_one_feed() {
    var checked = feeds("check", "wire");

    assertThat(checked.code()).isZero();
    assertThat(checked.data())
        .contains("title      Wire & more (pl)")
        .contains("entries    1, 0 without a date")
        .contains("wishes     ttl 60 min")
        .contains(": ttl 60 min")
        .contains("2025-12-12T08:00:00Z  Rozmowy");
  }

  @Test
  void check_says_why_an_address_is_not_asked_and_what_no_feed_is_called() {
    var inside = feeds("check", url("/rss"));
    assertThat(inside.code()).as(inside.data()).isZero(); // it is Wire's own address

    var stranger = feeds("check", url("/other"));
    assertThat(stranger.code()).isEqualTo(1);
    assertThat(stranger.data()).contains("not on the public Internet");

    assertThat(feeds("check", "Wirr").words()).contains("no feed is called \"Wirr\"");
  }

  @Test
  void find_gives_lines_for_the_file() {
    var found = feeds("find", "--private", url("/site"));

    assertThat(found.code()).as(found.words()).isZero();
    assertThat(found.data())
        .isEqualTo(
            """
              - name: "Wire & more"
                url: "%s"
                publisher: 127.0.0.1
                language: pl
            """
                .formatted(url("/rss")));
    assertThat(feeds("find", "--private", url("/bare")).data())
        .as("a page that names none: the usual places are tried")
        .contains(url("/rss"));
  }

  @Test
  void import_adds_what_is_not_there_and_the_file_stays_valid() throws IOException {
    var opml = folder.resolve("list.opml");
    Files.writeString(
        opml,
        """
        <?xml version="1.0"?><!DOCTYPE opml><opml version="1.0"><body><outline text="Group">
        <outline text="Says &quot;news&quot; &amp; more: all" xmlUrl="https://www.news.example/rss?a=1&b=2"/>
        <outline text="Wire" xmlUrl="%s"/><outline text="Broken" xmlUrl="feed:nowhere"/>
        </outline></body></opml>
        """
            .formatted(url("/rss")));

    var imported = feeds("import", opml.toString());

    assertThat(imported.code()).as(imported.words()).isZero();
    assertThat(imported.words())
        .contains("1 feeds added")
        .contains("1 stood there already")
        .contains("left out, no web address: Broken (feed:nowhere)");
    assertThat(feeds().data()).contains("Says \"news\" & more: all").contains("Wire");
    assertThat(feeds("import", opml.toString()).words()).contains("0 feeds added");
  }

  @Test
  void export_gives_what_import_reads() throws IOException {
    write(
        "feeds:\n  - {name: Wire & Co, url: \"https://me:secret@wire.example/rss\","
            + " publisher: wire.example, language: pl}\n");
    var exported = feeds("export").data();

    var read = Opml.read(exported.getBytes(StandardCharsets.UTF_8));

    assertThat(exported).contains("<opml version=\"2.0\">").doesNotContain("secret");
    assertThat(((Opml.Read.Subscriptions) read).subscriptions())
        .containsExactly(
            new Opml.Subscription(
                "Wire & Co", java.net.URI.create("https://wire.example/rss"), "pl"));
  }
}
