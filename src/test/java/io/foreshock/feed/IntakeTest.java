package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.item.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class IntakeTest {
  private static final String MORNING = "Mon, 02 Mar 2026 08:00:00 GMT";

  @TempDir private Path folder;
  private CrookedServer server;
  private Newsroom room;
  private Feed feed;

  @BeforeEach
  void start() throws IOException {
    server = new CrookedServer(CrookedServer.with("200 OK", Documents.rss()));
    feed = Documents.feed(server.url("/rss"));
    room = new Newsroom(folder.resolve("test.db"), feed);
    room.poll(); // an empty feed: what comes later is news
  }

  @AfterEach
  void stop() throws IOException {
    room.close();
    server.close();
  }

  /// Publishes these items, and polls.
  private int published(String... items) {
    server.answers(CrookedServer.with("200 OK", Documents.rss(items)));
    return room.pollNext(feed);
  }

  private static String numbered(String template, int number) {
    return Documents.item(
        template.formatted(number),
        "https://wire.example/" + template.formatted(number),
        "Report number " + number,
        MORNING);
  }

  private static String[] range(String template, int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> numbered(template, n)).toArray(String[]::new);
  }

  @Test
  void an_item_is_taken_once() {
    assertThat(published(Documents.item("1", "Talks"))).isEqualTo(1);
    assertThat(published(Documents.item("1", "Talks"))).isZero();
  }

  @Test
  void the_first_document_is_background_and_later_ones_are_not() throws IOException {
    room.close();
    server.answers(CrookedServer.with("200 OK", Documents.rss(Documents.item("1", "Old"))));
    room = new Newsroom(folder.resolve("other.db"), feed);
    room.poll();
    published(Documents.item("1", "Old"), Documents.item("2", "New"));

    assertThat(room.items())
        .extracting(Item::title, Item::background)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Old", true),
            org.assertj.core.groups.Tuple.tuple("New", false));
  }

  @Test
  void another_wording_is_an_edition_and_says_what_changed() {
    published(Documents.item("1", "Talks begin"));
    assertThat(published(Documents.item("1", "Talks have begun"))).isEqualTo(1);

    assertThat(room.items()).extracting(Item::edition).containsExactly(0, 1);
    assertThat(room.items()).extracting(Item::id).containsOnly(room.items().getFirst().id());
    var changed =
        room.store()
            .transaction(handle ->
                handle
                    .createQuery("SELECT changed FROM edition WHERE edition = 1")
                    .mapTo(String.class)
                    .one());
    assertThat(changed).isEqualTo("title");
  }

  @Test
  void a_title_that_swings_back_is_no_new_edition() {
    published(Documents.item("1", "Headline A"));
    published(Documents.item("1", "Headline B"));

    assertThat(published(Documents.item("1", "Headline A"))).isZero();
    assertThat(published(Documents.item("1", "Headline B"))).isZero();
  }

  @Test
  void guids_that_change_from_http_to_https_make_no_new_items() {
    published(range("http://www.wire.example/n%d", 0, 3));

    assertThat(published(range("https://wire.example/n%d", 0, 3))).isZero();
  }

  @Test
  void a_guid_that_is_repeated_in_the_document_tells_nothing() {
    var a = Documents.item("same", "https://wire.example/a", "A", MORNING);
    var b = Documents.item("same", "https://wire.example/b", "B", MORNING);
    assertThat(published(a, b)).isEqualTo(2);
    assertThat(room.state(feed).content().remark()).contains("2 guids are repeated");

    assertThat(published(b)).as("alone its guid is not repeated").isZero();
    assertThat(published(a)).isZero();
    assertThat(published(a, b)).isZero();
  }

  @Test
  void without_guids_links_tell_and_without_links_titles_and_days() {
    var linked = "<item><link>https://wire.example/%s</link><title>%s</title></item>";
    assertThat(published(linked.formatted("a", "One"), linked.formatted("b", "Two"))).isEqualTo(2);
    assertThat(published(linked.formatted("b", "Two, corrected"))).isEqualTo(1);
    assertThat(room.items()).extracting(Item::edition).containsExactlyInAnyOrder(0, 0, 1);

    var bare = "<item><title>%s</title></item>";
    assertThat(published(bare.formatted("Storm"), bare.formatted("Flood"))).isEqualTo(2);
    assertThat(published(bare.formatted("Flood"), bare.formatted("Storm"))).isZero();
  }

  @Test
  void an_item_that_vanishes_and_returns_has_reappeared_and_is_not_new() {
    published(numbered("n%d", 1), numbered("n%d", 2));
    room.clock.pass(Duration.ofHours(3));
    published(numbered("n%d", 2));
    room.clock.pass(Duration.ofHours(3));

    assertThat(published(numbered("n%d", 1), numbered("n%d", 2))).isZero();

    var reappeared =
        room.store()
            .transaction(handle ->
                handle.createQuery("SELECT SUM(reappeared) FROM item").mapTo(Integer.class).one());
    assertThat(reappeared).isEqualTo(1);
  }

  @Test
  void where_all_guids_and_links_change_titles_tell() {
    published(range("old-%d", 0, 12));

    assertThat(published(range("new-%d", 0, 12))).isZero();
    assertThat(room.state(feed).content().remark()).contains("guids and links have changed");
    assertThat(published(range("new-%d", 0, 13))).as("one is really new").isEqualTo(1);
  }

  @Test
  void a_flood_of_old_items_is_held_back_and_told_once() {
    published(range("n%d", 0, 12));
    published(range("archive-%d", 100, 130));

    assertThat(room.health(feed)).isEqualTo(Health.ODD);
    assertThat(room.items().stream().filter(Item::background)).hasSize(30);
    assertThat(room.rung)
        .singleElement()
        .extracting(Bell.Notice::lines)
        .asString()
        .contains("held back: 30 of 30");

    published(range("archive-%d", 100, 130));
    assertThat(room.state(feed).content().held()).isZero();
  }

  @Test
  void where_nothing_was_known_but_all_is_young_it_is_news_and_asked_sooner() {
    published(range("n%d", 0, 12));
    room.clock.pass(Duration.ofHours(1));
    var young =
        IntStream.range(50, 62)
            .mapToObj(
                n -> Documents.item("y" + n, "", "Young " + n, "Mon, 02 Mar 2026 13:20:00 GMT"))
            .toArray(String[]::new);

    assertThat(published(young)).isEqualTo(12);

    assertThat(room.items().stream().filter(Item::background)).isEmpty();
    assertThat(room.state(feed).next().reason()).contains("missed");
    assertThat(Duration.between(room.clock.instant(), room.state(feed).next().at()))
        .isLessThan(Duration.ofMinutes(9));
  }

  @Test
  void what_is_found_long_after_its_publication_is_background() {
    published(Documents.item("1", "", "Old", "Fri, 27 Feb 2026 08:00:00 GMT"));

    assertThat(room.items()).singleElement().matches(Item::background);
  }

  @Test
  void a_date_in_the_future_counts_as_now() {
    published(Documents.item("1", "", "Soon", "Tue, 03 Mar 2026 08:00:00 GMT"));

    assertThat(room.items()).singleElement().matches(item -> item.published().equals(item.seen()));
  }

  @Test
  void the_same_guid_in_two_feeds_is_two_items() throws IOException {
    room.close();
    server.answers(CrookedServer.with("200 OK", Documents.rss(Documents.item("1", "Talks"))));
    room =
        new Newsroom(
            folder.resolve("two.db"),
            Documents.feed(server.url("127.0.0.1", "/a")),
            Documents.feed(server.url("127.0.0.2", "/b")));
    room.poll();

    assertThat(room.items()).hasSize(2);
  }
}
