package io.foreshock.feed;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of asking for a feed.
sealed interface Fetched {
  /// How the answer was reached.
  Route route();

  /// A document.
  ///
  /// @param body decoded bytes, backed by an array of just their length
  /// @param contentType as sent, or empty
  /// @param route how it was reached
  /// @param validators to send with the next request
  /// @param stay how long the server says it stays fresh
  record Fresh(
      ByteBuffer body,
      String contentType,
      Route route,
      Validators validators,
      Optional<Freshness.Stay> stay)
      implements Fetched {}

  /// Nothing new (RFC 9110, 15.4.5).
  ///
  /// @param route how that was learnt
  /// @param validators to send with the next request: a 304 may bring newer ones
  /// @param stay how long the server says it stays fresh
  record Unchanged(Route route, Validators validators, Optional<Freshness.Stay> stay)
      implements Fetched {}

  /// It did not work.
  ///
  /// @param why what sort of failure
  /// @param reason for people
  /// @param retryAfter how long the server wants to be left alone, at most a day
  /// @param route how far it came
  record Failed(Why why, String reason, Optional<Duration> retryAfter, Route route)
      implements Fetched {}

  /// Sorts of failures; what follows differs.
  enum Why {
    /// The name, the line or the other side did not answer.
    UNREACHABLE,
    /// The server wants to be left alone (429, 503).
    BUSY,
    /// The server will not have us (401, 403, 451).
    FORBIDDEN,
    /// The server says that it is gone for good (410).
    GONE,
    /// The server has no such document, or made an error (404, 5xx, anything else).
    SERVER,
    /// Our own rules forbid it: address, scheme, size, redirects.
    REFUSED,
    /// What came is no feed.
    UNREADABLE
  }

  /// What identifies a version of a document, byte for byte as the server sent it (RFC 9110, 8.8).
  ///
  /// @param etag or empty
  /// @param lastModified or empty
  record Validators(String etag, String lastModified) {
    static final Validators NONE = new Validators("", "");
  }

  /// The addresses that were asked.
  ///
  /// @param answered the last of them
  /// @param moved where permanent redirects (301, 308) from the first one led, before any other
  /// @param hosts all hosts asked, in order
  record Route(URI answered, Optional<URI> moved, List<String> hosts) {
    /// Copies the list.
    public Route {
      hosts = List.copyOf(hosts);
    }

    static Route of(URI url) {
      return new Route(url, Optional.empty(), List.of(Hosts.of(url)));
    }
  }
}
