package io.foreshock.alert;

import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// Says which pattern an alert has half completed, and until when its other half counts.
///
/// The number of days is that of `rules/patterns/exchange.drl`, which a test compares.
final class OpenHalves {
  /// How far apart the halves of an exchange may lie.
  static final int EXCHANGE_DAYS = 14;

  private static final Set<String> RELIEF = Set.of("eased", "lifted");

  private OpenHalves() {}

  /// The other half of an exchange, where the alert is one half.
  static Optional<Ahead> of(Alert alert) {
    return switch (alert.kind()) {
      case "prisoner-release" ->
          Optional.of(until(alert, "open-relief", "sanctions eased or lifted"));
      case "sanctions-change" ->
          isRelief(alert)
              ? Optional.of(until(alert, "open-release", "prisoners released"))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// The country that an exchange would be about; empty where none is known.
  static String place(Alert alert) {
    return alert.kind().equals("sanctions-change") ? alert.target() : alert.place();
  }

  private static boolean isRelief(Alert alert) {
    return !alert.target().isEmpty()
        && alert.reports().stream()
            .map(Report::signal)
            .map(Signal::phase)
            .anyMatch(RELIEF::contains);
  }

  private static Ahead until(Alert alert, String what, String words) {
    var first = LocalDate.ofInstant(alert.reports().getFirst().time(), ZoneOffset.UTC);
    return new Ahead(what, first, first.plusDays(EXCHANGE_DAYS), words);
  }
}
