package io.foreshock.config;

import java.net.URI;
import java.util.Optional;

/// `heartbeat:` of `foreshock.yml`.
final class HeartbeatSection {
  private final Section section;

  HeartbeatSection(Section section) {
    this.section = section.of("url");
  }

  Optional<URI> read() {
    var url = section.text("url", "");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.matches("https?://\\S+")) {
      section.problem(
          "url", "\"" + url + "\" is no web address", "write the address that the switch gave you");
      return Optional.empty();
    }
    return section.make("url", _ -> URI.create(url));
  }
}
