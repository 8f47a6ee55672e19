package io.foreshock.feed;

import java.net.URI;
import java.util.Locale;

/// What politeness counts by: a host, whatever its port.
final class Hosts {
  private Hosts() {}

  /// The host of an address in lower case, or empty.
  static String of(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }

  /// Whether `target` is `url` by https instead of http, and nothing else.
  static boolean isSecured(URI url, URI target) {
    return "http".equalsIgnoreCase(url.getScheme())
        && "https".equalsIgnoreCase(target.getScheme())
        && of(url).equals(of(target));
  }
}
