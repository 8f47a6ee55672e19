package io.foreshock.workshop;

import io.foreshock.pattern.Arrival;
import io.foreshock.pattern.Blow;
import io.foreshock.pattern.Gesture;
import io.foreshock.pattern.InForce;
import io.foreshock.pattern.Matches;
import io.foreshock.pattern.Midnight;
import io.foreshock.pattern.Plan;
import io.foreshock.pattern.Sighting;
import io.foreshock.pattern.Tally;
import io.foreshock.reading.Dated;
import io.foreshock.reading.Said;
import io.foreshock.reading.Topic;
import io.foreshock.rule.Reach;
import io.foreshock.signal.Drafts;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What rules may use: the facts and the global of each half, with all that is public in them.
final class Vocabulary {
  private static final Set<String> ANYWHERE = Set.of("after", "before", "report", "item", "id");

  private Vocabulary() {}

  /// For `rules/reading`.
  static Reach ofReading() {
    return reach(List.of(Said.class, Dated.class, Topic.class, Drafts.class));
  }

  /// For `rules/patterns`.
  static Reach ofPatterns() {
    return reach(
        List.of(
            Sighting.class,
            Gesture.class,
            Blow.class,
            InForce.class,
            Plan.class,
            Tally.class,
            Midnight.class,
            Arrival.class,
            Matches.class,
            Matches.Raise.class));
  }

  private static Reach reach(List<Class<?>> classes) {
    return new Reach(
        classes.stream().map(Class::getSimpleName).collect(Collectors.toSet()),
        classes.stream().map(Class::getName).collect(Collectors.toSet()),
        Stream.concat(
                classes.stream()
                    .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                    .filter(each -> Modifier.isPublic(each.getModifiers()))
                    .map(Method::getName),
                ANYWHERE.stream())
            .collect(Collectors.toSet()));
  }
}
