package io.foreshock.mail;

import io.foreshock.alert.Ahead;
import io.foreshock.alert.Alert;
import io.foreshock.alert.Step;
import io.foreshock.signal.Report;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the letter of an alert in one language: text and HTML say the same.
final class Writer {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final int MOST_EVIDENCE = 12;
  private static final int STORY_FROM = 2;

  private final Words words;
  private final Headline headline;

  Writer(Words words) {
    this.words = words;
    this.headline = new Headline(words);
  }

  Letter write(Alert alert) {
    return new Letter(
        subject(alert), text(alert), new Page(words.locale().getLanguage()).of(sections(alert)));
  }

  private String subject(Alert alert) {
    return words.say(
        "subject",
        Map.of(
            "headline", headline.of(alert),
            "certainty", certainty(alert),
            "publishers", publishers(alert)));
  }

  private String certainty(Alert alert) {
    return words.say("certainty." + alert.certainty().name());
  }

  private String publishers(Alert alert) {
    return words.say("publishers", Map.of("count", alert.publishers()));
  }

  private Page.Sections sections(Alert alert) {
    return new Page.Sections(
        headline.of(alert),
        words.say("change." + alert.change().name()),
        since(alert),
        words.say("section.evidence"),
        List.of(
            words.say("evidence.time"),
            words.say("evidence.publisher"),
            words.say("evidence.title"),
            words.say("evidence.quote")),
        evidence(alert).stream().map(this::row).toList(),
        section("section.story", story(alert)),
        section("section.ahead", alert.ahead().stream().map(this::ahead).toList()),
        section("section.why", why(alert)));
  }

  private Page.Section section(String title, List<String> lines) {
    return new Page.Section(words.say(title), lines);
  }

  private String since(Alert alert) {
    return words.say(
        "since",
        Map.of(
            "date", MINUTE.format(alert.reports().getFirst().time()) + " UTC",
            "certainty", certainty(alert),
            "publishers", publishers(alert),
            "severity", words.say("severity." + alert.severity().name())));
  }

  private static List<Report> evidence(Alert alert) {
    int size = alert.reports().size();
    return size <= MOST_EVIDENCE
        ? alert.reports()
        : alert.reports().subList(size - MOST_EVIDENCE, size);
  }

  private Page.Row row(Report report) {
    var item = report.item();
    var side = words.say("side." + item.publisher().side().name());
    return new Page.Row(
        MINUTE.format(report.time()),
        item.publisher().name() + " (" + side + ")",
        item.title(),
        item.link(),
        quoted(report));
  }

  private String quoted(Report report) {
    var signal = report.signal();
    return words.say(
        "quoted",
        Map.of(
            "quote", signal.evidence(),
            "language", report.item().language().map(words::language).orElse("?"),
            "signal", headline.signal(signal),
            "factuality", words.say("factuality." + signal.factuality().word())));
  }

  private List<String> story(Alert alert) {
    return alert.story().size() < STORY_FROM
        ? List.of()
        : alert.story().stream().map(this::step).toList();
  }

  private String step(Step step) {
    var known = "role." + step.role();
    var what = headline.signal(step.signal());
    var role = words.has(known) ? words.say(known) + ": " + what : what;
    var count = step.signal().count() > 0 ? " (" + step.signal().count() + ")" : "";
    return day(step.at()) + " — " + role + count;
  }

  private static String day(Instant at) {
    return MINUTE.format(at).substring(0, 10);
  }

  private String ahead(Ahead ahead) {
    var days =
        ahead.from().equals(ahead.to())
            ? ahead.from().toString()
            : ahead.from() + " – " + ahead.to();
    return words.say("ahead", Map.of("from", days, "words", ahead.words()));
  }

  private List<String> why(Alert alert) {
    return List.of(
        words.say("why", Map.of("because", alert.because())),
        words.say("silence", Map.of("key", alert.key())));
  }

  private String text(Alert alert) {
    var sections = sections(alert);
    var evidence =
        sections.rows().stream()
            .map(row ->
                "- %s  %s%n  %s%n  %s%n  %s"
                    .formatted(row.time(), row.publisher(), row.title(), row.quote(), row.link()))
            .collect(Collectors.joining("\n"));
    var rest =
        sections.further().stream()
            .filter(section -> !section.lines().isEmpty())
            .map(section ->
                section.title().toUpperCase(words.locale().toLocale())
                    + "\n"
                    + String.join("\n", section.lines()))
            .collect(Collectors.joining("\n\n"));
    return "%s: %s%n%s%n%n%s%n%s%n%n%s%n"
        .formatted(
            sections.change(),
            sections.headline(),
            sections.since(),
            sections.evidenceTitle().toUpperCase(words.locale().toLocale()),
            evidence,
            rest)
        .replace("\r", "");
  }
}
