package io.foreshock.pattern;

import io.foreshock.rule.RuleBase;
import io.foreshock.rule.Session;
import io.foreshock.signal.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The long-lived session that sees the signal log, entry by entry, and tells which patterns
/// complete.
///
/// One thread only. Its time is that of the items: it never runs ahead of what was logged.
public final class Watch implements AutoCloseable {
  private final Matches matches = new Matches();
  private final Tallies tallies = new Tallies();
  private final Voices voices;
  private final Session session;

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

  /// The patterns that this report completes.
  public List<Match> see(Report report) {
    var sighting = Sighting.of(report, voices.of(report.item()));
    session.advanceTo(sighting.at());
    tallies.count(sighting).forEach(session::insert);
    session.insert(sighting);
    session.fireWith(new Arrival(sighting));
    return matches.take();
  }

  /// The patterns that the end of a day completes: what should have happened and did not.
  public List<Match> dayEnds(LocalDate day) {
    Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    session.advanceTo(midnight);
    session.insert(new Midnight(midnight.toEpochMilli(), day.toEpochDay()));
    session.fire();
    return matches.take();
  }

  /// Whose word an item is, as far as the watch has heard it.
  public String voice(Report report) {
    return voices.of(report.item());
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
