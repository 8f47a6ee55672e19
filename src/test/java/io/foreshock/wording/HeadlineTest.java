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
import org.junit.jupiter.api.Test;
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

  private static Report counted(int count, CountQualifier exactness) {
    var report = alert("prisoner-release", "released", "", "BY", Factuality.ACTUAL, 1);
    var signal = report.reports().getFirst().signal();
    return new Report(
        1,
        report.reports().getFirst().item(),
        new Signal(
            signal.type(),
            signal.phase(),
            signal.factuality(),
            "BY",
            "",
            "",
            count,
            exactness,
            signal.date(),
            signal.evidence(),
            signal.rule()));
  }

  private static Alert release(String kind, Report... reports) {
    return new Alert(
        kind,
        kind + " BY",
        "0",
        "BY",
        "",
        "",
        Severity.MODERATE,
        Certainty.OBSERVED,
        0,
        Change.NEW_DEVELOPMENT,
        AT,
        1,
        List.of(reports),
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
        "prisoner-release | 100 | AT_LEAST | en | Belarus frees at least 100 prisoners",
        "prisoner-release | 100 | AT_LEAST | pl | Białoruś uwalnia co najmniej 100 więźniów",
        "prisoner-release | 30 | ABOUT | en | Belarus frees about 30 prisoners",
        "prisoner-release | 1 | EXACT | en | Belarus frees one prisoner",
        "exchange | 100 | AT_LEAST | en | Belarus: at least 100 prisoners freed as sanctions ease",
        "exchange | 23 | ABOUT | pl | Białoruś: około 23 więźniów na wolności i ulga w sankcjach"
      })
  void a_number_is_told_as_exactly_as_it_was_said(
      String kind, int count, CountQualifier exactness, String language, String headline) {
    assertThat(new Headline(new Words(language)).of(release(kind, counted(count, exactness))))
        .isEqualTo(headline);
  }

  @Test
  void the_highest_number_counts_and_of_the_same_the_most_exact() {
    var exact = counted(100, CountQualifier.EXACT);
    var least = counted(100, CountQualifier.AT_LEAST);
    var lower = counted(52, CountQualifier.EXACT);

    assertThat(Headline.highest(List.of(lower, least)))
        .isEqualTo(new Count(100, CountQualifier.AT_LEAST));
    assertThat(Headline.highest(List.of(least, exact)))
        .isEqualTo(new Count(100, CountQualifier.EXACT));
    assertThat(Headline.highest(List.of())).isEqualTo(Count.NONE);
  }
}
