package io.foreshock.feed;

import io.foreshock.item.Publisher;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// A feed of `feeds.yml`.
///
/// @param name for people
/// @param url an absolute http or https URL
/// @param publisher whose word it is
/// @param language ISO 639-1, where all its items are in one
/// @param every how often it is asked, if it allows; at least one minute
/// @param privateAddress whether it may lie in a private network
public record Feed(
    String name,
    URI url,
    Publisher publisher,
    Optional<String> language,
    Duration every,
    boolean privateAddress) {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /// Refuses a URL that is not http or https, and an interval below a minute.
  public Feed {
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(java.util.Locale.ROOT);
    if (!SCHEMES.contains(scheme) || url.getHost() == null) {
      throw new IllegalArgumentException("\"" + url + "\" is no http or https address");
    }
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("every " + every + " is too often; 1m is the shortest");
    }
  }
}
