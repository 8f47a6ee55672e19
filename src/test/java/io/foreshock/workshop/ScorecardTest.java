package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Replay;
import io.foreshock.alert.Verdict;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.item.Side;
import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static Report easing(String day, Factuality factuality) {
    var at = Instant.parse(day);
    var publisher = new Publisher("wire.example", "", Side.INDEPENDENT, true);
    var item = new Item(day, publisher, Optional.of("en"), at, at, "", "easing", "", 0, false);
    var signal =
        new Signal(
            "sanctions",
            "eased",
            factuality,
            "",
            "US",
            "BY",
            0,
            CountQualifier.EXACT,
            Optional.empty(),
            "easing",
            "a rule");
    return new Report(at.getEpochSecond(), item, signal);
  }

  private static List<Alert> alerts() {
    return Replay.of(
        Workbench.RULES.patterns(),
        List.of(
            easing("2025-11-03T09:00:00Z", Factuality.POSSIBLE),
            easing("2025-11-20T09:00:00Z", Factuality.ACTUAL)));
  }

  @Test
  void a_rule_has_what_it_fired_what_analysts_said_and_how_early_its_signs_were() {
    var alerts = alerts();
    var change =
        alerts.stream()
            .filter(each -> each.kind().equals("sanctions-change"))
            .findFirst()
            .orElseThrow();
    var verdict =
        new Verdict(
            change.key(), change.development(), Verdict.Word.TRUE, "so it was", change.raised());

    var cards = Scorecard.of(alerts, Map.of(change.development(), verdict));

    assertThat(cards)
        .filteredOn(each -> each.rule().equals(change.rule()))
        .singleElement()
        .satisfies(card -> {
          assertThat(card.fired()).isOne();
          assertThat(card.isTrue()).isOne();
          assertThat(card.isFalse()).isZero();
          assertThat(card.lead()).contains(Duration.ofDays(17));
        });
  }
}
