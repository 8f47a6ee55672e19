package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.SettableClock;
import io.foreshock.item.Publisher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FetcherTest {
  private static final String FEED = Documents.rss(Documents.item("1", "Talks begin"));
  private static final FeedSettings QUICK =
      FeedSettings.standard().withLimits(Duration.ofSeconds(1), Duration.ofMillis(600), 1 << 20);

  private final SettableClock clock = new SettableClock("2026-03-02T12:00:00Z");
  private CrookedServer server;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new CrookedServer(CrookedServer.with("200 OK", FEED));
    fetcher = new Fetcher(QUICK, clock);
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  private Fetched fetch() {
    return fetch(Documents.feed(server.url("/rss")));
  }

  private Fetched fetch(Feed feed) {
    return fetcher.fetch(feed, feed.url(), Fetched.Validators.NONE);
  }

  private static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Fresh.class);
    return new String(((Fetched.Fresh) fetched).body().array(), StandardCharsets.UTF_8);
  }

  private static Fetched.Failed failed(Fetched fetched, Fetched.Why why) {
    assertThat(fetched).isInstanceOf(Fetched.Failed.class);
    var failed = (Fetched.Failed) fetched;
    assertThat(failed.why()).as(failed.reason()).isEqualTo(why);
    return failed;
  }

  @Nested
  class Asking {
    @Test
    void validators_go_back_byte_for_byte() {
      var strange =
          new Fetched.Validators("W/\"a b%2F\u00e9\"", "Mon, 2 March 2026 11:59:00 +0000");

      fetcher.fetch(Documents.feed(server.url("/rss")), server.url("/rss"), strange);

      assertThat(server.requests().getFirst())
          .contains("\r\nIf-Modified-Since: Mon, 2 March 2026 11:59:00 +0000\r\n")
          .contains(
              "\r\nIf-None-Match: "
                  + new String(
                      "W/\"a b%2F\u00e9\"".getBytes(StandardCharsets.UTF_8),
                      StandardCharsets.ISO_8859_1));
    }

    @Test
    void validators_are_taken_as_they_come_and_dropped_where_the_answer_is_stale_at_once() {
      server.answers(CrookedServer.with("200 OK\nETag: W/\"x  y\"\nLast-Modified: gestern", FEED));
      assertThat(((Fetched.Fresh) fetch()).validators())
          .isEqualTo(new Fetched.Validators("W/\"x  y\"", "gestern"));

      server.answers(CrookedServer.with("200 OK\nETag: \"1\"\nExpires: 0", FEED));
      assertThat(((Fetched.Fresh) fetch()).validators()).isEqualTo(Fetched.Validators.NONE);
    }

    @Test
    void a_304_keeps_the_validators_and_takes_newer_ones() {
      var before = new Fetched.Validators("\"1\"", "then");
      server.answers(CrookedServer.with("304 Not Modified\nETag: \"2\"", ""));

      var fetched = fetcher.fetch(Documents.feed(server.url("/")), server.url("/"), before);

      assertThat(fetched).isInstanceOf(Fetched.Unchanged.class);
      assertThat(((Fetched.Unchanged) fetched).validators())
          .isEqualTo(new Fetched.Validators("\"2\"", "then"));
    }

    @Test
    void a_304_that_nobody_asked_for_is_a_failure() {
      server.answers(CrookedServer.with("304 Not Modified", ""));

      failed(fetch(), Fetched.Why.SERVER);
    }

    @Test
    void it_says_who_it_is_and_brings_neither_cookie_nor_referrer() {
      server.answers((request, out) -> {
        boolean first = request.startsWith("GET /rss ");
        CrookedServer.with(first ? "302 Found\nLocation: /next\nSet-Cookie: id=1" : "200 OK", FEED)
            .write(request, out);
      });

      text(fetch());

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests())
          .allSatisfy(request ->
              assertThat(request)
                  .contains("User-Agent: Foreshock/")
                  .contains("Accept-Encoding: gzip, deflate, br")
                  .doesNotContainIgnoringCase("cookie:")
                  .doesNotContainIgnoringCase("referer:"));
    }
  }

  @Nested
  class Redirects {
    @Test
    void permanent_ones_are_noted_up_to_the_first_other_one() {
      server.answers((request, out) -> {
        var answer =
            request.startsWith("GET /rss ")
                ? CrookedServer.with("301 Moved\nLocation: /b", "")
                : request.startsWith("GET /b ")
                    ? CrookedServer.with("308 Moved\nLocation: c%20d", "")
                    : request.startsWith("GET /c%20d ")
                        ? CrookedServer.with(
                            "307 Elsewhere\nLocation: //127.0.0.1:" + server.port() + "/e", "")
                        : CrookedServer.with("200 OK", FEED);
        answer.write(request, out);
      });

      var route = ((Fetched.Fresh) fetch()).route();

      assertThat(route.moved()).contains(server.url("/c%20d"));
      assertThat(route.answered()).isEqualTo(server.url("/e"));
    }

    @Test
    void a_circle_ends() {
      server.answers(CrookedServer.with("302 Found\nLocation: /rss", ""));

      assertThat(failed(fetch(), Fetched.Why.REFUSED).reason()).contains("5 redirects");
      assertThat(server.requests()).hasSize(6);
    }

    @Test
    void to_anything_but_the_web_is_refused() {
      for (var target :
          new String[] {"file:///etc/passwd", "ftp://x/", "javascript:1", "gopher://x"}) {
        server.answers(CrookedServer.with("302 Found\nLocation: " + target, ""));
        failed(fetch(), Fetched.Why.REFUSED);
      }
      server.answers(CrookedServer.with("302 Found", ""));
      failed(fetch(), Fetched.Why.REFUSED);
    }

    @Test
    void a_private_feed_leads_to_no_other_host_inside() {
      server.answers(
          CrookedServer.with("302 Found\nLocation: " + server.url("127.0.0.2", "/secret"), ""));

      assertThat(failed(fetch(), Fetched.Why.REFUSED).reason()).contains("127.0.0.2");
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void credentials_stay_with_their_own_host() {
      var own = URI.create("http://me:secret@127.0.0.1:" + server.port() + "/rss");
      server.answers(
          CrookedServer.with("302 Found\nLocation: " + server.url("localhost", "/"), ""));
      var basis = Documents.feed(own);

      fetch(basis);

      assertThat(server.requests().getFirst()).contains("Authorization: Basic bWU6c2VjcmV0");
      assertThat(server.requests().stream().skip(1))
          .noneMatch(request -> request.contains("Authorization"));
      assertThat(basis.address()).doesNotContain("secret");
    }
  }

  @Nested
  class Inside {
    private Feed outsider(URI url) {
      return new Feed(
          "Wire",
          url,
          Publisher.named("wire.example"),
          Optional.empty(),
          Duration.ofMinutes(15),
          false);
    }

    @Test
    void no_way_of_writing_a_loopback_address_leads_inside() {
      for (var host :
          new String[] {
            "127.0.0.1",
            "localhost",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0.0.0.0",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]"
          }) {
        var target = "http://" + host + ":" + server.port() + "/inside";
        server.answers(CrookedServer.with("302 Found\nLocation: " + target, ""));
        failed(fetch(outsider(server.url("localhost", "/rss"))), Fetched.Why.REFUSED);
        assertThat(fetch(ownHostElsewhere(target))).as(host).isInstanceOf(Fetched.Failed.class);
      }
      assertThat(server.requests()).noneMatch(request -> request.startsWith("GET /inside"));
    }

    /// Its own host may be inside; it leads to another.
    private Feed ownHostElsewhere(String target) {
      server.answers(CrookedServer.with("302 Found\nLocation: " + target, ""));
      return Documents.feed(server.url("127.0.0.9", "/rss"));
    }

    @Test
    void it_says_how_to_allow_it() {
      assertThat(failed(fetch(outsider(server.url("/rss"))), Fetched.Why.REFUSED).reason())
          .contains("127.0.0.1 lies at 127.0.0.1")
          .contains("private: yes");
    }
  }

  @Nested
  class Bodies {
    @Test
    void gzip_deflate_and_brotli_are_unpacked_and_so_is_gzip_that_nobody_declared()
        throws IOException {
      server.answers(CrookedServer.with("200 OK\nContent-Encoding: gzip", gzip(bytes())));
      assertThat(text(fetch())).isEqualTo(FEED);
      server.answers(CrookedServer.with("200 OK\nContent-Encoding: deflate", deflate(false)));
      assertThat(text(fetch())).isEqualTo(FEED);
      server.answers(CrookedServer.with("200 OK\nContent-Encoding: deflate", deflate(true)));
      assertThat(text(fetch())).isEqualTo(FEED);
      server.answers(CrookedServer.with("200 OK\nContent-Encoding: br", brotli(bytes())));
      assertThat(text(fetch())).isEqualTo(FEED);
      server.answers(CrookedServer.with("200 OK", gzip(bytes())));
      assertThat(text(fetch())).isEqualTo(FEED);
    }

    @Test
    void a_gzip_bomb_is_stopped() throws IOException {
      server.answers(
          CrookedServer.with("200 OK\nContent-Encoding: gzip", gzip(new byte[30 << 20])));
      failed(fetch(), Fetched.Why.REFUSED);

      var twice = gzip(gzip(new byte[30 << 20]));
      server.answers(CrookedServer.with("200 OK\nContent-Encoding: gzip, gzip", twice));
      failed(fetch(), Fetched.Why.REFUSED);

      server.answers(CrookedServer.with("200 OK\nContent-Encoding: gzip, gzip, gzip", twice));
      failed(fetch(), Fetched.Why.REFUSED);
    }

    @Test
    void a_body_without_end_is_stopped_at_the_limit() {
      server.answers((_, out) -> {
        head(out, "200 OK\r\nConnection: close");
        var chunk = new byte[64 << 10];
        for (int i = 0; i < 1_000; i++) {
          out.write(chunk);
        }
      });

      assertThat(failed(fetch(), Fetched.Why.REFUSED).reason()).contains("larger than 1048576");
    }

    @Test
    void a_packing_that_was_not_asked_for_is_refused_and_a_broken_one_fails() {
      server.answers(CrookedServer.with("200 OK\nContent-Encoding: zstd", FEED));
      failed(fetch(), Fetched.Why.REFUSED);
      server.answers(CrookedServer.with("200 OK\nContent-Encoding: gzip", FEED));
      failed(fetch(), Fetched.Why.UNREACHABLE);
      server.answers(CrookedServer.with("200 OK\nContent-Encoding: br", FEED));
      failed(fetch(), Fetched.Why.UNREACHABLE);
    }

    @Test
    void a_body_that_ends_early_is_no_document() {
      server.answers((_, out) -> {
        head(out, "200 OK\r\nContent-Length: 5000\r\nConnection: close");
        out.write(bytes());
      });

      failed(fetch(), Fetched.Why.UNREACHABLE);
    }

    private static byte[] bytes() {
      return FEED.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(plain);
      }
      return packed.toByteArray();
    }

    private static byte[] deflate(boolean raw) throws IOException {
      var packed = new ByteArrayOutputStream();
      try (var stream = new DeflaterOutputStream(packed, new Deflater(6, raw))) {
        stream.write(bytes());
      }
      return packed.toByteArray();
    }

    /// One stored block (RFC 7932, 9.2): window of 22 bits, length, stored; then the empty last.
    private static byte[] brotli(byte[] plain) {
      int head = 0x0b | ((plain.length - 1) << 7) | (1 << 23);
      var packed = new ByteArrayOutputStream();
      packed.write(head);
      packed.write(head >> 8);
      packed.write(head >> 16);
      packed.writeBytes(plain);
      packed.write(3);
      return packed.toByteArray();
    }
  }

  @Nested
  class Time {
    @Test
    void a_server_that_says_nothing_costs_no_more_than_the_deadline() {
      server.answers((_, _) -> LockSupport.parkNanos(Duration.ofSeconds(10).toNanos()));

      assertWithinDeadline();
    }

    @Test
    void a_body_that_drips_costs_no_more_than_the_deadline() {
      server.answers((_, out) -> {
        head(out, "200 OK\r\nContent-Length: 100000");
        drip(out);
      });

      assertWithinDeadline();
    }

    @Test
    void headers_that_drip_cost_no_more_than_the_deadline() {
      server.answers((_, out) -> {
        out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
        drip(out);
      });

      assertWithinDeadline();
    }

    private void assertWithinDeadline() {
      long began = System.nanoTime();
      failed(fetch(), Fetched.Why.UNREACHABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    private static void drip(OutputStream out) throws IOException {
      for (int i = 0; i < 200; i++) {
        out.write('x');
        out.flush();
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  @Nested
  class Answers {
    @Test
    void each_status_is_the_failure_that_it_means() {
      assertThat(status("410 Gone").why()).isEqualTo(Fetched.Why.GONE);
      assertThat(status("404 Not Found").why()).isEqualTo(Fetched.Why.SERVER);
      assertThat(status("500 Oops").why()).isEqualTo(Fetched.Why.SERVER);
      assertThat(status("403 Forbidden").why()).isEqualTo(Fetched.Why.FORBIDDEN);
      assertThat(status("429 Slowly\nRetry-After: 600").retryAfter())
          .contains(Duration.ofMinutes(10));
      assertThat(status("503 Busy\nRetry-After: Mon, 2 Mar 2026 14:00:00 GMT").retryAfter())
          .contains(Duration.ofHours(2));
    }

    private Fetched.Failed status(String status) {
      server.answers(CrookedServer.with(status, "no feed here"));
      var failed = (Fetched.Failed) fetch();
      assertThat(failed.reason()).contains(status.substring(0, 3));
      return failed;
    }

    @Test
    void a_flood_of_headers_is_cut_off() {
      server.answers((_, out) -> {
        out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 100_000; i++) {
          out.write(
              "X-Flood-%d: %s\r\n"
                  .formatted(i, "x".repeat(100))
                  .getBytes(StandardCharsets.US_ASCII));
        }
      });

      failed(fetch(), Fetched.Why.UNREACHABLE);
    }

    @Test
    void what_is_no_http_is_a_failure() {
      server.answers(
          (_, out) -> out.write("SSH-2.0-OpenSSH\r\n\0\0".getBytes(StandardCharsets.US_ASCII)));
      failed(fetch(), Fetched.Why.UNREACHABLE);
      server.answers((_, _) -> {});
      failed(fetch(), Fetched.Why.UNREACHABLE);
    }

    @Test
    void a_host_without_a_name_or_a_listener_cannot_be_reached() {
      failed(
          fetch(Documents.feed(URI.create("http://nobody.invalid/rss"))), Fetched.Why.UNREACHABLE);
      failed(fetch(Documents.feed(URI.create("http://127.0.0.1:1/rss"))), Fetched.Why.UNREACHABLE);
    }
  }

  private static void head(OutputStream out, String statusAndHeaders) throws IOException {
    out.write(("HTTP/1.1 " + statusAndHeaders + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
