package io.foreshock.alert;

import io.foreshock.pattern.Match;
import io.foreshock.pattern.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says in one English sentence which rule raised an alert, on what.
final class Because {
  private Because() {}

  static String of(
      Match match, Change change, int count, Optional<Instant> early, Account account) {
    var evidence =
        match.sightings().stream().map(Because::said).distinct().collect(Collectors.joining("; "));
    var foreseen =
        early
            .map(at ->
                ", foreseen " + Duration.between(at, match.last().at()).toDays() + " days ahead")
            .orElse("");
    var counted = count > 0 ? ", " + count + " people" : "";
    return "%s (%s)%s%s%s: %s."
        .formatted(match.rule(), words(change), counted, foreseen, among(account), evidence);
  }

  /// Its place among the others of the year.
  private static String among(Account account) {
    if (account.thisYear() < 2) {
      return "";
    }
    var people =
        account.peopleThisYear() > 0 ? " (" + account.peopleThisYear() + " people in all)" : "";
    return ", number " + account.thisYear() + " of its kind this year" + people;
  }

  private static String said(Sighting sighting) {
    var signal = sighting.report().signal();
    return "%s: “%s” — %s %s, %s"
        .formatted(
            sighting.report().item().publisher().name(),
            signal.evidence(),
            signal.type(),
            signal.phase(),
            sighting.factuality());
  }

  private static String words(Change change) {
    return switch (change) {
      case NEW_DEVELOPMENT -> "new";
      case HIGHER_COUNT -> "more people than was known";
      case MORE_CERTAIN -> "more certain than before";
      case NEW_PHASE -> "a further step";
      case DENIED -> "denied";
      case CORROBORATED -> "now told by an independent publisher";
    };
  }
}
