package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PollerTest {
  private static final String FEED =
      Documents.rss(
          Documents.item(
              "1", "https://wire.example/1", "Talks begin", "Mon, 02 Mar 2026 11:00:00 GMT"));

  @TempDir private Path folder;
  private CrookedServer server;
  private Newsroom room;
  private Feed feed;

  @BeforeEach
  void start() throws IOException {
    server = new CrookedServer(CrookedServer.with("200 OK\nETag: \"1\"", FEED));
    feed = Documents.feed(server.url("/rss"));
    room = new Newsroom(folder.resolve("test.db"), feed);
  }

  @AfterEach
  void stop() throws IOException {
    room.close();
    server.close();
  }

  private int asked() {
    return server.requests().size();
  }

  @Test
  void a_second_poll_sends_the_validators_back() {
    room.poll();
    server.answers(CrookedServer.with("304 Not Modified", ""));
    room.pollNext(feed);

    assertThat(server.requests().get(0)).doesNotContain("If-None-Match");
    assertThat(server.requests().get(1)).contains("If-None-Match: \"1\"\r\n");
    assertThat(room.health(feed)).isEqualTo(Health.WELL);
  }

  @Test
  void once_a_day_it_asks_unconditionally() {
    room.poll();
    server.answers(CrookedServer.with("304 Not Modified", ""));
    room.pollAfter(Duration.ofHours(23));
    server.answers(CrookedServer.with("200 OK\nETag: \"1\"", FEED));
    room.pollAfter(Duration.ofHours(1));

    assertThat(server.requests().get(1)).contains("If-None-Match");
    assertThat(server.requests().get(2)).doesNotContain("If-None-Match");
  }

  @Test
  void the_next_check_and_its_reason_are_kept() {
    server.answers(CrookedServer.with("200 OK\nCache-Control: max-age=1800", FEED));
    room.poll();

    assertThat(room.state(feed).next().reason()).isEqualTo("Cache-Control max-age=1800");
    assertThat(room.state(feed).next().at())
        .isBetween(Instant.parse("2026-03-02T12:30:00Z"), Instant.parse("2026-03-02T12:33:00Z"));
  }

  @Test
  void a_ttl_holds_for_polls_that_bring_nothing_too() {
    server.answers(
        CrookedServer.with(
            "200 OK\nETag: \"1\"", FEED.replace("<title>Wire", "<ttl>60</ttl><title>Wire")));
    room.poll();
    server.answers(CrookedServer.with("304 Not Modified", ""));
    room.pollNext(feed);

    assertThat(room.state(feed).next().reason()).isEqualTo("ttl 60 min");
  }

  @Test
  void a_restart_asks_nothing_early() {
    room.poll();
    room.restart();
    room.pollAfter(Duration.ofMinutes(5));
    assertThat(asked()).isEqualTo(1);

    room.pollAfter(Duration.ofMinutes(12));
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void failures_wait_longer_and_longer_and_a_success_forgets_them() {
    server.answers(CrookedServer.with("500 Oops", ""));
    room.poll();
    room.pollNext(feed);
    room.pollNext(feed);
    assertThat(room.state(feed).trouble().failures()).isEqualTo(3);
    assertThat(room.state(feed).trouble().problem()).isEqualTo("the server answers 500");
    assertThat(room.health(feed)).isEqualTo(Health.FAILING);

    server.answers(CrookedServer.with("200 OK", FEED));
    room.pollNext(feed);
    assertThat(room.state(feed).trouble()).isEqualTo(FeedState.Trouble.NONE);
    assertThat(room.titles()).containsExactly("Talks begin");
  }

  @Test
  void a_web_page_instead_of_the_feed_is_a_failure_and_loses_nothing() {
    room.poll();
    server.answers(CrookedServer.with("200 OK\nETag: \"2\"", "<!doctype html><html>Log in"));
    room.pollNext(feed);

    assertThat(room.state(feed).trouble().why()).contains(Fetched.Why.UNREADABLE);
    assertThat(room.state(feed).validators().etag()).isEqualTo("\"1\"");
    assertThat(room.titles()).containsExactly("Talks begin");
  }

  @Test
  void what_is_gone_is_paused_and_told() {
    server.answers(CrookedServer.with("410 Gone", ""));
    room.poll();

    assertThat(room.health(feed)).isEqualTo(Health.GONE);
    assertThat(room.rung)
        .singleElement()
        .matches(notice -> notice.lines().getFirst().contains("410"));
    room.pollAfter(Duration.ofDays(6));
    assertThat(asked()).isEqualTo(1);
  }

  @Nested
  class Hosts {
    private final Feed[] three = new Feed[3];

    @BeforeEach
    void three() {
      room.close();
      for (int i = 0; i < three.length; i++) {
        three[i] = Documents.feed(server.url("/" + i));
      }
      room = new Newsroom(folder.resolve("three.db"), three);
    }

    @Test
    void one_host_is_asked_once_in_its_gap() {
      room.poll();
      room.poll();
      assertThat(asked()).isEqualTo(1);
      room.pollAfter(Duration.ofMillis(1_900));
      assertThat(asked()).isEqualTo(1);
      room.pollAfter(Duration.ofMillis(100));
      assertThat(asked()).isEqualTo(2);
    }

    @Test
    void the_gap_survives_a_restart() {
      room.poll();
      room.restart();
      room.pollAfter(Duration.ofSeconds(1));

      assertThat(asked()).isEqualTo(1);
    }

    @Test
    void retry_after_holds_for_the_whole_host() {
      server.answers(CrookedServer.with("429 Slowly\nRetry-After: 3600", ""));
      room.poll();
      room.pollAfter(Duration.ofMinutes(59));
      assertThat(asked()).isEqualTo(1);

      server.answers(CrookedServer.with("200 OK", FEED));
      room.pollAfter(Duration.ofMinutes(1));
      assertThat(asked()).isEqualTo(2);
    }

    @Test
    void a_host_that_refuses_rests_for_a_minute() {
      server.answers(CrookedServer.with("403 No", ""));
      room.poll();
      room.pollAfter(Duration.ofSeconds(59));
      assertThat(asked()).isEqualTo(1);
      room.pollAfter(Duration.ofSeconds(1));
      assertThat(asked()).isEqualTo(2);
    }
  }

  @Nested
  class Moves {
    private void moves(String status, String target) {
      server.answers((request, out) -> {
        boolean old = request.startsWith("GET /rss ");
        CrookedServer.with(old ? status + "\nLocation: " + target : "200 OK", FEED)
            .write(request, out);
      });
    }

    private Optional<String> learnt() {
      var now = room.state(feed).address().now();
      return now.equals(feed.url()) ? Optional.empty() : Optional.of(now.getPath());
    }

    @Test
    void a_permanent_redirect_is_learnt_after_a_week_and_ten_sightings() {
      moves("301 Moved", "/new");
      for (int i = 0; i < 9; i++) {
        room.pollAfter(Duration.ofDays(1));
      }
      assertThat(learnt()).isEmpty();
      assertThat(Health.all(room.state(feed), room.clock.instant())).contains(Health.MOVED);

      room.pollAfter(Duration.ofDays(1));
      assertThat(learnt()).contains("/new");
      room.pollAfter(Duration.ofDays(1));
      assertThat(server.requests().getLast()).startsWith("GET /new ");
      assertThat(server.requests().get(server.requests().size() - 2)).startsWith("GET /new ");
    }

    @Test
    void ten_sightings_in_a_day_are_not_enough() {
      moves("308 Moved", "/new");
      for (int i = 0; i < 20; i++) {
        room.pollNext(feed);
      }
      assertThat(learnt()).isEmpty();
    }

    @Test
    void a_temporary_redirect_is_never_learnt() {
      moves("302 Found", "/new");
      for (int i = 0; i < 30; i++) {
        room.pollAfter(Duration.ofDays(1));
      }
      assertThat(learnt()).isEmpty();
      assertThat(Health.all(room.state(feed), room.clock.instant())).doesNotContain(Health.MOVED);
    }

    @Test
    void another_target_begins_anew() {
      moves("301 Moved", "/a");
      for (int i = 0; i < 9; i++) {
        room.pollAfter(Duration.ofDays(1));
      }
      moves("301 Moved", "/b");
      room.pollAfter(Duration.ofDays(1));

      assertThat(learnt()).isEmpty();
      assertThat(room.state(feed).address().sightings()).isEqualTo(1);
    }

    @Test
    void where_the_learnt_address_fails_it_goes_home() {
      moves("301 Moved", "/new");
      for (int i = 0; i < 10; i++) {
        room.pollAfter(Duration.ofDays(1));
      }
      server.answers(CrookedServer.with("404 Not Found", ""));
      for (int i = 0; i < 3; i++) {
        room.pollAfter(Duration.ofDays(1));
      }
      assertThat(learnt()).isEmpty();
    }

    @Test
    void https_of_the_same_host_is_learnt_at_once() {
      var before = FeedState.Address.of(java.net.URI.create("http://wire.example/rss"));
      var target = java.net.URI.create("https://wire.example/rss");
      var route = new Fetched.Route(target, Optional.of(target), java.util.List.of("wire.example"));

      assertThat(before.after(route, room.clock.instant()).now()).isEqualTo(target);
    }
  }
}
