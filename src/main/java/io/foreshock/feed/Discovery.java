package io.foreshock.feed;

import io.foreshock.item.Publisher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Finds the feeds of a site: those that its page names, else those that it links to, else the
/// usual places. Each is asked, and only what is a feed is given.
public final class Discovery implements AutoCloseable {
  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/json");
  private static final List<String> USUAL =
      List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/rss");
  private static final String LINKED = "a[href~=(?i)(rss|atom|feed|\\.xml|\\.rdf)]";
  private static final int MOST_ASKED = 12;

  private final FeedSettings settings;
  private final Fetcher fetcher;
  private final boolean isPrivate;

  /// @param isPrivate whether the site may lie in a private network
  public Discovery(FeedSettings settings, InstantSource clock, boolean isPrivate) {
    this.settings = settings;
    this.fetcher = new Fetcher(settings, clock);
    this.isPrivate = isPrivate;
  }

  /// What became of looking.
  public sealed interface Found {
    /// Feeds, best first; none where the site has none.
    record Feeds(List<Candidate> feeds) implements Found {
      /// Copies the list.
      public Feeds {
        feeds = List.copyOf(feeds);
      }
    }

    /// The site itself could not be asked.
    record Failed(String reason) implements Found {}
  }

  /// A feed that was found.
  ///
  /// @param url where
  /// @param title its own
  /// @param language as it says, or empty
  /// @param entries how many it has now
  public record Candidate(URI url, String title, String language, int entries) {}

  /// Looks at a site.
  public Found find(URI site) {
    return switch (ask(site)) {
      case Fetched.Failed failed -> new Found.Failed(failed.reason());
      case Fetched.Unchanged _ -> new Found.Failed("the server answers 304 unasked");
      case Fetched.Fresh page -> {
        var itself = candidate(page);
        yield new Found.Feeds(itself.isPresent() ? List.of(itself.get()) : of(page));
      }
    };
  }

  private List<Candidate> of(Fetched.Fresh page) {
    var address = page.route().answered();
    var html =
        Jsoup.parse(new String(page.body().array(), StandardCharsets.UTF_8), address.toString());
    var named = html.select("link[rel~=(?i)alternate]").stream().filter(Discovery::isFeed).toList();
    var found = verified(addresses(named, "href"));
    if (found.isEmpty()) {
      found = verified(addresses(html.select(LINKED), "href"));
    }
    return found.isEmpty() ? verified(usual(address)) : found;
  }

  private static boolean isFeed(Element link) {
    return TYPES.contains(link.attr("type").strip().toLowerCase(Locale.ROOT));
  }

  private static Set<URI> addresses(List<Element> links, String attribute) {
    var addresses = new LinkedHashSet<URI>();
    for (var link : links) {
      try {
        var address = URI.create(link.absUrl(attribute));
        if (address.getHost() != null) {
          addresses.add(address);
        }
      } catch (IllegalArgumentException _) {
        // a link that is no address leads to no feed
      }
    }
    return addresses;
  }

  private static Set<URI> usual(URI site) {
    var addresses = new LinkedHashSet<URI>();
    USUAL.forEach(path -> addresses.add(site.resolve(path)));
    return addresses;
  }

  private List<Candidate> verified(Set<URI> addresses) {
    var found = new ArrayList<Candidate>();
    for (var address : addresses.stream().limit(MOST_ASKED).toList()) {
      LockSupport.parkNanos(settings.hostGap().toNanos());
      if (ask(address) instanceof Fetched.Fresh fresh) {
        candidate(fresh).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Candidate> candidate(Fetched.Fresh fresh) {
    var address = fresh.route().moved().orElse(fresh.route().answered());
    return switch (new FeedParser(settings.mostItems())
        .parse(fresh.body().array(), fresh.contentType(), Optional.of(fresh.route().answered()))) {
      case Parsed.Unreadable _ -> Optional.empty();
      case Parsed.Document document ->
          Optional.of(
              new Candidate(
                  address, document.title(), document.language(), document.entries().size()));
    };
  }

  private Fetched ask(URI url) {
    try {
      var feed =
          new Feed(
              url.toString(),
              url,
              Publisher.named("unknown"),
              Optional.empty(),
              Duration.ofMinutes(15),
              isPrivate);
      return fetcher.fetch(feed, url, Fetched.Validators.NONE);
    } catch (IllegalArgumentException e) {
      return new Fetched.Failed(
          Fetched.Why.REFUSED,
          String.valueOf(e.getMessage()),
          Optional.empty(),
          Fetched.Route.of(url));
    }
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
