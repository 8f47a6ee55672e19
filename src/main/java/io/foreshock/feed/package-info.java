/// The feeds: when each is asked, how it is fetched, what its document says, how well it is.
///
/// [Poller] is the face. A broken feed is a value ([Fetched.Failed], [Parsed.Unreadable]), never an
/// exception; it stops no other.
@NullMarked
package io.foreshock.feed;

import org.jspecify.annotations.NullMarked;
