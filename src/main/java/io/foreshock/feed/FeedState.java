package io.foreshock.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is remembered of a feed between two polls.
///
/// @param url which, as in `feeds.yml`
/// @param next when it is asked again, and why then
/// @param validators of the newest document
/// @param trouble what went wrong since its last success
/// @param address where it is asked
/// @param content what its newest document was like
/// @param history what it has brought
public record FeedState(
    String url,
    Next next,
    Fetched.Validators validators,
    Trouble trouble,
    Address address,
    Content content,
    History history) {

  static FeedState unknown(URI url, Instant now) {
    return new FeedState(
        url.toString(),
        new Next(now, "never asked"),
        Fetched.Validators.NONE,
        Trouble.NONE,
        Address.of(url),
        Content.NONE,
        History.NONE);
  }

  /// The next check.
  ///
  /// @param at not before
  /// @param reason for the operator
  public record Next(Instant at, String reason) {}

  /// What went wrong.
  ///
  /// @param failures in a row
  /// @param problem the last one, or empty
  /// @param why of which sort
  /// @param since the first of them
  public record Trouble(
      int failures, String problem, Optional<Fetched.Why> why, Optional<Instant> since) {
    static final Trouble NONE = new Trouble(0, "", Optional.empty(), Optional.empty());

    Trouble and(Fetched.Failed failed, Instant now, boolean counts) {
      return new Trouble(
          failures + (counts || failures == 0 ? 1 : 0),
          failed.reason(),
          Optional.of(failed.why()),
          since.or(() -> Optional.of(now)));
    }
  }

  /// Where a feed is asked. A permanent redirect is learnt slowly: it must lead to the same place
  /// for a week and ten polls; http → https of the same host is learnt at once.
  ///
  /// @param now the address that is asked
  /// @param moving where permanent redirects lead, not yet learnt
  /// @param since when that was first seen
  /// @param sightings how often it was seen since
  /// @param answers the host that gave the last answer
  public record Address(
      URI now, Optional<URI> moving, Optional<Instant> since, int sightings, String answers) {
    private static final Duration LEARNT_AFTER = Duration.ofDays(7);
    private static final int LEARNT_FROM = 10;

    static Address of(URI url) {
      return new Address(url, Optional.empty(), Optional.empty(), 0, Hosts.of(url));
    }

    /// After a document, or a 304, that was reached this way.
    Address after(Fetched.Route route, Instant time) {
      var answering = Hosts.of(route.answered());
      if (route.moved().isEmpty()) {
        return new Address(now, Optional.empty(), Optional.empty(), 0, answering);
      }
      var target = route.moved().get();
      if (Hosts.isSecured(now, target)) {
        return new Address(target, Optional.empty(), Optional.empty(), 0, answering);
      }
      boolean same = moving.equals(route.moved());
      var first = same ? since.orElse(time) : time;
      int seen = same ? sightings + 1 : 1;
      return seen >= LEARNT_FROM && !first.plus(LEARNT_AFTER).isAfter(time)
          ? new Address(target, Optional.empty(), Optional.empty(), 0, answering)
          : new Address(now, Optional.of(target), Optional.of(first), seen, answering);
    }
  }

  /// What the newest document was like.
  ///
  /// @param entries how many it has
  /// @param undated how many of them have no date that can be read
  /// @param held how many were held back as a flood
  /// @param repairs what had to be mended, or empty
  /// @param remark what was odd about its items, or empty
  /// @param pace when the feed itself wants to be asked
  public record Content(
      int entries, int undated, int held, String repairs, String remark, Parsed.Pace pace) {
    static final Content NONE = new Content(0, 0, 0, "", "", Parsed.Pace.FREE);

    /// After word that nothing is new.
    Content unchanged() {
      return new Content(entries, undated, 0, repairs, remark, pace);
    }
  }

  /// What a feed has brought.
  ///
  /// @param lastSuccess the last answer that could be used
  /// @param lastNew when it last brought something new
  /// @param lastFull when it was last asked without validators
  /// @param lastDocument when a document last came, not just word that nothing is new
  /// @param gap its usual time between items, zero where not known yet
  /// @param pause the longest time between items that is usual, nights and week-ends included
  /// @param took how long the last answer took
  /// @param polls how often it was asked
  /// @param items how many items and editions it brought
  public record History(
      Optional<Instant> lastSuccess,
      Optional<Instant> lastNew,
      Optional<Instant> lastFull,
      Optional<Instant> lastDocument,
      Duration gap,
      Duration pause,
      Duration took,
      long polls,
      long items) {
    static final History NONE =
        new History(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            0,
            0);
  }
}
