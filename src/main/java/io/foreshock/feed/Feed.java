package io.foreshock.feed;

import io.foreshock.item.Publisher;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A feed of `feeds.yml`.
///
/// @param name for people
/// @param url an absolute http or https URL; a user and password in it go to its own host only
/// @param publisher whose word it is
/// @param language ISO 639-1, where all its items are in one
/// @param rhythm how often it is asked
/// @param privateAddress whether its own host may lie in a private network
/// @param identity what tells its items apart
public record Feed(
    String name,
    URI url,
    Publisher publisher,
    Optional<String> language,
    Rhythm rhythm,
    boolean privateAddress,
    Identity identity) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /// Refuses a URL that is not http or https.
  public Feed {
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme) || url.getHost() == null) {
      throw new IllegalArgumentException("\"" + url + "\" is no http or https address");
    }
  }

  /// A feed asked at a given interval, its items told apart by their guids.
  public Feed(
      String name,
      URI url,
      Publisher publisher,
      Optional<String> language,
      Duration every,
      boolean privateAddress) {
    this(
        name,
        url,
        publisher,
        language,
        new Rhythm.Fixed(every, false),
        privateAddress,
        Identity.GUID);
  }

  /// How often a feed is asked, as long as nobody asks for more rest.
  public sealed interface Rhythm {
    /// As often as it brings something.
    record Learnt() implements Rhythm {}

    /// At an interval of the operator's.
    ///
    /// @param every at least one minute
    /// @param insists whether what the server and the feed wish is passed over
    record Fixed(Duration every, boolean insists) implements Rhythm {
      private static final Duration SHORTEST = Duration.ofMinutes(1);

      /// Refuses an interval below a minute.
      public Fixed {
        if (every.compareTo(SHORTEST) < 0) {
          throw new IllegalArgumentException(
              "every " + every + " is too often; 1m is the shortest");
        }
      }
    }
  }

  /// What tells the items of a feed apart.
  public enum Identity {
    /// Their guids, where those are good.
    GUID,
    /// Their links: for feeds whose guids change.
    LINK,
    /// Their titles and days: for feeds where links change too.
    TITLE
  }

  /// The address without a password, for people.
  public String address() {
    var written = url.toString();
    return url.getRawUserInfo() == null
        ? written
        : written.replace(url.getRawUserInfo() + "@", "…@");
  }
}
