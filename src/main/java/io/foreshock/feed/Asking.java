package io.foreshock.feed;

import java.net.URI;

/// How a feed is asked: over the network, or in a simulation. Threads may share it.
interface Asking extends AutoCloseable {
  /// Asks `url` on behalf of `feed`, unless the version with these validators is still the newest.
  Fetched fetch(Feed feed, URI url, Fetched.Validators validators);

  @Override
  void close();
}
