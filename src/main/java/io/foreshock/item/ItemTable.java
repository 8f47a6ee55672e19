package io.foreshock.item;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The items and their editions in the database.
public final class ItemTable {
  private static final String COLUMNS =
      """
      SELECT item.id, item.publisher, item.family, item.side, item.trusted, item.language,
        item.published, item.seen, item.link, item.background,
        edition.edition, edition.title, edition.summary
      FROM item JOIN edition ON edition.item = item.id
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
    /// Known, in this wording.
    UNCHANGED
  }

  /// Stores what a feed brought. The item's own edition number does not count: a new wording gets
  /// the next.
  public Stored store(String feed, Item item) {
    var fingerprint = fingerprint(item);
    var known =
        handle
            .createQuery(
                "SELECT fingerprint FROM edition WHERE item = :id ORDER BY edition DESC LIMIT 1")
            .bind("id", item.id())
            .mapTo(String.class)
            .findOne();
    if (known.isEmpty()) {
      insert(feed, item);
    }
    if (known.filter(fingerprint::equals).isPresent()) {
      return Stored.UNCHANGED;
    }
    edition(item, fingerprint);
    return known.isEmpty() ? Stored.NEW : Stored.EDITED;
  }

  private void insert(String feed, Item item) {
    handle
        .createUpdate(
            """
            INSERT INTO item (id, feed, publisher, family, side, trusted, language, published, seen,
              link, background)
            VALUES (:id, :feed, :publisher, :family, :side, :trusted, :language, :published, :seen,
              :link, :background)
            """)
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
        .execute();
  }

  private void edition(Item item, String fingerprint) {
    handle
        .createUpdate(
            """
            INSERT INTO edition (item, edition, seen, title, summary, fingerprint)
            VALUES (:id, (SELECT COUNT(*) FROM edition WHERE item = :id), :seen, :title, :summary,
              :fingerprint)
            """)
        .bind("id", item.id())
        .bind("seen", item.seen().toEpochMilli())
        .bind("title", item.title())
        .bind("summary", item.summary())
        .bind("fingerprint", fingerprint)
        .execute();
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
      var text = (item.title() + "\n" + item.summary()).replaceAll("\\s+", " ").strip();
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
