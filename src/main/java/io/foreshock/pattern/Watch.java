package io.foreshock.pattern;

import io.foreshock.rule.RuleBase;
import io.foreshock.rule.Session;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The long-lived session that sees the signal log, entry by entry, and tells which patterns
/// complete.
///
/// One thread only. Its time is that of the items: it never runs ahead of what was logged, and
/// never back.
public final class Watch implements AutoCloseable {
  /// How far back the watch looks: a watch that has seen the log of so long, and was given back its
  /// ledger and voices, is the same as one that has seen all of it. Facts of the rules live 45
  /// days.
  public static final Duration LOOKS_BACK = Duration.ofDays(60);

  private static final Comparator<Match> ORDER =
      Comparator.comparing(Match::kind)
          .thenComparing(Match::key)
          .thenComparingLong(match -> match.last().report().number())
          .thenComparing(Watch::numbers);

  private final Matches matches = new Matches();
  private final Tallies tallies = new Tallies();
  private final Crowd crowd = new Crowd();
  private final Voices voices;
  private final Session session;
  private Instant now = Instant.EPOCH;

  Watch(RuleBase rules, Agencies agencies) {
    this(rules, agencies, Map.of());
  }

  /// @param more globals of the rules beside `alerts`, by their names
  Watch(RuleBase rules, Agencies agencies, Map<String, Object> more) {
    this.voices = new Voices(agencies);
    var globals = new HashMap<String, Object>(more);
    globals.put("alerts", matches);
    this.session = rules.session(globals, matches::by);
  }

  private static String numbers(Match match) {
    return match.sightings().stream().map(each -> each.report().number()).toList().toString();
  }

  /// The patterns that this report completes.
  public Seen see(Report report) {
    advanceTo(report.time());
    var sighting = Sighting.of(report, voices.of(report.item(), now));
    tallies.count(sighting).forEach(session::insert);
    boolean hidden = crowd.hides(sighting);
    if (hidden) {
      session.fire();
    } else {
      session.insert(sighting);
      session.fireWith(new Arrival(sighting));
    }
    return new Seen(sighting, hidden, taken());
  }

  /// The patterns that the end of a day completes: what should have happened and did not.
  public List<Match> dayEnds(LocalDate day) {
    advanceTo(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    crowd.disperse();
    tallies.forgetBefore(day);
    voices.forgetBefore(now.minus(LOOKS_BACK));
    session.fireWith(new Midnight(now.toEpochMilli(), day.toEpochDay()));
    return taken();
  }

  private void advanceTo(Instant time) {
    now = time.isAfter(now) ? time : now;
    session.advanceTo(now);
  }

  private List<Match> taken() {
    return matches.take().stream().sorted(ORDER).toList();
  }

  /// What was told of items' voices since the last call, by item.
  public Map<String, Voice> takeFreshVoices() {
    return voices.takeFresh();
  }

  /// Gives a new watch the voices of items whose log it will see.
  public void remember(Map<String, Voice> known) {
    voices.remember(known);
  }

  /// The lines of the ledger, in a firm order.
  public List<LedgerLine> ledger() {
    return session.facts(LedgerLine.class).stream()
        .sorted(
            Comparator.<LedgerLine>comparingLong(line -> line.opened().report().number())
                .thenComparing(LedgerLine::toString))
        .toList();
  }

  /// Puts the ledger in the place of what the watch knows of it; raises nothing.
  public void restore(Collection<LedgerLine> ledger) {
    session.replace(LedgerLine.class, ledger);
    session.fire();
    matches.take();
  }

  /// How many facts are in memory.
  public long size() {
    return session.size();
  }

  /// Messages of rules that failed, and how often.
  public Map<String, Integer> failures() {
    return session.failures();
  }

  @Override
  public void close() {
    session.close();
  }
}
