package io.foreshock.workshop;

import io.foreshock.alert.Alert;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What tells two runs over the same items apart, alert by alert.
///
/// @param lost alerts and updates that only the first run gives
/// @param gained those that only the second gives
/// @param changed those that both give, of other strength or on other evidence
public record Comparison(List<Alert> lost, List<Alert> gained, List<Changed> changed) {
  private static final Duration SAME = Duration.ofDays(7);

  /// Copies the lists.
  public Comparison {
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
    changed = List.copyOf(changed);
  }

  /// An alert or update that both runs give.
  public record Changed(Alert was, Alert now) {
    /// What about it is another: `certainty Likely → Observed, 2 → 3 reports`.
    public String what() {
      var parts = new ArrayList<String>();
      part(parts, "certainty", was.certainty().word(), now.certainty().word());
      part(parts, "severity", was.severity().word(), now.severity().word());
      part(parts, "raised", was.raised().toString(), now.raised().toString());
      part(parts, "because of", was.change().word(), now.change().word());
      part(parts, "publishers", String.valueOf(was.publishers()), String.valueOf(now.publishers()));
      part(parts, "rule", was.rule(), now.rule());
      return parts.isEmpty() ? "other evidence" : String.join(", ", parts);
    }

    private static void part(List<String> parts, String name, String from, String to) {
      if (!from.equals(to)) {
        parts.add(name + " " + from + " → " + to);
      }
    }
  }

  /// Compares two runs. The same development counts as the same alert; else the same key within
  /// seven days.
  public static Comparison of(List<Alert> first, List<Alert> second) {
    var changed = new ArrayList<Changed>();
    Map<String, Alert> rest = new LinkedHashMap<>();
    second.forEach(each -> rest.put(each.development() + "#" + each.sequence(), each));
    var lost = new ArrayList<Alert>();
    for (var was : first) {
      var now = rest.remove(was.development() + "#" + was.sequence());
      if (now == null) {
        lost.add(was);
      } else if (!essence(was).equals(essence(now))) {
        changed.add(new Changed(was, now));
      }
    }
    var gained = new ArrayList<>(rest.values());
    for (var was : List.copyOf(lost)) {
      nearest(was, gained)
          .ifPresent(now -> {
            lost.remove(was);
            gained.remove(now);
            if (!essence(was).equals(essence(now))) {
              changed.add(new Changed(was, now));
            }
          });
    }
    return new Comparison(lost, gained, changed);
  }

  private static Optional<Alert> nearest(Alert was, List<Alert> gained) {
    return gained.stream()
        .filter(each -> each.key().equals(was.key()) && each.change() == was.change())
        .filter(each -> apart(each, was).compareTo(SAME) <= 0)
        .min(Comparator.comparing(each -> apart(each, was)));
  }

  private static Duration apart(Alert one, Alert other) {
    return Duration.between(one.raised(), other.raised()).abs();
  }

  /// All that a reader would see.
  private static String essence(Alert alert) {
    var evidence = alert.reports().stream().map(Comparison::said).sorted().toList();
    return String.join(
        "|",
        alert.key(),
        alert.change().word(),
        alert.certainty().word(),
        alert.severity().word(),
        alert.raised().toString(),
        String.valueOf(alert.publishers()),
        alert.rule(),
        evidence.toString());
  }

  private static String said(Report report) {
    return report.item().id() + " " + SignalLine.of(report.signal());
  }

  /// Whether the two runs came to the same.
  public boolean isEmpty() {
    return lost.isEmpty() && gained.isEmpty() && changed.isEmpty();
  }
}
