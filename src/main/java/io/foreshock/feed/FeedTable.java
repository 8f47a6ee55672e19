package io.foreshock.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// What is remembered of the feeds, in the database.
public final class FeedTable {
  private static final Duration LAID_ASIDE = Duration.ofHours(1);

  private final Handle handle;

  /// In a transaction of the caller's.
  public FeedTable(Handle handle) {
    this.handle = handle;
  }

  /// Makes sure that each of these feeds has a row; a feed seen for the first time is due at once.
  public void register(Collection<Feed> feeds, Instant now) {
    var insert =
        handle.prepareBatch(
            """
            INSERT INTO feed (url, next_check, next_reason, lease_until, etag, last_modified,
              failures, problem, repairs, gap, polls, items, host, answers, address)
            VALUES (:url, :now, 'never asked', 0, '', '', 0, '', '', 0, 0, 0, :host, :host, :url)
            ON CONFLICT (url) DO UPDATE SET
              host = CASE WHEN feed.host = '' THEN :host ELSE feed.host END,
              address = CASE WHEN feed.address = '' THEN :url ELSE feed.address END
            """);
    for (var feed : feeds) {
      insert
          .bind("url", feed.url().toString())
          .bind("host", Hosts.of(feed.url()))
          .bind("now", now.toEpochMilli())
          .add();
    }
    if (insert.size() > 0) {
      insert.execute();
    }
  }

  /// Gives back what a process that is no more had taken: for one that is alone on its database.
  public void endLeases() {
    handle.execute("UPDATE feed SET lease_until = 0 WHERE lease_until > 0");
    new HostTable(handle).endLeases();
  }

  /// Takes feeds that are due, one a host, each with its hosts, for as long as the lease lasts:
  /// another node, or a second turn, leaves them alone. Hosts are taken in the order of their
  /// names, so that two nodes never wait for each other.
  List<FeedState> claimDue(Instant now, Duration lease, int most) {
    var byHost = new TreeMap<String, FeedState>();
    firstDueOfEachHost(now, most)
        .forEach(state -> byHost.putIfAbsent(Hosts.of(state.address().now()), state));
    var taken = new ArrayList<FeedState>();
    var hosts = new HashSet<String>();
    for (var state : byHost.values()) {
      if (claim(state, hosts, now, lease)) {
        taken.add(state);
      }
    }
    return taken;
  }

  private List<FeedState> firstDueOfEachHost(Instant now, int most) {
    return handle
        .createQuery(
            """
            SELECT * FROM (
              SELECT feed.*, ROW_NUMBER() OVER (
                PARTITION BY feed.host ORDER BY feed.next_check, feed.url) AS place
              FROM feed LEFT JOIN host ON host.name = feed.host
              WHERE feed.next_check <= :now AND feed.lease_until <= :now
                AND COALESCE(host.free_at, 0) <= :now AND COALESCE(host.lease_until, 0) <= :now
            ) due WHERE place = 1 ORDER BY next_check, url LIMIT :most
            """)
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .map((row, _) -> state(row))
        .list();
  }

  private boolean claim(FeedState state, Set<String> taken, Instant now, Duration lease) {
    var table = new HostTable(handle);
    var host = Hosts.of(state.address().now());
    var answers = state.address().answers();
    if (taken.contains(host) || !table.claim(host, now, lease)) {
      return false;
    }
    boolean two = !answers.isEmpty() && !answers.equals(host);
    if (two && (taken.contains(answers) || !table.claim(answers, now, lease))) {
      table.giveBack(host);
      return false;
    }
    taken.add(host);
    taken.add(answers);
    boolean mine =
        handle
                .createUpdate(
                    "UPDATE feed SET lease_until = :until"
                        + " WHERE url = :url AND lease_until <= :now AND next_check <= :now")
                .bind("until", now.plus(lease).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("url", state.url())
                .execute()
            > 0;
    if (!mine) {
      table.giveBack(host);
      table.giveBack(answers);
    }
    return mine;
  }

  /// Writes down what a poll came to, and gives the feed back.
  void save(FeedState state) {
    handle
        .createUpdate(
            """
            UPDATE feed SET next_check = :next, next_reason = :reason, lease_until = 0, etag = :etag,
              last_modified = :modified, failures = :failures, problem = :problem, why = :why,
              failing_since = :since, host = :host, answers = :answers, address = :address,
              moving = :moving, moving_since = :movingSince, moving_seen = :movingSeen,
              entries = :entries, undated = :undated, held = :held, repairs = :repairs, remark = :remark, pace = :pace,
              last_success = :success, last_new = :new, last_full = :full,
              last_document = :document, gap = :gap, pause = :pause, took = :took, polls = :polls,
              items = :items
            WHERE url = :url
            """)
        .bind("url", state.url())
        .bind("next", state.next().at().toEpochMilli())
        .bind("reason", state.next().reason())
        .bind("etag", state.validators().etag())
        .bind("modified", state.validators().lastModified())
        .bind("failures", state.trouble().failures())
        .bind("problem", state.trouble().problem())
        .bind("why", state.trouble().why().map(Enum::name).orElse(""))
        .bind("since", millis(state.trouble().since()))
        .bind("host", Hosts.of(state.address().now()))
        .bind("answers", state.address().answers())
        .bind("address", state.address().now().toString())
        .bind("moving", state.address().moving().map(URI::toString).orElse(""))
        .bind("movingSince", millis(state.address().since()))
        .bind("movingSeen", state.address().sightings())
        .bind("entries", state.content().entries())
        .bind("undated", state.content().undated())
        .bind("held", state.content().held())
        .bind("repairs", state.content().repairs())
        .bind("remark", state.content().remark())
        .bind("pace", Paces.written(state.content().pace()))
        .bind("success", millis(state.history().lastSuccess()))
        .bind("new", millis(state.history().lastNew()))
        .bind("full", millis(state.history().lastFull()))
        .bind("document", millis(state.history().lastDocument()))
        .bind("gap", state.history().gap().toMillis())
        .bind("pause", state.history().pause().toMillis())
        .bind("took", state.history().took().toMillis())
        .bind("polls", state.history().polls())
        .bind("items", state.history().items())
        .execute();
  }

  /// Lays a feed aside that stands in `feeds.yml` no more, for an hour: it may come back, or
  /// another node may know it.
  void retire(FeedState state, Instant now) {
    handle
        .createUpdate("UPDATE feed SET next_check = :next, lease_until = 0 WHERE url = :url")
        .bind("next", now.plus(LAID_ASIDE).toEpochMilli())
        .bind("url", state.url())
        .execute();
    var hosts = new HostTable(handle);
    hosts.giveBack(Hosts.of(state.address().now()));
    hosts.giveBack(state.address().answers());
  }

  /// All feeds that ever stood in `feeds.yml`.
  public List<FeedState> all() {
    return handle.createQuery("SELECT * FROM feed ORDER BY url").map((row, _) -> state(row)).list();
  }

  /// One feed, by its URL in `feeds.yml`.
  public Optional<FeedState> find(String url) {
    return handle
        .createQuery("SELECT * FROM feed WHERE url = :url")
        .bind("url", url)
        .map((row, _) -> state(row))
        .findOne();
  }

  /// Makes a feed due now, e.g. one that was paused; false where there is none of this URL.
  public boolean makeDue(String url, Instant now) {
    return handle
            .createUpdate(
                "UPDATE feed SET next_check = :now, next_reason = 'asked for by hand'"
                    + " WHERE url = :url AND next_check > :now")
            .bind("now", now.toEpochMilli())
            .bind("url", url)
            .execute()
        > 0;
  }

  /// When any feed last gave an answer that could be used.
  Optional<Instant> lastSuccess() {
    return handle
        .createQuery("SELECT MAX(last_success) AS last_success FROM feed")
        .map((row, _) -> instant(row, "last_success"))
        .one();
  }

  /// After the network came back: what could not be reached is due now.
  void wakeUnreachable(Instant now) {
    handle
        .createUpdate("UPDATE feed SET next_check = :now WHERE why = :why AND next_check > :now")
        .bind("now", now.toEpochMilli())
        .bind("why", Fetched.Why.UNREACHABLE.name())
        .execute();
  }

  private static FeedState state(ResultSet row) throws SQLException {
    return new FeedState(
        row.getString("url"),
        new FeedState.Next(
            Instant.ofEpochMilli(row.getLong("next_check")), row.getString("next_reason")),
        new Fetched.Validators(row.getString("etag"), row.getString("last_modified")),
        new FeedState.Trouble(
            row.getInt("failures"),
            row.getString("problem"),
            said(row, "why").map(Fetched.Why::valueOf),
            instant(row, "failing_since")),
        new FeedState.Address(
            URI.create(said(row, "address").orElse(row.getString("url"))),
            said(row, "moving").map(URI::create),
            instant(row, "moving_since"),
            row.getInt("moving_seen"),
            row.getString("answers")),
        new FeedState.Content(
            row.getInt("entries"),
            row.getInt("undated"),
            row.getInt("held"),
            row.getString("repairs"),
            row.getString("remark"),
            Paces.read(row.getString("pace"))),
        history(row));
  }

  private static FeedState.History history(ResultSet row) throws SQLException {
    return new FeedState.History(
        instant(row, "last_success"),
        instant(row, "last_new"),
        instant(row, "last_full"),
        instant(row, "last_document"),
        Duration.ofMillis(row.getLong("gap")),
        Duration.ofMillis(row.getLong("pause")),
        Duration.ofMillis(row.getLong("took")),
        row.getLong("polls"),
        row.getLong("items"));
  }

  private static Optional<String> said(ResultSet row, String column) throws SQLException {
    return Optional.of(row.getString(column)).filter(text -> !text.isEmpty());
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return number(row, column).map(Instant::ofEpochMilli);
  }

  private static @org.jspecify.annotations.Nullable Long millis(Optional<Instant> at) {
    return at.map(Instant::toEpochMilli).orElse(null);
  }
}
