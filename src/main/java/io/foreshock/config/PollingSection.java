package io.foreshock.config;

import io.foreshock.feed.FeedSettings;

/// `polling:` of `foreshock.yml`.
final class PollingSection {
  private final Section section;

  PollingSection(Section section) {
    this.section =
        section.of(
            "user-agent",
            "connect",
            "total",
            "most-bytes",
            "most-items",
            "at-once",
            "host-gap",
            "late",
            "shortest",
            "usual",
            "longest");
  }

  FeedSettings read() {
    var standard = FeedSettings.standard();
    return section
        .make(
            "most-bytes",
            polling ->
                new FeedSettings(
                    polling.text("user-agent", standard.userAgent()),
                    polling.duration("connect", standard.connect()),
                    polling.duration("total", standard.total()),
                    polling.whole("most-bytes", standard.mostBytes()),
                    polling.whole("most-items", standard.mostItems()),
                    polling.whole("at-once", standard.atOnce()),
                    polling.duration("host-gap", standard.hostGap()),
                    polling.duration("late", standard.late()),
                    intervals(polling)))
        .orElse(standard);
  }

  private static FeedSettings.Intervals intervals(Section polling) {
    var standard = FeedSettings.standard().intervals();
    return new FeedSettings.Intervals(
        polling.duration("shortest", standard.shortest()),
        polling.duration("usual", standard.usual()),
        polling.duration("longest", standard.longest()));
  }
}
