package io.foreshock.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the patterns conclude: the global `alerts` of `rules/patterns`.
///
/// One thread only.
public final class Matches {
  private final List<Match> found = new ArrayList<>();
  private String rule = "";

  /// A pattern of this kind has completed; nothing is noted before [Raise#on] is called.
  public Raise raise(String kind) {
    return new Raise(kind);
  }

  void by(String ruleName) {
    rule = ruleName;
  }

  /// What was found since the last call, in the order of the rules' firing.
  List<Match> take() {
    var taken = List.copyOf(found);
    found.clear();
    return taken;
  }

  /// An alert in the making.
  public final class Raise {
    private final String kind;
    private String place = "";
    private String actor = "";
    private String target = "";
    private String about = "";
    private String severity = "Moderate";
    private int quietDays = 7;
    private boolean pair;

    private Raise(String kind) {
      this.kind = kind;
    }

    /// Where.
    public Raise place(String code) {
      place = code;
      return this;
    }

    /// Who to whom.
    public Raise parties(String from, String to) {
      actor = from;
      target = to;
      return this;
    }

    /// Where and who to whom, as in a sighting.
    public Raise as(Sighting sighting) {
      return place(sighting.place()).parties(sighting.actor(), sighting.target());
    }

    /// Two sides without a direction.
    public Raise pair(String one, String other) {
      pair = true;
      return parties(one, other);
    }

    /// What else tells it from another development: a direction, a phase, a day.
    public Raise about(String word) {
      about = word;
      return this;
    }

    /// CAP 1.2: `Extreme`, `Severe`, `Moderate` (the default) or `Minor`.
    public Raise severity(String word) {
      severity = word;
      return this;
    }

    /// After so many days without a word about it, the next word is a new development; 7 unless
    /// told.
    public Raise quietDays(int days) {
      quietDays = days;
      return this;
    }

    /// One alert for each blow, between its two sides, resting on it and on another sighting.
    public void onEach(List<Blow> blows, Sighting other) {
      blows.forEach(blow -> parties(blow.by(), blow.against()).on(blow.sighting(), other));
    }

    /// The sightings that it rests on, in any order.
    public void on(Sighting... sightings) {
      on(List.of(sightings));
    }

    /// The sightings that it rests on, in any order; without any, nothing is raised.
    public void on(List<Sighting> sightings) {
      if (sightings.isEmpty()) {
        return;
      }
      var inOrder =
          sightings.stream()
              .distinct()
              .sorted(
                  Comparator.comparingLong(Sighting::time)
                      .thenComparingLong(each -> each.report().number()))
              .toList();
      found.add(
          new Match(kind, rule, place, actor, target, about, severity, quietDays, pair, inOrder));
    }
  }
}
