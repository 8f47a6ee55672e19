package io.foreshock.alert;

import io.foreshock.pattern.Match;
import io.foreshock.pattern.Sighting;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of one real-world development, from all the sightings of it.
final class Development {
  private static final int MOST_REPORTS = 40;

  private final Match first;
  private final String id;
  private final Set<String> voices = new HashSet<>();
  private final Set<String> phases = new HashSet<>();
  private final List<Report> reports = new ArrayList<>();
  private Instant last;
  private int count;
  private Certainty certainty;
  private int sequence = -1;
  private boolean denied;
  private boolean closed;
  private Optional<Development> sign = Optional.empty();

  Development(Match first, String id, Instant now) {
    this.first = first;
    this.id = id;
    this.last = now;
    this.certainty = certainty(first);
    add(first);
  }

  /// Whether so much quiet time has passed that the next word is another development.
  boolean isOver(Match match, Instant now) {
    int days = Math.max(match.quietDays(), first.quietDays());
    return Duration.between(last, now).compareTo(Duration.ofDays(days)) > 0;
  }

  /// Whether a match speaks of the same parties.
  boolean fits(Match match) {
    boolean sameWay =
        agree(first.place(), match.place())
            && agree(first.actor(), match.actor())
            && agree(first.target(), match.target());
    boolean otherWay =
        match.pair()
            && agree(first.actor(), match.target())
            && agree(first.target(), match.actor());
    return first.kind().equals(match.kind())
        && first.about().equals(match.about())
        && (sameWay || otherWay);
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /// What about this match a reader must know, judged before it is added.
  Optional<Change> news(Match match) {
    if (match.sightings().size() > 1 && !first.kind().equals("early-sign")) {
      return Optional.empty(); // a pattern of several events completes once
    }
    var sighting = match.last();
    if (!phases.contains(sighting.phase())) {
      return Optional.of(Change.NEW_PHASE);
    }
    if (certainty(match).isFirmerThan(certainty)) {
      return Optional.of(Change.MORE_CERTAIN);
    }
    if (sighting.count() > count && sighting.isActual()) {
      return Optional.of(Change.HIGHER_COUNT);
    }
    boolean corroborates = voices.size() == 1 && !voices.contains(sighting.voice());
    return corroborates ? Optional.of(Change.CORROBORATED) : Optional.empty();
  }

  /// Whether a change is news to the reader: that somebody else repeats what was known before the
  /// watch began is not.
  boolean mayTell(Change change) {
    return isTold() || change != Change.CORROBORATED;
  }

  /// Takes in what a match adds.
  void add(Match match) {
    for (var sighting : match.sightings()) {
      voices.add(sighting.voice());
      phases.add(sighting.phase());
      if (sighting.isActual()) {
        count = Math.max(count, sighting.count());
      }
      var report = sighting.report();
      if (!reports.contains(report) && reports.size() < MOST_REPORTS) {
        reports.add(report);
      }
    }
    var now = certainty(match);
    certainty = now.isFirmerThan(certainty) ? now : certainty;
    last = match.last().at().isAfter(last) ? match.last().at() : last;
  }

  /// Whether somebody may deny it: it was told, nobody denied it yet, and it is not over.
  boolean isDeniedBy(Match denial, Instant now) {
    var sighting = denial.last();
    return sequence >= 0
        && !denied
        && !isOver(first, now)
        && reports.stream().anyMatch(report -> speaksOf(report, sighting));
  }

  private static boolean speaksOf(Report report, Sighting sighting) {
    var signal = report.signal();
    return signal.type().equals(sighting.type())
        && signal.phase().equals(sighting.phase())
        && agree(signal.place(), sighting.place())
        && agree(signal.actor(), sighting.actor())
        && agree(signal.target(), sighting.target());
  }

  void deny(Match denial) {
    denied = true;
    closed = true;
    certainty = Certainty.UNLIKELY;
    reports.add(denial.last().report());
  }

  private Certainty certainty(Match match) {
    var sighting = match.last();
    if (sighting.isActual()) {
      return Certainty.OBSERVED;
    }
    boolean heardTwice =
        voices.size() > 1
            || match.sightings().stream().map(Sighting::voice).distinct().count() > 1
            || (voices.size() == 1 && !voices.contains(sighting.voice()));
    return sighting.isPlanned() || heardTwice ? Certainty.LIKELY : Certainty.POSSIBLE;
  }

  /// Notes the early sign that came true with this development.
  void foreseenBy(Development earlySign) {
    sign = sign.or(() -> Optional.of(earlySign));
  }

  /// The early sign that came true with it.
  Optional<Development> sign() {
    return sign;
  }

  int nextSequence() {
    return ++sequence;
  }

  void close() {
    closed = true;
  }

  Match first() {
    return first;
  }

  String id() {
    return id;
  }

  List<Report> reports() {
    return List.copyOf(reports);
  }

  int voices() {
    return voices.size();
  }

  int count() {
    return count;
  }

  Certainty certainty() {
    return certainty;
  }

  Instant last() {
    return last;
  }

  boolean isTold() {
    return sequence >= 0;
  }

  boolean isClosed() {
    return closed;
  }
}
