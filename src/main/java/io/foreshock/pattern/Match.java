package io.foreshock.pattern;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A pattern has completed.
///
/// @param kind the pattern, e.g. `exchange`
/// @param rule the rule that found it
/// @param place a code, or empty
/// @param actor a code, or empty
/// @param target a code, or empty
/// @param about what else tells this development from another: a direction, a phase, a day; may be
///   empty
/// @param severity CAP 1.2's word
/// @param quietDays after so many days without a word about it, the next word is a new development
/// @param pair whether actor and target may change places without being another development
/// @param sightings what it rests on, the latest last; at least one
public record Match(
    String kind,
    String rule,
    String place,
    String actor,
    String target,
    String about,
    String severity,
    int quietDays,
    boolean pair,
    List<Sighting> sightings) {

  /// Copies the list; refuses an empty one.
  public Match {
    sightings = List.copyOf(sightings);
    if (sightings.isEmpty()) {
      throw new IllegalArgumentException("a match rests on at least one sighting");
    }
  }

  /// The sighting that completed it: the latest.
  public Sighting last() {
    return sightings.getLast();
  }

  /// `exchange BY`, `sanctions-change US-BY down`: what makes it this development and no other.
  public String key() {
    return Stream.of(kind, parties(), about)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String parties() {
    var first = pair && actor.compareTo(target) > 0 ? target : actor;
    var second = pair && actor.compareTo(target) > 0 ? actor : target;
    var known = Stream.of(first, second).filter(code -> !code.isEmpty()).toList();
    return known.isEmpty() ? place : String.join("-", known);
  }
}
