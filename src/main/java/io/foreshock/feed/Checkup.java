package io.foreshock.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks one feed, unconditionally and apart from its timetable, and tells all about the answer.
/// Nothing is stored.
public final class Checkup implements AutoCloseable {
  private static final int NEWEST = 5;

  private final FeedSettings settings;
  private final InstantSource clock;
  private final Fetcher fetcher;

  /// @param settings how feeds are asked
  public Checkup(FeedSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.fetcher = new Fetcher(settings, clock);
  }

  /// What was found.
  ///
  /// @param isWell whether the answer is a feed
  /// @param findings label and words, in the order in which they are read
  public record Report(boolean isWell, List<Finding> findings) {
    /// Copies the list.
    public Report {
      findings = List.copyOf(findings);
    }
  }

  /// One line of a report.
  public record Finding(String label, String words) {}

  /// Asks the feed.
  public Report check(Feed feed) {
    var findings = new ArrayList<Finding>();
    findings.add(new Finding("feed", feed.name()));
    findings.add(new Finding("asked", feed.address()));
    long began = System.nanoTime();
    var fetched = fetcher.fetch(feed, feed.url(), Fetched.Validators.NONE);
    var took = Duration.ofNanos(System.nanoTime() - began);
    route(feed, fetched.route()).forEach(findings::add);
    boolean well =
        switch (fetched) {
          case Fetched.Failed failed -> failed(feed, failed, findings);
          case Fetched.Unchanged _ -> false; // nothing conditional was asked
          case Fetched.Fresh fresh -> fresh(feed, fresh, took, findings);
        };
    return new Report(well, findings);
  }

  private static List<Finding> route(Feed feed, Fetched.Route route) {
    var findings = new ArrayList<Finding>();
    if (!route.answered().equals(feed.url())) {
      findings.add(new Finding("answered", route.answered().toString()));
    }
    route
        .moved()
        .map(URI::toString)
        .ifPresent(target ->
            findings.add(
                new Finding("moved", "for good, to " + target + "; put that into feeds.yml")));
    return findings;
  }

  private boolean failed(Feed feed, Fetched.Failed failed, List<Finding> findings) {
    findings.add(new Finding("problem", failed.reason()));
    failed
        .retryAfter()
        .ifPresent(
            wait -> findings.add(new Finding("server", "Retry-After " + Timetable.words(wait))));
    var next =
        new Timetable(settings.intervals()).afterFailure(feed, clock.instant(), 1, failed, false);
    findings.add(next(next));
    return false;
  }

  private boolean fresh(Feed feed, Fetched.Fresh fresh, Duration took, List<Finding> findings) {
    findings.add(
        new Finding(
            "answer",
            "%,d bytes, %s, in %d ms"
                .formatted(
                    fresh.body().capacity(),
                    fresh.contentType().isEmpty() ? "no Content-Type" : fresh.contentType(),
                    took.toMillis())));
    findings.add(new Finding("validators", validators(fresh.validators())));
    fresh
        .stay()
        .ifPresent(stay ->
            findings.add(
                new Finding("server", stay.why() + ": fresh for " + Timetable.words(stay.time()))));
    return switch (new FeedParser(settings.mostItems())
        .parse(fresh.body().array(), fresh.contentType(), Optional.of(fresh.route().answered()))) {
      case Parsed.Unreadable(var reason) -> {
        findings.add(new Finding("problem", reason));
        yield false;
      }
      case Parsed.Document document -> {
        document(feed, fresh, document, findings);
        yield true;
      }
    };
  }

  private static String validators(Fetched.Validators validators) {
    var both = new ArrayList<String>();
    if (!validators.etag().isEmpty()) {
      both.add("ETag " + validators.etag());
    }
    if (!validators.lastModified().isEmpty()) {
      both.add("Last-Modified " + validators.lastModified());
    }
    return both.isEmpty() ? "none: it comes whole each time" : String.join(", ", both);
  }

  private void document(
      Feed feed, Fetched.Fresh fresh, Parsed.Document document, List<Finding> findings) {
    var now = clock.instant();
    findings.add(
        new Finding(
            "title",
            document.title()
                + (document.language().isEmpty() ? "" : " (" + document.language() + ")")));
    long undated =
        document.entries().stream()
            .filter(entry -> entry.published().or(entry::updated).isEmpty())
            .count();
    findings.add(
        new Finding("entries", document.entries().size() + ", " + undated + " without a date"));
    var pulse = Pulse.of(document.entries(), now);
    pulse.ifPresent(each ->
        findings.add(
            new Finding(
                "rhythm",
                "an item every %s, longest pause %s"
                    .formatted(Timetable.words(each.gap()), Timetable.words(each.pause())))));
    if (document.pace().minutes() > 0) {
      findings.add(new Finding("wishes", document.pace().why()));
    }
    document.repairs().forEach(repair -> findings.add(new Finding("mended", repair)));
    var signs =
        new Timetable.Signs(
            pulse.map(Pulse::gap).orElse(Duration.ZERO), fresh.stay(), document.pace(), false);
    findings.add(next(new Timetable(settings.intervals()).afterSuccess(feed, 1, now, signs)));
    document.entries().stream()
        .limit(NEWEST)
        .forEach(entry -> findings.add(new Finding("item", words(entry))));
  }

  private static String words(Parsed.Entry entry) {
    var date =
        entry.published().or(entry::updated).map(Instant::toString).orElse("no date that is read");
    return date + "  " + entry.title();
  }

  private static Finding next(FeedState.Next next) {
    return new Finding("next", next.at().toString().substring(0, 16) + ": " + next.reason());
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
