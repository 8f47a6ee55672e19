package io.foreshock.mail;

import io.foreshock.alert.Ahead;
import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Change;
import io.foreshock.alert.Severity;
import io.foreshock.alert.Step;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.item.Side;
import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Alerts to write letters about.
final class Samples {
  private Samples() {}

  static Report release(String publisher, String title, int count) {
    var at = Instant.parse("2025-12-13T09:05:00Z");
    var item =
        new Item(
            publisher + "/1",
            new Publisher(publisher, "", Side.INDEPENDENT, false),
            Optional.of("en"),
            at,
            at,
            "https://" + publisher + "/1",
            title,
            "",
            0,
            false);
    var signal =
        new Signal(
            "prisoner-release",
            "released",
            Factuality.ACTUAL,
            "BY",
            "",
            "",
            count,
            CountQualifier.EXACT,
            Optional.empty(),
            "frees political prisoners",
            "Prisoners are freed");
    return new Report(1, item, signal);
  }

  static Alert alert(int sequence, Change change, Report... reports) {
    return new Alert(
        "prisoner-release",
        "prisoner-release BY",
        "0123456789abcdef0123",
        "BY",
        "",
        "",
        Severity.MODERATE,
        Certainty.OBSERVED,
        sequence,
        change,
        Instant.parse("2025-12-13T09:05:00Z"),
        reports.length,
        List.of(reports),
        List.<Step>of(),
        List.of(
            new Ahead(
                "agenda", LocalDate.of(2025, 12, 18), LocalDate.of(2025, 12, 19), "an assembly")),
        "Prisoner release (new): wire.example.",
        "A release of prisoners",
        "abcdef123456");
  }

  static Alert alert() {
    return alert(
        0, Change.NEW_DEVELOPMENT, release("wire.example", "Belarus frees 123 prisoners", 123));
  }
}
