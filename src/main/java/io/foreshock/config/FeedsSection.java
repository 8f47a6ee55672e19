package io.foreshock.config;

import io.foreshock.feed.Feed;
import io.foreshock.item.Publisher;
import io.foreshock.item.Side;
import io.foreshock.reading.Language;
import io.foreshock.source.Nearest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `feeds.yml`: a list of feeds, each with its publisher.
final class FeedsSection {
  private static final Duration USUAL = Duration.ofMinutes(15);

  private final Section root;
  private final Map<String, Integer> lines = new HashMap<>();

  FeedsSection(Section root) {
    this.root = root.of("feeds");
  }

  List<Feed> read() {
    return root.sections("feeds").stream().flatMap(each -> feed(each).stream()).toList();
  }

  private Optional<Feed> feed(Section section) {
    section.of(
        "name",
        "url",
        "publisher",
        "family",
        "side",
        "trusted",
        "language",
        "every",
        "insist",
        "private",
        "identity");
    var url = section.needed("url", "add the feed's address, such as https://pap.pl/rss");
    var publisher =
        section.needed("publisher", "add who publishes it, such as \"publisher: pap.pl\"");
    if (url.isEmpty() || publisher.isEmpty() || isKnown(section, url)) {
      return Optional.empty();
    }
    return section.make("url", fields -> feed(fields, url, publisher));
  }

  private boolean isKnown(Section section, String url) {
    var before = lines.putIfAbsent(url, section.line("url"));
    if (before != null) {
      section.problem(
          "url", "this feed stands in line " + before + " already", "remove one of the two");
    }
    return before != null;
  }

  private static Feed feed(Section section, String url, String publisher) {
    return new Feed(
        section.text("name", publisher),
        URI.create(url),
        new Publisher(
            publisher,
            section.text("family", ""),
            section.choice("side", Side.INDEPENDENT),
            section.flag("trusted")),
        language(section),
        rhythm(section),
        section.flag("private"),
        section.choice("identity", Feed.Identity.GUID));
  }

  private static Feed.Rhythm rhythm(Section section) {
    boolean insists = section.flag("insist");
    if (insists && !section.has("every")) {
      section.problem("insist", "there is nothing to insist on", "add every: 15m");
    }
    return section.has("every")
        ? new Feed.Rhythm.Fixed(section.duration("every", USUAL), insists)
        : new Feed.Rhythm.Learnt();
  }

  private static Optional<String> language(Section section) {
    var code = section.text("language", "");
    var known = Arrays.stream(Language.values()).map(Language::code).toList();
    if (!code.isEmpty() && !known.contains(code)) {
      section.problem("language", "\"" + code + "\" is not read", Nearest.advice(code, known));
    }
    return code.isEmpty() ? Optional.empty() : Optional.of(code);
  }
}
