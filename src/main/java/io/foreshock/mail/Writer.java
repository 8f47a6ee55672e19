package io.foreshock.mail;

import io.foreshock.alert.Ahead;
import io.foreshock.alert.Alert;
import io.foreshock.alert.Change;
import io.foreshock.alert.Wishes;
import io.foreshock.item.Side;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.wording.Headline;
import io.foreshock.wording.Series;
import io.foreshock.wording.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Says what an alert has to say to a reader, in one language and at one zone's time.
final class Writer {
  private static final int MOST_EVIDENCE = 12;
  private static final int FIRST_EVIDENCE = 2;

  private final Words words;
  private final Headline headline;
  private final Series series;
  private final StoryTeller stories;
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;
  private final DateTimeFormatter minute;

  Writer(Words words, ZoneId zone) {
    this.words = words;
    this.headline = new Headline(words);
    this.series = new Series(words);
    this.zone = zone;
    this.day = DateTimeFormatter.ofPattern("d MMM yyyy", words.locale());
    this.moment = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", words.locale());
    this.minute = DateTimeFormatter.ofPattern("HH:mm", words.locale());
    this.stories = new StoryTeller(words, zone);
  }

  Words words() {
    return words;
  }

  Headline headline() {
    return headline;
  }

  /// A moment as this reader writes it.
  String moment(Instant at) {
    return moment.format(at.atZone(zone));
  }

  /// A day as this reader writes it.
  String day(Instant at) {
    return day.format(at.atZone(zone));
  }

  /// All that an alert says, to whomever.
  Sheet sheet(Alert alert) {
    return new Sheet(
        words.language(),
        alert.severity(),
        kicker(alert),
        headline.of(alert),
        series.of(alert).map(each -> lead(alert) + " " + each).orElseGet(() -> lead(alert)),
        facts(alert),
        sure(alert),
        meaning(alert),
        stories.of(alert),
        evidence(alert),
        new Sheet.Ahead(words.say("section.ahead"), ahead(alert)));
  }

  private List<String> kicker(Alert alert) {
    var change =
        alert.sequence() == 0
            ? words.say("change.NEW_DEVELOPMENT")
            : words.say("change.UPDATE", Map.of("number", alert.sequence()));
    return List.of(
        change,
        headline.kind(alert.kind()),
        words.say(
            "kicker.severity",
            Map.of("severity", words.say("severity." + alert.severity().name()))));
  }

  /// What is new: told by the report that the alert, or this update of it, came from.
  private String lead(Alert alert) {
    var steps = steps(alert);
    if (alert.sequence() == 0 && steps.size() > 1) {
      return headline.capital(words.say("lead.STEPS", Map.of("steps", String.join("; ", steps))));
    }
    boolean first = alert.change() == Change.NEW_DEVELOPMENT;
    var report = first ? alert.reports().getFirst() : alert.reports().getLast();
    var publisher = report.item().publisher();
    var before = Headline.highest(alert.reports().subList(0, alert.reports().size() - 1));
    var now = Headline.highest(List.of(report));
    return words.say(
        "lead." + alert.change().name(),
        Map.of(
            "publisher", publisher.name(),
            "side", side(report),
            "date", moment(report.time()),
            "count", now.number(),
            "exactly", headline.exactly(now),
            "before", before.number(),
            "before_exactly", headline.exactly(before),
            "signal", headline.signal(report.signal()),
            "factuality", factuality(report)));
  }

  /// The different things that a pattern of several events rests on, each as it was told first.
  private List<String> steps(Alert alert) {
    var steps = new LinkedHashMap<String, Report>();
    for (var report : alert.reports()) {
      var signal = report.signal();
      steps.merge(
          signal.type() + signal.phase() + signal.factuality(),
          report,
          (one, other) -> other.signal().count() > one.signal().count() ? other : one);
    }
    return steps.values().stream()
        .map(report -> headline.step(report.signal(), day(report.time())))
        .toList();
  }

  private List<Sheet.Fact> facts(Alert alert) {
    return List.of(
        new Sheet.Fact(words.say("fact.since"), moment(since(alert))),
        new Sheet.Fact(words.say("fact.sure"), words.say("level." + alert.certainty().name())),
        new Sheet.Fact(words.say("fact.voices"), voices(alert)),
        new Sheet.Fact(
            words.say("fact.severity"), words.say("severity." + alert.severity().name())));
  }

  private static Instant since(Alert alert) {
    return alert.reports().stream().map(Report::time).min(Comparator.naturalOrder()).orElseThrow();
  }

  /// How many publishers; of a fact that others only announced, how many say that it is one.
  private String voices(Alert alert) {
    int vouching = Headline.vouching(alert);
    return vouching == alert.publishers() || headline.restsOnParts(alert)
        ? String.valueOf(alert.publishers())
        : words.say("voices.some", Map.of("some", vouching, "all", alert.publishers()));
  }

  private String sure(Alert alert) {
    return level(alert) + " " + words.say("sides." + sides(alert));
  }

  private String level(Alert alert) {
    return headline.restsOnParts(alert)
        ? words.say(
            "sure.PARTS", Map.of("count", Headline.fewest(alert), "all", alert.publishers()))
        : words.say(
            "sure." + alert.certainty().name(),
            Map.of(
                "count",
                Headline.vouching(alert),
                "all",
                alert.publishers(),
                "planned",
                Headline.isAnnounced(alert) ? "yes" : "no"));
  }

  private static String sides(Alert alert) {
    var sides =
        alert.reports().stream()
            .filter(report -> report.signal().factuality() != Factuality.DENIED)
            .map(report -> report.item().publisher().side())
            .toList();
    boolean independent = sides.contains(Side.INDEPENDENT);
    boolean official = sides.stream().anyMatch(side -> side != Side.INDEPENDENT);
    return independent && official ? "BOTH" : official ? "OFFICIAL" : "INDEPENDENT";
  }

  private Sheet.Titled meaning(Alert alert) {
    var key = "pattern." + alert.kind();
    return new Sheet.Titled(
        words.say("section.meaning"), words.say(words.has(key) ? key : "pattern.other"));
  }

  private Sheet.Evidence evidence(Alert alert) {
    var reports = alert.reports();
    var shown = new ArrayList<>(reports);
    int left = reports.size() - MOST_EVIDENCE;
    if (left > 0) {
      shown.subList(FIRST_EVIDENCE, FIRST_EVIDENCE + left).clear();
    }
    var newest = alert.sequence() > 0 ? Optional.of(reports.getLast()) : Optional.<Report>empty();
    shown.sort(Comparator.comparing(Report::time).reversed());
    return new Sheet.Evidence(
        words.say("section.evidence"),
        List.of(
            words.say("evidence.time", Map.of("zone", zone.getId())), words.say("evidence.said")),
        shown.stream()
            .map(report -> row(report, newest.filter(report::equals).isPresent()))
            .toList(),
        left > 0 ? words.say("evidence.more", Map.of("count", left)) : "");
  }

  private Sheet.Row row(Report report, boolean isNew) {
    var item = report.item();
    var code = item.language().orElse("");
    return new Sheet.Row(
        day(report.time()),
        minute.format(report.time().atZone(zone)),
        isNew,
        words.say("evidence.new"),
        item.publisher().name(),
        side(report),
        code.isEmpty() ? words.say("evidence.unknown-language") : words.language(code),
        code,
        item.title().isEmpty() ? item.link() : item.title(),
        item.link(),
        report.signal().evidence(),
        headline.understood(report.signal()));
  }

  private String side(Report report) {
    return words.say("side." + report.item().publisher().side().name());
  }

  private String factuality(Report report) {
    return words.say("factuality." + report.signal().factuality().word());
  }

  /// Days for which something is announced, then what other items mention for the days ahead and
  /// what would complete a pattern, soonest first.
  private List<Sheet.Fact> ahead(Alert alert) {
    var today = LocalDate.ofInstant(alert.raised(), ZoneOffset.UTC);
    var due =
        alert.reports().stream()
            .map(Report::signal)
            .filter(signal -> signal.factuality() != Factuality.DENIED)
            .filter(signal -> signal.date().filter(date -> !date.isBefore(today)).isPresent())
            .map(signal -> {
              var date = signal.date().orElseThrow();
              return new Ahead("due", date, date, signal.evidence());
            });
    return Stream.concat(due, alert.ahead().stream())
        .sorted(Comparator.comparing(Ahead::to))
        .map(each -> ahead(alert, each))
        .distinct()
        .toList();
  }

  private Sheet.Fact ahead(Alert alert, Ahead ahead) {
    var key = "ahead." + ahead.what();
    boolean oneMonth =
        YearMonth.from(ahead.from()).equals(YearMonth.from(ahead.to()))
            && !ahead.from().equals(ahead.to());
    var from = oneMonth ? String.valueOf(ahead.from().getDayOfMonth()) : day.format(ahead.from());
    var days = Map.of("from", from, "to", day.format(ahead.to()));
    var shape =
        ahead.what().startsWith("open-")
            ? "ahead.until"
            : ahead.from().equals(ahead.to()) ? "ahead.day" : "ahead.days";
    var place = alert.place().isEmpty() ? alert.target() : alert.place();
    return new Sheet.Fact(
        words.say(shape, days),
        words.say(
            words.has(key) ? key : "ahead.agenda",
            Map.of(
                "words",
                ahead.words(),
                "place",
                words.place(place),
                "place_of",
                words.place(place, "of"))));
  }

  /// The words under a letter that differ from reader to reader.
  ///
  /// @param contact where a reader may write to
  Sheet.Footer footer(Alert alert, Recipient reader, String contact) {
    var lines = new ArrayList<String>();
    lines.add(wishes(reader.wishes()));
    if (reader.isOperator()) {
      lines.add(words.say("why.operator"));
    }
    lines.add(words.say("why.rule", Map.of("rule", alert.rule(), "rules", alert.rules())));
    lines.add(words.say("silence.text", Map.of("contact", contact, "key", alert.key())));
    lines.add(words.say("silence.command", Map.of("key", alert.key())));
    return new Sheet.Footer(
        "",
        words.say("section.why"),
        lines,
        Mailto.of(contact, "silence " + alert.key()),
        words.say("silence.mail"));
  }

  private String wishes(Wishes wishes) {
    var places = wishes.places().stream().sorted().map(words::place).toList();
    var kinds = wishes.kinds().stream().sorted().map(headline::kind).toList();
    return words.say(
        "why.wishes",
        Map.of(
            "places",
            places.isEmpty() ? "all" : String.join(", ", places),
            "kinds",
            kinds.isEmpty() ? "all" : String.join(", ", kinds),
            "severity",
            words.say("severity." + wishes.severity().name()),
            "certainty",
            words.say("level." + wishes.certainty().name())));
  }

  /// The letter of an alert to a reader.
  ///
  /// @param sheet made by [#sheet] from the alert
  Letter letter(Alert alert, Sheet sheet, Sheet.Footer footer) {
    return new Letter(
        headline.subject(alert),
        PlainText.of(sheet, footer, words.locale()),
        Page.of(sheet, footer),
        sheet.story().picture());
  }
}
