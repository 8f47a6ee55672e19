package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.item.Publisher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class OutagesTest {
  private static final CrookedServer.Answer WELL =
      CrookedServer.with("200 OK", Documents.rss(Documents.item("1", "Talks")));
  private static final CrookedServer.Answer SILENCE = (_, _) -> {};

  @TempDir private Path folder;
  private CrookedServer server;
  private Newsroom room;

  @BeforeEach
  void start() throws IOException {
    server = new CrookedServer(WELL);
    room = new Newsroom(folder.resolve("none.db"));
  }

  @AfterEach
  void stop() throws IOException {
    room.close();
    server.close();
  }

  private Feed named(int number) {
    return named("Feed " + number, server.url("127.0.0." + number, "/rss"));
  }

  private static Feed named(String name, URI url) {
    return new Feed(
        name, url, Publisher.named("wire.example"), Optional.empty(), Duration.ofMinutes(15), true);
  }

  private void open(Feed... feeds) {
    room.close();
    room = new Newsroom(folder.resolve("test.db"), feeds);
    room.poll();
  }

  private void pass(Duration time) {
    for (int i = 0; i < time.toMinutes(); i += 5) {
      room.pollAfter(Duration.ofMinutes(5));
    }
  }

  @Test
  void one_notice_when_a_feed_fails_for_long_and_one_when_it_is_back() {
    open(named(1), named(2), named(3));
    server.answers((request, out) ->
        (request.contains("Host: 127.0.0.1:") ? CrookedServer.with("500 Oops", "") : WELL)
            .write(request, out));
    pass(Duration.ofHours(9));

    assertThat(room.rung)
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.title()).isEqualTo("Feed Feed 1: trouble");
          assertThat(notice.lines().getFirst()).contains("the server answers 500");
          assertThat(notice.hasEnded()).isFalse();
        });

    server.answers(WELL);
    pass(Duration.ofHours(7));
    assertThat(room.rung).hasSize(2);
    assertThat(room.rung.getLast().hasEnded()).isTrue();
    assertThat(room.rung.getLast().title()).isEqualTo("Feed Feed 1 is back");
  }

  @Test
  void a_failure_that_passes_is_not_told() {
    open(named(1), named(2), named(3));
    server.answers(CrookedServer.with("503 Busy", ""));
    pass(Duration.ofMinutes(40));
    server.answers(WELL);
    pass(Duration.ofHours(3));

    assertThat(room.rung).isEmpty();
  }

  @Test
  void a_network_that_fails_is_one_notice_for_forty_feeds_and_one_when_it_is_back() {
    var feeds = IntStream.rangeClosed(1, 40).mapToObj(this::named).toArray(Feed[]::new);
    open(feeds);
    server.answers(SILENCE);
    pass(Duration.ofHours(5));

    assertThat(room.rung)
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.key()).isEqualTo("network");
          assertThat(notice.lines().getFirst()).contains("40 feeds cannot be reached");
        });
    assertThat(feeds).as("none is blamed, all are tried again soon").allSatisfy(this::waits);

    server.answers(WELL);
    pass(Duration.ofMinutes(40));
    assertThat(room.rung).hasSize(2);
    assertThat(room.rung.getLast().title()).isEqualTo("The network is back");
    pass(Duration.ofHours(3));
    assertThat(room.rung).hasSize(2);
  }

  private void waits(Feed feed) {
    var state = room.state(feed);
    assertThat(state.trouble().failures()).isLessThan(3);
    assertThat(Duration.between(room.clock.instant(), state.next().at()))
        .isLessThan(Duration.ofMinutes(16));
  }

  @Test
  void feeds_that_fail_together_are_told_together() {
    open(IntStream.rangeClosed(1, 9).mapToObj(this::named).toArray(Feed[]::new));
    server.answers(CrookedServer.with("502 Bad Gateway", ""));
    pass(Duration.ofHours(9));

    assertThat(room.rung)
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.title()).isEqualTo("9 feeds: trouble");
          assertThat(notice.lines()).hasSize(9);
        });
  }

  @Test
  void a_feed_that_brings_nothing_beyond_its_own_rhythm_is_silent() {
    var entries =
        IntStream.range(0, 12)
            .mapToObj(hour ->
                Documents.item(
                    "n" + hour,
                    "",
                    "Report " + hour,
                    "Mon, 02 Mar 2026 %02d:00:00 GMT".formatted(hour)))
            .toArray(String[]::new);
    var feed = named(1);
    server.answers(CrookedServer.with("200 OK", Documents.rss(entries)));
    open(feed);
    assertThat(room.state(feed).history().gap()).isEqualTo(Duration.ofHours(1));

    pass(Duration.ofHours(11));
    assertThat(room.health(feed)).isEqualTo(Health.WELL);
    pass(Duration.ofHours(2));
    assertThat(room.health(feed)).isEqualTo(Health.SILENT);
    assertThat(room.rung)
        .singleElement()
        .satisfies(notice -> assertThat(notice.lines().getFirst()).contains("brought nothing"));
  }
}
