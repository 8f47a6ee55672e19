package io.foreshock.item;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// The items and their editions in the database.
public final class ItemTable {
  private static final String COLUMNS =
      """
      SELECT item.id, item.publisher, item.family, item.side, item.trusted, item.language,
        item.published, item.seen, item.link, item.background,
        edition.edition, edition.title, edition.summary
      FROM item JOIN edition ON edition.item = item.id
      """;

  private static final Duration SEEN_TO = Duration.ofHours(1);
  private static final int MOST_EDITIONS = 30;
  private static final int PORTION = 500;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final String EDITION =
      """
      INSERT INTO edition (item, edition, seen, title, summary, fingerprint, changed)
      VALUES (:id, (SELECT COUNT(*) FROM edition WHERE item = :id), :seen, :title, :summary,
        :fingerprint, :changed)
      """;

  private final Handle handle;

  /// In a transaction of the caller's.
  public ItemTable(Handle handle) {
    this.handle = handle;
  }

  /// What storing an item came to.
  public enum Stored {
    /// Never seen before.
    NEW,
    /// Known, in another wording: a new edition.
    EDITED,
    /// Known, gone from the feed for a while, and back in a known wording.
    REAPPEARED,
    /// Known, in a known wording.
    UNCHANGED
  }

  /// Which items are known by these keys: key → item's id.
  public Map<String, String> known(Collection<String> keys) {
    var known = new HashMap<String, String>();
    for (var some : portions(keys)) {
      handle
          .createQuery("SELECT key_hash, item FROM item_key WHERE key_hash IN (<keys>)")
          .bindList("keys", some)
          .map((row, _) -> known.put(row.getString("key_hash"), row.getString("item")))
          .list();
    }
    return known;
  }

  /// Lets items be known by these keys (key → item's id) too; a key of another item stays that
  /// one's.
  public void remember(Map<String, String> keys) {
    var insert =
        handle.prepareBatch(
            "INSERT INTO item_key (key_hash, item) VALUES (:key, :item) ON CONFLICT DO NOTHING");
    keys.forEach((key, item) -> insert.bind("key", key).bind("item", item).add());
    execute(insert);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /// The newest editions of these items, by id.
  public Map<String, Edition> newest(Collection<String> ids) {
    var newest = new HashMap<String, Edition>();
    for (var some : portions(ids)) {
      handle
          .createQuery(
              """
              SELECT item.id, item.last_seen, edition.title, edition.summary, edition.fingerprint,
                edition.edition
              FROM item JOIN edition ON edition.item = item.id WHERE item.id IN (<ids>)
              ORDER BY edition.edition
              """)
          .bindList("ids", some)
          .map((row, _) -> newest.merge(row.getString("id"), edition(row), Edition::after))
          .list();
    }
    return newest;
  }

  /// What is known of an item's wordings.
  ///
  /// @param title of the newest edition
  /// @param summary of the newest edition
  /// @param fingerprints of all editions
  /// @param lastSeen when a document last had it, to the hour
  public record Edition(String title, String summary, Set<String> fingerprints, Instant lastSeen) {
    /// Copies the set.
    public Edition {
      fingerprints = Set.copyOf(fingerprints);
    }

    private Edition after(Edition newer) {
      var all = new HashSet<>(fingerprints);
      all.addAll(newer.fingerprints());
      return new Edition(newer.title(), newer.summary(), all, newer.lastSeen());
    }
  }

  private static Edition edition(ResultSet row) throws SQLException {
    return new Edition(
        row.getString("title"),
        row.getString("summary"),
        Set.of(row.getString("fingerprint")),
        Instant.ofEpochMilli(row.getLong("last_seen")));
  }

  private static List<List<String>> portions(Collection<String> all) {
    var list = List.copyOf(all);
    return IntStream.rangeClosed(0, (list.size() - 1) / PORTION)
        .mapToObj(i -> list.subList(i * PORTION, Math.min(list.size(), (i + 1) * PORTION)))
        .filter(some -> !some.isEmpty())
        .toList();
  }

  /// Stores what a feed brought. The item's own edition number does not count: a new wording gets
  /// the next.
  public Stored store(String feed, Item item) {
    return store(
        feed, item, Optional.ofNullable(newest(List.of(item.id())).get(item.id())), item.seen());
  }

  /// Stores what a feed brought, given what is known of it.
  ///
  /// @param lastDocument when the feed's last document came: an item that was not in it, but is
  ///   known, has reappeared
  public Stored store(String feed, Item item, Optional<Edition> known, Instant lastDocument) {
    if (known.isEmpty()) {
      add(feed, List.of(item));
      return Stored.NEW;
    }
    var fingerprint = fingerprint(item);
    var edition = known.get();
    boolean back = edition.lastSeen().plus(SEEN_TO).isBefore(lastDocument);
    if (edition.lastSeen().plus(SEEN_TO).isBefore(item.seen())) {
      see(item, back);
    }
    boolean worded =
        edition.fingerprints().contains(fingerprint)
            || edition.fingerprints().size() >= MOST_EDITIONS;
    if (worded) {
      return back ? Stored.REAPPEARED : Stored.UNCHANGED;
    }
    edition(item, fingerprint, changes(edition, item));
    return Stored.EDITED;
  }

  private void see(Item item, boolean back) {
    handle
        .createUpdate(
            "UPDATE item SET last_seen = :seen, reappeared = reappeared + :back WHERE id = :id")
        .bind("seen", item.seen().toEpochMilli())
        .bind("back", back ? 1 : 0)
        .bind("id", item.id())
        .execute();
  }

  private static String changes(Edition before, Item item) {
    boolean title = !before.title().equals(item.title());
    boolean summary = !before.summary().equals(item.summary());
    return title && summary ? "title, summary" : title ? "title" : "summary";
  }

  /// Stores items that are not known yet.
  public void add(String feed, List<Item> items) {
    var insert =
        handle.prepareBatch(
            """
            INSERT INTO item (id, feed, publisher, family, side, trusted, language, published, seen,
              link, background, last_seen)
            VALUES (:id, :feed, :publisher, :family, :side, :trusted, :language, :published, :seen,
              :link, :background, :seen)
            """);
    var editions = handle.prepareBatch(EDITION);
    for (var item : items) {
      insert
          .bind("id", item.id())
          .bind("feed", feed)
          .bind("publisher", item.publisher().name())
          .bind("family", item.publisher().family())
          .bind("side", item.publisher().side().name())
          .bind("trusted", item.publisher().trusted() ? 1 : 0)
          .bind("language", item.language().orElse(null))
          .bind("published", item.published().toEpochMilli())
          .bind("seen", item.seen().toEpochMilli())
          .bind("link", item.link())
          .bind("background", item.background() ? 1 : 0)
          .add();
      bind(editions, item, fingerprint(item), "").add();
    }
    execute(insert);
    execute(editions);
  }

  private void edition(Item item, String fingerprint, String changed) {
    bind(handle.createUpdate(EDITION), item, fingerprint, changed).execute();
  }

  private static <T extends SqlStatement<T>> T bind(
      T statement, Item item, String fingerprint, String changed) {
    return statement
        .bind("id", item.id())
        .bind("seen", item.seen().toEpochMilli())
        .bind("title", item.title())
        .bind("summary", item.summary())
        .bind("fingerprint", fingerprint)
        .bind("changed", changed);
  }

  /// Whether anything of this feed is known.
  public boolean knowsFeed(String feed) {
    return handle
        .createQuery("SELECT 1 FROM item WHERE feed = :feed LIMIT 1")
        .bind("feed", feed)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// How many items were first seen in a span of time, its end not included.
  public int countSeen(Instant from, Instant to) {
    return handle
        .createQuery("SELECT COUNT(*) FROM item WHERE seen >= :from AND seen < :to")
        .bind("from", from.toEpochMilli())
        .bind("to", to.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// Editions that nobody has read yet, oldest publication first.
  public List<Item> unread(int most) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE edition.read_at IS NULL ORDER BY item.published, item.id, edition.edition LIMIT :most")
        .bind("most", most)
        .map((row, _) -> item(row))
        .list();
  }

  /// Notes that this edition is read now; false where somebody else has read it already.
  public boolean markRead(Item item, Instant now) {
    return handle
            .createUpdate(
                "UPDATE edition SET read_at = :now"
                    + " WHERE item = :id AND edition = :edition AND read_at IS NULL")
            .bind("now", now.toEpochMilli())
            .bind("id", item.id())
            .bind("edition", item.edition())
            .execute()
        > 0;
  }

  /// The latest edition of each item published since a time, oldest publication first.
  public List<Item> publishedSince(Instant time) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE item.published >= :time AND edition.edition ="
                + " (SELECT MAX(e.edition) FROM edition e WHERE e.item = item.id)"
                + " ORDER BY item.published, item.id")
        .bind("time", time.toEpochMilli())
        .map((row, _) -> item(row))
        .list();
  }

  /// One edition of an item.
  public Optional<Item> find(String id, int edition) {
    return handle
        .createQuery(COLUMNS + " WHERE item.id = :id AND edition.edition = :edition")
        .bind("id", id)
        .bind("edition", edition)
        .map((row, _) -> item(row))
        .findOne();
  }

  /// Forgets items published before `time` that no signal was read from; returns how many.
  public int forgetSilentBefore(Instant time) {
    var silent =
        "SELECT id FROM item WHERE published < :time"
            + " AND NOT EXISTS (SELECT 1 FROM signal_log WHERE signal_log.item = item.id)";
    handle
        .createUpdate("DELETE FROM edition WHERE item IN (" + silent + ")")
        .bind("time", time.toEpochMilli())
        .execute();
    return handle
        .createUpdate("DELETE FROM item WHERE id IN (" + silent + ")")
        .bind("time", time.toEpochMilli())
        .execute();
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("id"),
        new Publisher(
            row.getString("publisher"),
            row.getString("family"),
            Side.valueOf(row.getString("side")),
            row.getInt("trusted") == 1),
        Optional.ofNullable(row.getString("language")),
        Instant.ofEpochMilli(row.getLong("published")),
        Instant.ofEpochMilli(row.getLong("seen")),
        row.getString("link"),
        row.getString("title"),
        row.getString("summary"),
        row.getInt("edition"),
        row.getInt("background") == 1);
  }

  private static String fingerprint(Item item) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = SPACE.matcher(item.title() + "\n" + item.summary()).replaceAll(" ").strip();
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
