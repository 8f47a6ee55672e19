package io.foreshock.alert;

import io.foreshock.item.Side;
import io.foreshock.signal.Report;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One thing that a human should read: a development, or an update of it (alert guide, *An alert*).
///
/// @param kind the pattern, e.g. `prisoner-release`
/// @param key what makes it this development and no other, e.g. `prisoner-release BY`
/// @param development identifies this occurrence of the key: the same for an alert and its updates,
///   different when the key rises again after quiet days; letters and digits only
/// @param place ISO 3166-1 alpha-2 code, or empty
/// @param actor a code, or empty
/// @param target a code, or empty
/// @param severity CAP 1.2
/// @param certainty CAP 1.2
/// @param sequence 0 for the alert itself, then 1, 2, … for its updates
/// @param change why it exists
/// @param raised on the clock of the items
/// @param publishers how many independent publishers stand behind it
/// @param reports the reports it rests on, oldest first, at least one
/// @param story the dated steps that led here, oldest first; may be empty
/// @param ahead what to watch next; may be empty
/// @param account what is known beyond the evidence
/// @param because one English sentence: which rule, on what
/// @param rule name of the pattern's rule that raised it
/// @param rules content hash of the rules that raised it
public record Alert(
    String kind,
    String key,
    String development,
    String place,
    String actor,
    String target,
    Severity severity,
    Certainty certainty,
    int sequence,
    Change change,
    Instant raised,
    int publishers,
    List<Report> reports,
    List<Step> story,
    List<Ahead> ahead,
    Account account,
    String because,
    String rule,
    String rules) {

  /// Copies the lists.
  public Alert {
    reports = List.copyOf(reports);
    story = List.copyOf(story);
    ahead = List.copyOf(ahead);
  }

  /// An alert of which nothing is known but the evidence.
  public Alert(
      String kind,
      String key,
      String development,
      String place,
      String actor,
      String target,
      Severity severity,
      Certainty certainty,
      int sequence,
      Change change,
      Instant raised,
      int publishers,
      List<Report> reports,
      List<Step> story,
      List<Ahead> ahead,
      String because,
      String rule,
      String rules) {
    this(
        kind,
        key,
        development,
        place,
        actor,
        target,
        severity,
        certainty,
        sequence,
        change,
        raised,
        publishers,
        reports,
        story,
        ahead,
        Account.of(reports.size()),
        because,
        rule,
        rules);
  }

  /// The sides on which the publishers behind it stand.
  public Set<Side> sides() {
    var sides = EnumSet.noneOf(Side.class);
    reports.forEach(report -> sides.add(report.item().publisher().side()));
    return sides;
  }

  /// The same alert with what to watch next.
  public Alert withAhead(List<Ahead> what) {
    return new Alert(
        kind,
        key,
        development,
        place,
        actor,
        target,
        severity,
        certainty,
        sequence,
        change,
        raised,
        publishers,
        reports,
        story,
        what,
        account,
        because,
        rule,
        rules);
  }

  /// The same knowledge told as another step.
  Alert as(int otherSequence, Change otherChange) {
    return new Alert(
        kind,
        key,
        development,
        place,
        actor,
        target,
        severity,
        certainty,
        otherSequence,
        otherChange,
        raised,
        publishers,
        reports,
        story,
        ahead,
        account,
        because,
        rule,
        rules);
  }

  /// The same step with what has become known since.
  Alert with(int publishersNow, List<Report> reportsNow, Account accountNow) {
    return new Alert(
        kind,
        key,
        development,
        place,
        actor,
        target,
        severity,
        certainty,
        sequence,
        change,
        raised,
        publishersNow,
        reportsNow,
        story,
        ahead,
        accountNow,
        because,
        rule,
        rules);
  }
}
