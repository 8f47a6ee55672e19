package io.foreshock.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Tells the operator once when feeds fall silent and once when they are back; what fails together
/// is told together, and a line that is down is one outage, not one a feed.
final class Outages {
  private static final String NETWORK = "*";
  private static final Duration TOGETHER = Duration.ofMinutes(15);
  private static final int FAILURES = 3;
  private static final int NETWORK_FROM = 3;
  private static final Duration NETWORK_AFTER = Duration.ofMinutes(10);
  private static final Duration SHORTEST = Duration.ofHours(2);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration RECOVERY = Duration.ofMinutes(30);

  private final Map<String, Feed> feeds = new HashMap<>();
  private final Bell bell;

  /// @param feeds those of `feeds.yml`; others are not told about
  Outages(Collection<Feed> feeds, Bell bell) {
    feeds.forEach(feed -> this.feeds.put(feed.url().toString(), feed));
    this.bell = bell;
  }

  /// An outage that was told and has not ended.
  private record Open(String kind, Instant told) {}

  /// Compares what is with what was told, and rings where that differs.
  void review(Handle handle, Instant now) {
    var states =
        new FeedTable(handle).all().stream().filter(each -> feeds.containsKey(each.url())).toList();
    var open = open(handle);
    boolean down = network(handle, states, Optional.ofNullable(open.get(NETWORK)), now);
    var recovered = lastNetworkEnd(handle);
    boolean soon =
        states.stream().anyMatch(each -> !open.containsKey(each.url()) && isSoon(each, now));
    var begun = new ArrayList<String>();
    var ended = new ArrayList<String>();
    for (var state : states) {
      var ill = ill(state, now, recovered).filter(_ -> !down || !isUnreachable(state));
      var told = Optional.ofNullable(open.get(state.url()));
      boolean waits =
          soon && toTell(state).filter(at -> at.plus(TOGETHER).isAfter(now)).isPresent();
      if (ill.isPresent()
          && told.isEmpty()
          && !waits
          && begin(handle, state.url(), ill.get(), now)) {
        begun.add(begins(state, ill.get(), now));
      } else if (ill.isEmpty() && told.isPresent() && !down && state.trouble().failures() == 0) {
        end(handle, state.url(), now);
        ended.add(name(state) + ": answers, and brings news again");
      }
    }
    ring(handle, begun, false, now);
    ring(handle, ended, true, now);
  }

  private static boolean isUnreachable(FeedState state) {
    return state.trouble().why().filter(why -> why == Fetched.Why.UNREACHABLE).isPresent();
  }

  private boolean network(Handle handle, List<FeedState> states, Optional<Open> told, Instant now) {
    var lastSuccess = new FeedTable(handle).lastSuccess();
    if (told.isPresent()) {
      boolean back = lastSuccess.filter(at -> at.isAfter(told.get().told())).isPresent();
      if (back) {
        end(handle, NETWORK, now);
        new FeedTable(handle).wakeUnreachable(now);
        bell.ring(
            handle,
            new Bell.Notice(
                "network",
                true,
                now,
                "The network is back",
                List.of("All feeds that could not be reached are asked again now.")));
      }
      return !back;
    }
    var unreachable = states.stream().filter(Outages::isUnreachable).toList();
    long hosts =
        unreachable.stream().map(each -> Hosts.of(each.address().now())).distinct().count();
    long asked = states.stream().filter(each -> each.history().polls() > 0).count();
    boolean quiet = lastSuccess.filter(at -> at.plus(NETWORK_AFTER).isAfter(now)).isEmpty();
    boolean down = hosts >= NETWORK_FROM && unreachable.size() * 2L >= asked && quiet;
    if (down && begin(handle, NETWORK, "network", now)) {
      bell.ring(handle, networkIsDown(unreachable, lastSuccess, now));
    }
    return down;
  }

  private static Bell.Notice networkIsDown(
      List<FeedState> unreachable, Optional<Instant> lastSuccess, Instant now) {
    return new Bell.Notice(
        "network",
        false,
        now,
        "No feed can be reached: is the network down?",
        List.of(
            unreachable.size()
                + " feeds cannot be reached; the last answer came "
                + lastSuccess.map(Instant::toString).orElse("never")
                + ". For example: "
                + unreachable.getFirst().trouble().problem()));
  }

  /// What is to be told of a feed, if anything.
  private static Optional<Health> ill(FeedState state, Instant now, Instant recovered) {
    var all = Health.all(state, now);
    if (all.contains(Health.GONE)) {
      return Optional.of(Health.GONE);
    }
    if (state.trouble().failures() >= FAILURES) {
      var since = state.trouble().since().orElse(now);
      boolean excused = recovered.isAfter(since) && recovered.plus(RECOVERY).isAfter(now);
      return since.plus(allowed(state)).isAfter(now) || excused
          ? Optional.empty()
          : Optional.of(Health.FAILING);
    }
    if (state.content().held() > 0) {
      return Optional.of(Health.ODD);
    }
    return all.contains(Health.SILENT) ? Optional.of(Health.SILENT) : Optional.empty();
  }

  /// Whether a failing feed is to be told within a quarter of an hour: others wait for it, so that
  /// feeds that fail together are told together.
  private static boolean isSoon(FeedState state, Instant now) {
    return toTell(state)
        .filter(at -> at.isAfter(now) && at.isBefore(now.plus(TOGETHER)))
        .isPresent();
  }

  /// When a failing feed is to be told.
  private static Optional<Instant> toTell(FeedState state) {
    return state.trouble().since().map(since -> since.plus(allowed(state)));
  }

  /// How long a feed may fail: as long as it is silent anyway now and then, within bounds.
  private static Duration allowed(FeedState state) {
    var usual = state.history().gap().multipliedBy(5);
    if (usual.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return usual.compareTo(LONGEST) > 0 ? LONGEST : usual;
  }

  private String begins(FeedState state, Health ill, Instant now) {
    var since = state.history().lastNew().map(at -> "; last new item " + at).orElse("");
    return name(state)
        + switch (ill) {
          case GONE -> ": gone (410). Take it out of feeds.yml, or find where it went" + since;
          case FAILING ->
              ": fails since "
                  + state.trouble().since().orElse(now)
                  + ": "
                  + state.trouble().problem()
                  + since;
          case ODD -> ": " + state.content().remark();
          default ->
              ": answers, but has brought nothing for longer than "
                  + Timetable.words(Health.patience(state.history()))
                  + since;
        };
  }

  private String name(FeedState state) {
    return Optional.ofNullable(feeds.get(state.url())).map(Feed::name).orElse(state.url());
  }

  private void ring(Handle handle, List<String> lines, boolean hasEnded, Instant now) {
    if (lines.isEmpty()) {
      return;
    }
    boolean one = lines.size() == 1;
    var name = lines.getFirst().substring(0, lines.getFirst().indexOf(": "));
    var what = one ? "Feed " + name : lines.size() + " feeds";
    var title = what + (hasEnded ? (one ? " is" : " are") + " back" : ": trouble");
    bell.ring(handle, new Bell.Notice(one ? name : "feeds", hasEnded, now, title, lines));
  }

  private static Map<String, Open> open(Handle handle) {
    var open = new HashMap<String, Open>();
    handle
        .createQuery("SELECT feed, kind, told FROM feed_outage WHERE ended IS NULL")
        .map((row, _) ->
            open.put(
                row.getString("feed"),
                new Open(row.getString("kind"), Instant.ofEpochMilli(row.getLong("told")))))
        .list();
    return open;
  }

  private static Instant lastNetworkEnd(Handle handle) {
    return handle
        .createQuery("SELECT COALESCE(MAX(ended), 0) FROM feed_outage WHERE feed = '*'")
        .mapTo(Long.class)
        .map(Instant::ofEpochMilli)
        .one();
  }

  private static boolean begin(Handle handle, String feed, Health kind, Instant now) {
    return begin(handle, feed, kind.name().toLowerCase(Locale.ROOT), now);
  }

  /// False where another node has told it already.
  private static boolean begin(Handle handle, String feed, String kind, Instant now) {
    return handle
            .createUpdate(
                "INSERT INTO feed_outage (feed, kind, began, told) VALUES (:feed, :kind, :now, :now)"
                    + " ON CONFLICT DO NOTHING")
            .bind("feed", feed)
            .bind("kind", kind)
            .bind("now", now.toEpochMilli())
            .execute()
        > 0;
  }

  private static void end(Handle handle, String feed, Instant now) {
    handle
        .createUpdate("UPDATE feed_outage SET ended = :now WHERE feed = :feed AND ended IS NULL")
        .bind("feed", feed)
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
