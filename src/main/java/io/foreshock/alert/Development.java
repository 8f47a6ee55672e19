package io.foreshock.alert;

import io.foreshock.pattern.Match;
import io.foreshock.pattern.Sighting;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is known of one real-world development, from all the sightings of it.
final class Development {
  private static final int MOST_REPORTS = 40;
  private static final int MOST_VOICES = 1_000;
  private static final int MOST_UPDATES = 4;
  private static final Duration UPDATES_WITHIN = Duration.ofHours(1);
  private static final int CORROBORATED = 2;

  private final Match first;
  private final String id;
  private final Set<String> voices = new TreeSet<>();
  private final Set<String> phases = new TreeSet<>();
  private final Set<Report> known = new HashSet<>();
  private final List<Report> reports = new ArrayList<>();
  private final Set<String> freshPlaces = new TreeSet<>();
  private final List<Instant> updates = new ArrayList<>();
  private int heard;
  private Instant last;
  private int count;
  private Optional<LocalDate> effective = Optional.empty();
  private Certainty certainty;
  private Told told = Told.NOTHING;
  private Optional<Match> pending = Optional.empty();
  private int sequence = -1;
  private boolean denied;
  private boolean closed;
  private Optional<Report> sign = Optional.empty();

  Development(Match first, String id, Instant now) {
    this.first = first;
    this.id = id;
    this.last = now;
    this.certainty = certainty(first);
    add(first);
  }

  /// All that a development is, to be kept beside the log.
  record State(
      Match first,
      String id,
      List<String> voices,
      List<String> phases,
      List<Report> reports,
      List<Instant> updates,
      int heard,
      Instant last,
      int count,
      Optional<LocalDate> effective,
      Certainty certainty,
      Told told,
      Optional<Match> pending,
      int sequence,
      boolean denied,
      boolean closed,
      Optional<Report> sign) {
    State {
      voices = List.copyOf(voices);
      phases = List.copyOf(phases);
      reports = List.copyOf(reports);
      updates = List.copyOf(updates);
    }
  }

  State state() {
    return new State(
        first,
        id,
        List.copyOf(voices),
        List.copyOf(phases),
        reports,
        updates,
        heard,
        last,
        count,
        effective,
        certainty,
        told,
        pending,
        sequence,
        denied,
        closed,
        sign);
  }

  Development(State state) {
    this.first = state.first();
    this.id = state.id();
    voices.addAll(state.voices());
    phases.addAll(state.phases());
    state.reports().forEach(this::keep);
    updates.addAll(state.updates());
    this.heard = state.heard();
    this.last = state.last();
    this.count = state.count();
    this.effective = state.effective();
    this.certainty = state.certainty();
    this.told = state.told();
    this.pending = state.pending();
    this.sequence = state.sequence();
    this.denied = state.denied();
    this.closed = state.closed();
    this.sign = state.sign();
  }

  /// Whether so much quiet time has passed that the next word is another development.
  boolean isOver(int quietDays, Instant now) {
    int days = Math.max(quietDays, first.quietDays());
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
        && (sameWay || otherWay)
        && meets(first, match)
        && meets(match, first);
  }

  /// Whether a place told alone is one of the other's, where the other tells parties alone.
  private static boolean meets(Match placed, Match other) {
    boolean apart = (placed.actor() + placed.target()).isEmpty() && other.place().isEmpty();
    return !apart
        || placed.place().isEmpty()
        || (other.actor() + other.target()).isEmpty()
        || placed.place().equals(other.actor())
        || placed.place().equals(other.target());
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /// What is known now that the reader does not know.
  Optional<Change> news() {
    if (!told.phases().containsAll(phases)) {
      return Optional.of(Change.NEW_PHASE);
    }
    if (certainty.isFirmerThan(told.certainty())) {
      return Optional.of(Change.MORE_CERTAIN);
    }
    if (count > told.count()) {
      return Optional.of(Change.HIGHER_COUNT);
    }
    boolean corroborated = told.voices() < CORROBORATED && voices.size() >= CORROBORATED;
    return corroborated && isTold() ? Optional.of(Change.CORROBORATED) : Optional.empty();
  }

  /// Whether further matches can be news: a pattern of several events completes once.
  boolean mayGrow(Match match) {
    return match.sightings().size() == 1 || first.kind().equals("early-sign");
  }

  /// From now on the reader is taken to know all of this.
  void settle() {
    told = new Told(phases, Math.min(voices.size(), CORROBORATED), count, certainty);
    pending = Optional.empty();
  }

  /// Whether so many updates went out within the hour that the next must wait.
  boolean isHasty(Instant now) {
    updates.removeIf(at -> at.isBefore(now.minus(UPDATES_WITHIN)));
    return updates.size() >= MOST_UPDATES;
  }

  /// An update waits until the haste is over.
  void postpone(Match match) {
    pending = Optional.of(match);
  }

  /// The match whose update waits.
  Optional<Match> pending() {
    return pending;
  }

  /// Takes in what a match adds.
  void add(Match match) {
    for (var sighting : match.sightings()) {
      if (voices.size() < MOST_VOICES) {
        voices.add(sighting.voice());
      }
      phases.add(sighting.phase());
      if (sighting.isActual()) {
        count = Math.max(count, sighting.count());
      }
      add(sighting.report());
    }
    var now = certainty(match);
    var date = match.last().report().signal().date();
    effective =
        effective.isEmpty() || !certainty.isFirmerThan(now) ? date.or(() -> effective) : effective;
    certainty = now.isFirmerThan(certainty) ? now : certainty;
    touch(match.last().at());
  }

  private void add(Report report) {
    if (!known.contains(report)) {
      heard++;
      if (reports.size() < MOST_REPORTS) {
        keep(report);
      }
    }
  }

  private void keep(Report report) {
    known.add(report);
    reports.add(report);
    freshPlaces.addAll(Developments.places(report.signal()));
  }

  /// Where it is found by the reports that were kept since the last call.
  Set<String> takeFreshPlaces() {
    var taken = Set.copyOf(freshPlaces);
    freshPlaces.clear();
    return taken;
  }

  /// One more of a crowd says it.
  void hear(Sighting sighting) {
    heard++;
    if (voices.size() < MOST_VOICES) {
      voices.add(sighting.voice());
    }
    touch(sighting.at());
  }

  private void touch(Instant at) {
    last = at.isAfter(last) ? at : last;
  }

  /// Whether somebody may deny it: it was told, nobody denied it yet, and it is not over.
  boolean isDeniedBy(Sighting sighting, Instant now) {
    return isTold() && !denied && !isOver(first.quietDays(), now) && speaksOf(sighting);
  }

  /// Whether a report behind it tells the same event as a sighting.
  boolean speaksOf(Sighting sighting) {
    return reports.stream().anyMatch(report -> speaksOf(report, sighting));
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
    heard++;
    keep(denial.last().report());
    settle();
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

  /// Notes the first report of the early sign that came true with this development.
  void foreseenBy(Report earlySign) {
    sign = sign.or(() -> Optional.of(earlySign));
  }

  /// The first report of the early sign that came true with it.
  Optional<Report> sign() {
    return sign;
  }

  int nextSequence(Instant now) {
    if (isTold()) {
      updates.add(now);
    }
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

  int heard() {
    return heard;
  }

  int voices() {
    return voices.size();
  }

  int count() {
    return count;
  }

  Optional<LocalDate> effective() {
    return effective;
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
