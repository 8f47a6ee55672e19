package io.foreshock.exit;

import io.foreshock.alert.Wishes;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where alerts go beside letters.
///
/// @param atom the file of the Atom feed, if one is wanted
/// @param capFolder the folder of CAP documents, if they are wanted
/// @param sender who says it in both: a mail address
/// @param hooks whom to call
public record ExitSettings(
    Optional<Path> atom, Optional<Path> capFolder, String sender, List<Hook> hooks) {
  /// Copies the list.
  public ExitSettings {
    hooks = List.copyOf(hooks);
  }

  /// Nowhere.
  public static ExitSettings none() {
    return new ExitSettings(Optional.empty(), Optional.empty(), "foreshock@localhost", List.of());
  }

  /// An address that is called with alerts.
  ///
  /// @param url https, or http on this machine
  /// @param secret what calls are signed with; never printed
  /// @param wishes which alerts
  public record Hook(URI url, String secret, Wishes wishes) {
    private static final int SHORTEST_SECRET = 16;

    /// One that is called with every alert.
    public Hook(URI url, String secret) {
      this(url, secret, Wishes.all());
    }

    /// Refuses what could be read on its way, and a secret that can be guessed.
    public Hook {
      var scheme = String.valueOf(url.getScheme());
      var host = String.valueOf(url.getHost());
      boolean local = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
      if (!scheme.equals("https") && !(scheme.equals("http") && local)) {
        throw new IllegalArgumentException("\"" + url + "\" is no https address");
      }
      if (secret.length() < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "the secret of " + host + " is shorter than " + SHORTEST_SECRET + " characters");
      }
    }

    @Override
    public String toString() {
      return url + " (secret not shown)";
    }
  }
}
