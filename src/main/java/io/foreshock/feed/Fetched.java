package io.foreshock.feed;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/// What came of asking for a feed.
sealed interface Fetched {
  /// A document.
  ///
  /// @param body decoded bytes, backed by an array of just their length
  /// @param contentType as sent, or empty
  /// @param from the address that answered, after redirects
  /// @param validators to send with the next request
  /// @param keep how long the server says it stays fresh
  record Fresh(
      ByteBuffer body, String contentType, URI from, Validators validators, Optional<Duration> keep)
      implements Fetched {}

  /// Nothing new (RFC 9110, 304).
  record Unchanged(Optional<Duration> keep) implements Fetched {}

  /// It did not work.
  ///
  /// @param reason for people
  /// @param retryAfter how long the server wants to be left alone
  /// @param isGone whether the server says that it is gone for good (410)
  record Failed(String reason, Optional<Duration> retryAfter, boolean isGone) implements Fetched {}

  /// What identifies a version of a document, byte for byte as the server sent it (RFC 9110, 8.8).
  record Validators(String etag, String lastModified) {
    static final Validators NONE = new Validators("", "");
  }

  static Failed failed(String reason) {
    return new Failed(reason, Optional.empty(), false);
  }
}
