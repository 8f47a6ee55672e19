package io.foreshock.pattern;

import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.type.ClassReactive;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/// A report of a signal, as the patterns see it. Codes that are not known are empty.
///
/// @param time when it counts as said, milliseconds since 1970
/// @param type the signal's type
/// @param phase its phase
/// @param factuality `actual`, `planned`, `possible` or `denied`
/// @param place ISO 3166-1 alpha-2 code
/// @param actor who does it
/// @param target to whom
/// @param count persons, 0 where no number was said
/// @param due the day for which it is planned, as days since 1970; 0 where none was said
/// @param voice whose word it is: publishers of one family, and copies of one text, share it
/// @param trusted whether this voice alone is enough for an early sign
/// @param background whether it is known but raises nothing
/// @param report the report itself
@ClassReactive
@Role(Role.Type.EVENT)
@Timestamp("time")
@Expires("45d")
public record Sighting(
    long time,
    String type,
    String phase,
    String factuality,
    String place,
    String actor,
    String target,
    int count,
    long due,
    String voice,
    boolean trusted,
    boolean background,
    Report report) {
  private static final Comparator<Sighting> FULLEST_FIRST =
      Comparator.comparingLong(Sighting::parties)
          .reversed()
          .thenComparingLong(Sighting::time)
          .thenComparing(sighting -> sighting.report().item().id());

  static Sighting of(Report report, String voice) {
    var signal = report.signal();
    return new Sighting(
        report.time().toEpochMilli(),
        signal.type(),
        signal.phase(),
        signal.factuality().word(),
        signal.place(),
        signal.actor(),
        signal.target(),
        signal.count(),
        signal.date().map(LocalDate::toEpochDay).orElse(0L),
        voice,
        report.item().publisher().trusted(),
        report.item().background(),
        report);
  }

  /// When it counts as said.
  public Instant at() {
    return Instant.ofEpochMilli(time);
  }

  /// The day on which it was said, as days since 1970, UTC.
  public long day() {
    return LocalDate.ofInstant(at(), ZoneOffset.UTC).toEpochDay();
  }

  /// Whether it has happened, or is decided for a day ahead.
  public boolean isFirm() {
    return isActual() || isPlanned();
  }

  /// Whether it has happened or is in force.
  public boolean isActual() {
    return factuality.equals(Factuality.ACTUAL.word());
  }

  /// Whether it is decided or announced for a day ahead.
  public boolean isPlanned() {
    return factuality.equals(Factuality.PLANNED.word());
  }

  /// Whether it is only talked about.
  public boolean isPossible() {
    return factuality.equals(Factuality.POSSIBLE.word());
  }

  /// Whether the item says that it will not be.
  public boolean isDenied() {
    return factuality.equals(Factuality.DENIED.word());
  }

  /// Whether it speaks of the same event as another: type, phase, and parties that do not
  /// contradict.
  public boolean same(Sighting other) {
    return phase.equals(other.phase) && concerns(other);
  }

  /// Whether it speaks of the same matter as another: type, and parties that do not contradict.
  public boolean concerns(Sighting other) {
    return type.equals(other.type)
        && agree(place, other.place)
        && agree(actor, other.actor)
        && agree(target, other.target);
  }

  /// Whether it lies between the same two parties as another, whichever is named first.
  public boolean betweenSame(Sighting other) {
    return concerns(other)
        || (agree(place, other.place) && agree(actor, other.target) && agree(target, other.actor));
  }

  /// Whether the numbers may be the same people: the other is not about more.
  public boolean counts(Sighting other) {
    return count == 0 || other.count == 0 || other.count <= count;
  }

  /// Whether the two were said within so many days of each other, either first.
  public boolean within(long days, Sighting other) {
    return Math.abs(time - other.time) <= Duration.ofDays(days).toMillis();
  }

  /// Whether it was said in the so many days up to another, or at the same time.
  public boolean upTo(long days, Sighting other) {
    return time <= other.time && within(days, other);
  }

  /// Of this and another the one that names more of place, actor and target; of equals the earlier.
  public Sighting fuller(Sighting other) {
    return FULLEST_FIRST.compare(this, other) <= 0 ? this : other;
  }

  private long parties() {
    return Stream.of(place, actor, target).filter(code -> !code.isEmpty()).count();
  }

  /// Whether it was said from one to the other of two, whichever came first.
  public boolean between(Sighting one, Sighting other) {
    return time >= Math.min(one.time, other.time) && time <= Math.max(one.time, other.time);
  }

  /// Actor and target, the same whichever of them acts: `BY-PL`.
  public String getPair() {
    return actor.compareTo(target) < 0 ? actor + "-" + target : target + "-" + actor;
  }

  /// Whether it is about this country in any part.
  public boolean involves(String country) {
    return place.equals(country) || actor.equals(country) || target.equals(country);
  }

  /// Whether it ends what another began: lifted, or denied while it was only announced.
  public boolean ends(Sighting other) {
    return (phase.equals("lifted") && isActual())
        || (isDenied() && other.isPlanned() && same(other));
  }

  /// Whether another ends what this began.
  public boolean endedBy(Sighting other) {
    return other.ends(this);
  }

  /// The log numbers its reports: two sightings of one number are the same, and the engine need not
  /// look at their texts to find one.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sighting sighting && report.number() == sighting.report.number();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(report.number());
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
