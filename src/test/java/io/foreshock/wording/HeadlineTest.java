package io.foreshock.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Change;
import io.foreshock.alert.Severity;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
  private static final Instant AT = Instant.parse("2025-12-13T09:00:00Z");

  private static Alert alert(
      String kind, String phase, String actor, String target, Factuality factuality, int voices) {
    var signal =
        new Signal(
            kind,
            phase,
            factuality,
            actor,
            actor,
            target,
            0,
            CountQualifier.EXACT,
            Optional.empty(),
            "words",
            "a rule");
    var item =
        new Item(
            "1", Publisher.named("wire.example"), Optional.of("en"), AT, AT, "", "t", "", 0, false);
    return new Alert(
        kind,
        kind,
        "0",
        "",
        actor,
        target,
        Severity.MODERATE,
        factuality == Factuality.ACTUAL ? Certainty.OBSERVED : Certainty.LIKELY,
        0,
        Change.NEW_DEVELOPMENT,
        AT,
        voices,
        List.of(new Report(1, item, signal)),
        List.of(),
        List.of(),
        "because",
        "rule",
        "rules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sanctions-change | lifted | US | BY | ACTUAL | en | The US lifts sanctions on Belarus — confirmed by 2 publishers",
        "sanctions-change | lifted | US | BY | ACTUAL | pl | Stany Zjednoczone znoszą sankcje wobec Białorusi — potwierdzają 2 źródła",
        "sanctions-change | lifted |  | BY | ACTUAL | en | Sanctions on Belarus are lifted — confirmed by 2 publishers",
        "sanctions-change | lifted |  | BY | ACTUAL | pl | Zniesione sankcje wobec Białorusi — potwierdzają 2 źródła",
        "sanctions-change | imposed | EU | BY | PLANNED | en | The EU announces sanctions on Belarus — announced, 2 publishers",
        "sanctions-change | imposed | EU | BY | PLANNED | pl | Unia Europejska zapowiada sankcje wobec Białorusi — zapowiedź, 2 źródła",
        "border-change | closed | LT | BY | ACTUAL | pl | Litwa zamyka granicę z Białorusią — potwierdzają 2 źródła",
        "border-change | closed |  | BY | PLANNED | en | The border with Belarus is to close — announced, 2 publishers",
        "border-change | reopened | PL |  | ACTUAL | en | Poland reopens its border — confirmed by 2 publishers",
        "border-change | reopened | PL |  | ACTUAL | pl | Polska otwiera granicę — potwierdzają 2 źródła",
        "diplomatic-change | restored | US | BY | ACTUAL | pl | Stany Zjednoczone przywracają stosunki z Białorusią — potwierdzają 2 źródła",
        "new-state-of-emergency | declared | LT |  | PLANNED | pl | Litwa zapowiada stan nadzwyczajny — zapowiedź, 2 źródła",
        "new-state-of-emergency | lifted | LT |  | ACTUAL | en | Lithuania lifts its state of emergency — confirmed by 2 publishers"
      })
  void a_headline_is_a_sentence_whoever_is_known(
      String kind,
      String phase,
      String actor,
      String target,
      Factuality factuality,
      String language,
      String subject) {
    var alert =
        alert(kind, phase, actor == null ? "" : actor, target == null ? "" : target, factuality, 2);

    assertThat(new Headline(new Words(language)).subject(alert)).isEqualTo(subject);
  }
}
