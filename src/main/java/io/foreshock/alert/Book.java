package io.foreshock.alert;

import io.foreshock.pattern.Match;
import io.foreshock.pattern.Sighting;
import io.foreshock.signal.Report;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The book of developments: decides for each match whether a human must read of it.
///
/// One thread only. Its decisions depend on the matches it was given and on nothing else.
final class Book {
  private static final Duration EARLY = Duration.ofDays(120);
  private static final int ID_LENGTH = 20;

  private final String rules;
  private final Developments developments = new Developments();

  Book(String rules) {
    this.rules = rules;
  }

  /// @param now the time of the log entry that completed the match
  /// @param background whether that entry is known but raises nothing
  Decision decide(Match match, Instant now, boolean background) {
    return match.kind().equals("denial")
        ? deny(match, now, background)
        : take(match, now, background);
  }

  private Decision take(Match match, Instant now, boolean background) {
    var known = developments.of(match, now);
    if (known.isEmpty()) {
      var development = new Development(match, id(match, now), now);
      return tell(development, match, Change.NEW_DEVELOPMENT, now, background);
    }
    var development = known.get();
    development.add(match);
    var news = development.mayGrow(match) ? development.news() : Optional.<Change>empty();
    if (news.isPresent() && development.isHasty(now)) {
      development.postpone(match);
      return hold(development, Decision.Reason.TOO_MANY_UPDATES);
    }
    return news.map(change -> tell(development, match, change, now, background))
        .orElseGet(() -> settle(development, Decision.Reason.MORE_OF_THE_SAME));
  }

  private Decision deny(Match denial, Instant now, boolean background) {
    var denied = developments.deniedBy(denial.last(), now);
    if (denied.isEmpty()) {
      return new Decision.Hold(Decision.Reason.DENIES_NOTHING_KNOWN);
    }
    denied.get().deny(denial);
    return tell(denied.get(), denial, Change.DENIED, now, background);
  }

  private Decision settle(Development development, Decision.Reason reason) {
    development.settle();
    return hold(development, reason);
  }

  private Decision hold(Development development, Decision.Reason reason) {
    developments.note(development);
    return new Decision.Hold(reason);
  }

  private Decision tell(
      Development development, Match match, Change change, Instant now, boolean background) {
    if (background) {
      return settle(development, Decision.Reason.BACKGROUND);
    }
    var early = early(match, change);
    early.ifPresent(sign -> {
      sign.close();
      development.foreseenBy(sign.reports().getFirst());
      developments.note(sign);
    });
    development.settle();
    var first = !development.isTold();
    int sequence = development.nextSequence(now);
    developments.note(development);
    return new Decision.Send(
        alert(development, match, first ? Change.NEW_DEVELOPMENT : change, sequence, now, early));
  }

  /// One more of a crowd: it is counted where it belongs.
  void hear(Sighting sighting) {
    for (var development : developments.about(sighting)) {
      development.hear(sighting);
      developments.note(development);
    }
  }

  /// A match from before these rules, of which nobody needs to read any more.
  void learn(Match match, Instant now) {
    if (!match.kind().equals("denial") && !developments.knows(match)) {
      settle(new Development(match, id(match, now), now), Decision.Reason.BACKGROUND);
    }
  }

  /// A day has ended: updates that waited go out, and what is long over is forgotten.
  List<Decision> dayEnds(Instant now) {
    developments.forget(now);
    return developments.pending().stream().map(each -> tellPending(each, now)).toList();
  }

  private Decision tellPending(Development development, Instant now) {
    var match = development.pending().orElseThrow();
    return development
        .news()
        .map(change -> tell(development, match, change, now, false))
        .orElseGet(() -> settle(development, Decision.Reason.MORE_OF_THE_SAME));
  }

  /// An alert with all that is known of its development by now.
  Alert upToDate(Alert alert) {
    return developments
        .find(alert.development())
        .map(each -> alert.with(each.voices(), each.reports(), account(each)))
        .orElse(alert);
  }

  /// What changed since the last call.
  Developments.Changes takeChanges() {
    return developments.takeChanges();
  }

  /// Takes back what was kept.
  void restore(List<Development.State> states) {
    developments.restore(states);
  }

  /// The early sign that comes true with this match.
  private Optional<Development> early(Match match, Change change) {
    boolean comesTrue = change == Change.NEW_DEVELOPMENT || change == Change.MORE_CERTAIN;
    var sighting = match.last();
    if (!comesTrue || !sighting.isFirm() || match.kind().equals("early-sign")) {
      return Optional.empty();
    }
    return developments
        .earlySigns(sighting.type(), sighting.phase())
        .filter(each -> each.first().last().concerns(sighting))
        .filter(each -> each.first().last().at().isAfter(sighting.at().minus(EARLY)))
        .findFirst();
  }

  private Alert alert(
      Development development,
      Match match,
      Change change,
      int sequence,
      Instant now,
      Optional<Development> early) {
    var about = development.first();
    return new Alert(
        about.kind(),
        about.key(),
        development.id(),
        about.place(),
        about.actor(),
        about.target(),
        Severity.valueOf(about.severity().toUpperCase(Locale.ROOT)),
        development.certainty(),
        sequence,
        change,
        now,
        development.voices(),
        development.reports(),
        story(development),
        List.of(),
        account(development),
        Because.of(
            match,
            change,
            development.count(),
            early.map(each -> each.first().last().at()),
            account(development)),
        match.rule(),
        rules);
  }

  /// The dated steps behind an alert: the early sign, earlier alerts of the same kind and place,
  /// and what it rests on.
  private List<Step> story(Development development) {
    var steps = new ArrayList<Step>();
    development.sign().ifPresent(sign -> steps.add(step("early-sign", sign)));
    earlier(development).forEach(each -> steps.add(step("earlier", strongest(each))));
    development.first().sightings().stream()
        .map(sighting -> step(sighting.type(), sighting.report()))
        .forEach(steps::add);
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private List<Development> earlier(Development development) {
    return developments.sameKey(development).stream()
        .filter(each -> each.isTold() && !each.last().isAfter(development.last()))
        .toList();
  }

  /// Its place among the developments of the same key in its calendar year.
  private Account account(Development development) {
    int year = year(development);
    var same =
        Stream.concat(earlier(development).stream(), Stream.of(development))
            .filter(each -> year(each) == year)
            .toList();
    return new Account(
        development.heard(),
        development.effective(),
        same.size(),
        same.stream().mapToInt(Development::count).sum());
  }

  private static int year(Development development) {
    return development.first().last().at().atZone(ZoneOffset.UTC).getYear();
  }

  /// The report with the highest count.
  private static Report strongest(Development development) {
    return development.reports().stream()
        .max(Comparator.comparingInt(report -> report.signal().count()))
        .orElseThrow();
  }

  private static Step step(String role, Report report) {
    return new Step(report.time(), role, report.signal());
  }

  /// The same for the same match, wherever it is computed.
  private static String id(Match match, Instant now) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = match.key() + "|" + now.toEpochMilli() + "|" + match.last().report().item().id();
      return HexFormat.of()
          .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
          .substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
