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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Alerts to write letters about.
public final class Samples {
  private Samples() {}

  /// An unprotected mail server on loopback.
  public static MailSettings settings(int port) {
    return new MailSettings(
        "127.0.0.1",
        port,
        MailSettings.Tls.NONE,
        Optional.empty(),
        "foreshock@desk.example",
        "desk.example",
        Duration.ofSeconds(5),
        Duration.ofDays(3));
  }

  public static Report release(String publisher, String title, int count) {
    return report(
        "2025-12-13T09:05:00Z",
        publisher,
        Side.INDEPENDENT,
        "en",
        title,
        signal("prisoner-release", "released", "BY", "", "", count, "frees political prisoners"));
  }

  public static Signal signal(
      String type,
      String phase,
      String place,
      String actor,
      String target,
      int count,
      String said) {
    return new Signal(
        type,
        phase,
        Factuality.ACTUAL,
        place,
        actor,
        target,
        count,
        CountQualifier.EXACT,
        Optional.empty(),
        said,
        "a rule");
  }

  public static Report report(
      String at, String publisher, Side side, String language, String title, Signal signal) {
    var time = Instant.parse(at);
    var item =
        new Item(
            publisher + "/" + at,
            new Publisher(publisher, "", side, false),
            Optional.of(language),
            time,
            time,
            "https://" + publisher + "/1",
            title,
            "",
            0,
            false);
    return new Report(1, item, signal);
  }

  public static Alert alert(int sequence, Change change, Report... reports) {
    return alert(
        "prisoner-release",
        "BY",
        "",
        "",
        Severity.MODERATE,
        sequence,
        change,
        List.of(),
        List.of(
            new Ahead(
                "agenda", LocalDate.of(2025, 12, 18), LocalDate.of(2025, 12, 19), "an assembly"),
            new Ahead("open-relief", LocalDate.of(2025, 12, 13), LocalDate.of(2025, 12, 27), "")),
        reports);
  }

  public static Alert alert(
      String kind,
      String place,
      String actor,
      String target,
      Severity severity,
      int sequence,
      Change change,
      List<Step> story,
      List<Ahead> ahead,
      Report... reports) {
    return new Alert(
        kind,
        kind + " " + place + actor + target,
        "0123456789abcdef0123",
        place,
        actor,
        target,
        severity,
        change == Change.DENIED ? Certainty.UNLIKELY : Certainty.OBSERVED,
        sequence,
        change,
        reports[reports.length - 1].time(),
        (int) List.of(reports).stream().map(each -> each.item().publisher()).distinct().count(),
        List.of(reports),
        story,
        ahead,
        "A release of prisoners (new): wire.example.",
        "A release of prisoners",
        "abcdef123456");
  }

  public static Alert alert() {
    return alert(
        0, Change.NEW_DEVELOPMENT, release("wire.example", "Belarus frees 123 prisoners", 123));
  }

  /// An exchange in four languages, foreseen, with two earlier releases.
  public static Alert exchange() {
    var sign =
        report(
            "2025-11-26T11:15:00Z",
            "vilnius-desk.example",
            Side.INDEPENDENT,
            "lt",
            "JAV svarsto galimybę švelninti sankcijas Baltarusijai",
            signal(
                "sanctions", "eased", "", "US", "BY", 0, "svarsto galimybę švelninti sankcijas"));
    var potash =
        report(
            "2025-12-13T09:05:00Z",
            "minsk-agency.example",
            Side.STATE,
            "ru",
            "США снимают санкции с белорусского калия",
            signal("sanctions", "lifted", "", "US", "BY", 0, "снимают санкции"));
    var freed =
        report(
            "2025-12-13T11:30:00Z",
            "wolna-fala.example",
            Side.INDEPENDENT,
            "pl",
            "Białoruś: 123 więźniów politycznych na wolności, wśród nich laureat Nobla",
            signal(
                "prisoner-release",
                "released",
                "BY",
                "",
                "",
                123,
                "123 więźniów politycznych na wolności"));
    var also =
        report(
            "2025-12-13T12:10:00Z",
            "svabodny.example",
            Side.INDEPENDENT,
            "be",
            "Вызвалілі 123 палітвязняў, Нью-Ёрк здымае абмежаваньні",
            signal("prisoner-release", "released", "BY", "", "", 123, "Вызвалілі 123 палітвязняў"));
    var story =
        List.of(
            step("earlier", "2025-09-11T10:00:00Z", 52),
            step("earlier", "2025-11-22T10:00:00Z", 31),
            new Step(sign.time(), "early-sign", sign.signal()),
            new Step(potash.time(), "sanctions", potash.signal()),
            new Step(freed.time(), "prisoner-release", freed.signal()));
    return alert(
        "exchange",
        "BY",
        "",
        "",
        Severity.SEVERE,
        0,
        Change.NEW_DEVELOPMENT,
        story,
        List.of(
            new Ahead(
                "agenda",
                LocalDate.of(2025, 12, 18),
                LocalDate.of(2025, 12, 19),
                "Усебеларускі народны сход збярэцца 18 і 19 снежня")),
        potash,
        freed,
        also);
  }

  private static Step step(String role, String at, int count) {
    return new Step(
        Instant.parse(at),
        role,
        signal("prisoner-release", "released", "BY", "", "", count, "released"));
  }
}
