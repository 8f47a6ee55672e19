package io.foreshock.alert;

import io.foreshock.pattern.Match;
import io.foreshock.signal.Report;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The book of developments: decides for each match whether a human must read of it.
///
/// One thread only. Its decisions depend on the matches it was given and on nothing else.
final class Book {
  private static final Duration KEPT = Duration.ofDays(400);
  private static final Duration EARLY = Duration.ofDays(120);
  private static final int ID_LENGTH = 20;

  private final String rules;
  private final List<Development> developments = new ArrayList<>();

  Book(String rules) {
    this.rules = rules;
  }

  /// @param now the time of the log entry that completed the match
  Decision decide(Match match, Instant now) {
    developments.removeIf(each -> each.last().isBefore(now.minus(KEPT)));
    return match.kind().equals("denial") ? deny(match, now) : take(match, now);
  }

  private Decision take(Match match, Instant now) {
    var known =
        developments.stream()
            .filter(each -> each.fits(match) && !each.isOver(match, now))
            .max(Comparator.comparing(Development::last));
    if (known.isEmpty()) {
      var development = new Development(match, id(match, now), now);
      developments.add(development);
      return tell(development, match, Change.NEW_DEVELOPMENT, now);
    }
    var development = known.get();
    var news = development.news(match).filter(change -> development.mayTell(change));
    development.add(match);
    return news.map(change -> tell(development, match, change, now))
        .orElse(new Decision.Hold(Decision.Reason.MORE_OF_THE_SAME));
  }

  private Decision deny(Match denial, Instant now) {
    var denied =
        developments.stream()
            .filter(each -> each.isDeniedBy(denial, now))
            .max(Comparator.comparing(Development::last));
    if (denied.isEmpty()) {
      return new Decision.Hold(Decision.Reason.DENIES_NOTHING_KNOWN);
    }
    denied.get().deny(denial);
    return tell(denied.get(), denial, Change.DENIED, now);
  }

  private Decision tell(Development development, Match match, Change change, Instant now) {
    if (match.last().background()) {
      return new Decision.Hold(Decision.Reason.BACKGROUND);
    }
    var early = early(match, change);
    early.ifPresent(sign -> {
      sign.close();
      development.foreseenBy(sign);
    });
    return new Decision.Send(
        alert(
            development,
            match,
            development.isTold() ? change : Change.NEW_DEVELOPMENT,
            now,
            early));
  }

  /// The early sign that comes true with this match.
  private Optional<Development> early(Match match, Change change) {
    boolean comesTrue = change == Change.NEW_DEVELOPMENT || change == Change.MORE_CERTAIN;
    var sighting = match.last();
    var about = sighting.type() + "/" + sighting.phase();
    if (!comesTrue || !sighting.isFirm() || match.kind().equals("early-sign")) {
      return Optional.empty();
    }
    return developments.stream()
        .filter(each -> each.isTold() && !each.isClosed())
        .filter(
            each -> each.first().kind().equals("early-sign") && each.first().about().equals(about))
        .filter(each -> each.first().last().concerns(sighting))
        .filter(each -> each.first().last().at().isAfter(sighting.at().minus(EARLY)))
        .findFirst();
  }

  private Alert alert(
      Development development,
      Match match,
      Change change,
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
        development.nextSequence(),
        change,
        now,
        development.voices(),
        development.reports(),
        story(development),
        List.of(),
        Because.of(match, change, development.count(), early.map(each -> each.first().last().at())),
        match.rule(),
        rules);
  }

  /// The dated steps behind an alert: the early sign, earlier alerts of the same kind and place,
  /// and what it rests on.
  private List<Step> story(Development development) {
    var steps = new ArrayList<Step>();
    development.sign().ifPresent(sign -> steps.add(step("early-sign", sign.reports().getFirst())));
    earlier(development).forEach(each -> steps.add(step("earlier", strongest(each))));
    development.first().sightings().stream()
        .map(sighting -> step(sighting.type(), sighting.report()))
        .forEach(steps::add);
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private List<Development> earlier(Development development) {
    return developments.stream()
        .filter(each -> each != development && each.isTold())
        .filter(each -> each.first().key().equals(development.first().key()))
        .toList();
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
