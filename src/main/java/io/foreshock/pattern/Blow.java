package io.foreshock.pattern;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kie.api.definition.type.ClassReactive;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/// A hostile step of one country against another.
///
/// @param time when it was reported, milliseconds since 1970
/// @param by who
/// @param against whom
/// @param type the signal's type
/// @param sighting what was reported
@ClassReactive
@Role(Role.Type.EVENT)
@Timestamp("time")
@Expires("45d")
public record Blow(long time, String by, String against, String type, Sighting sighting) {
  /// A hostile step.
  public Blow(Sighting sighting, String by, String against) {
    this(sighting.time(), by, against, sighting.type(), sighting);
  }

  /// The two countries, the same whichever of them struck: `BY-PL`.
  public String getPair() {
    return by.compareTo(against) < 0 ? by + "-" + against : against + "-" + by;
  }

  /// This blow among others of different types that lie together within so many days: as many as
  /// asked for, or none. Of several of one type the one nearest to this counts.
  public List<Sighting> kinds(int many, int days, Collection<?> those) {
    var others = those.stream().map(Blow.class::cast).toList();
    long window = Duration.ofDays(days).toMillis();
    var starts = others.stream().map(Blow::time).filter(start -> start <= time).sorted().toList();
    return starts.stream()
        .map(start -> kinds(others, start, start + window))
        .filter(kinds -> kinds.size() >= many)
        .findFirst()
        .map(kinds -> kinds.stream().limit(many).map(Blow::sighting).toList())
        .orElse(List.of());
  }

  /// One blow of each type between two moments, this one first.
  private List<Blow> kinds(Collection<Blow> others, long from, long to) {
    var kinds = new TreeMap<String, Blow>();
    if (time <= to) {
      others.stream()
          .filter(other -> other.time >= from && other.time <= to && !other.type.equals(type))
          .forEach(other -> kinds.merge(other.type, other, this::nearer));
    }
    return Stream.concat(Stream.of(this), kinds.values().stream()).toList();
  }

  private Blow nearer(Blow one, Blow other) {
    return Math.abs(other.time - time) < Math.abs(one.time - time) ? other : one;
  }

  /// The latest blow against each country.
  public static List<Blow> latestAgainstEach(Collection<?> blows) {
    var latest = new TreeMap<String, Blow>();
    blows.stream()
        .map(Blow.class::cast)
        .forEach(blow -> latest.merge(blow.against(), blow, (one, other) -> later(one, other)));
    return List.copyOf(latest.values());
  }

  private static Blow later(Blow one, Blow other) {
    return other.time > one.time ? other : one;
  }

  /// Whether the two were told within so many days of each other, either first.
  public boolean within(long days, Blow other) {
    return sighting.within(days, other.sighting);
  }

  /// Whether it was told within so many days of a gesture, either first.
  public boolean within(long days, Gesture gesture) {
    return sighting.within(days, gesture.sighting());
  }
}
