package io.foreshock.cli;

import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reports to try a rule on.
final class Stories {
  private Stories() {}

  static List<Report> arrestBesideTalks() {
    return List.of(
        report(1, "2026-01-10T09:00:00Z", "talks", "held", "", "BY", "US"),
        report(2, "2026-01-12T09:00:00Z", "detention", "arrested", "BY", "", ""));
  }

  static Report report(
      long number,
      String time,
      String type,
      String phase,
      String place,
      String actor,
      String target) {
    var at = Instant.parse(time);
    var item =
        new Item(
            "item-" + number,
            Publisher.named("a.example"),
            Optional.of("en"),
            at,
            at,
            "",
            type,
            "",
            0,
            false);
    var signal =
        new Signal(
            type,
            phase,
            Factuality.ACTUAL,
            place,
            actor,
            target,
            0,
            CountQualifier.EXACT,
            Optional.empty(),
            type,
            "rule");
    return new Report(number, item, signal);
  }
}
