package io.foreshock.config;

import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.alert.Wishes;
import io.foreshock.mail.Recipient;
import io.foreshock.mail.Rhythm;
import io.foreshock.source.Nearest;
import io.foreshock.wording.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// `recipients:` of `foreshock.yml`: who gets letters, which, and when.
final class RecipientsSection {
  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");
  private static final List<String> LETTERS = List.of("at-once", "daily", "weekly");

  private final List<Section> sections;
  private final Map<String, Integer> lines = new HashMap<>();

  RecipientsSection(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  List<Recipient> read() {
    return sections.stream().flatMap(each -> recipient(each).stream()).toList();
  }

  private Optional<Recipient> recipient(Section section) {
    section.of(
        "address",
        "language",
        "places",
        "kinds",
        "severity",
        "certainty",
        "letters",
        "at",
        "on",
        "zone",
        "even-if-nothing",
        "quiet",
        "limit",
        "operator");
    var address =
        section.needed("address", "add an address, such as \"address: anna@desk.example\"");
    var language = section.text("language", "en");
    if (!Words.LANGUAGES.contains(language)) {
      section.problem(
          "language",
          "no letters in \"" + language + "\"",
          Nearest.advice(language, Words.LANGUAGES));
    }
    if (address.isEmpty() || !Words.LANGUAGES.contains(language) || isKnown(section, address)) {
      return Optional.empty();
    }
    return section.make("address", fields -> recipient(fields, address, language));
  }

  /// Two entries of one address would give it every letter twice.
  private boolean isKnown(Section section, String address) {
    var before = lines.putIfAbsent(address, section.line("address"));
    if (before != null) {
      section.problem(
          "address",
          "this address stands in line " + before + " already",
          "put its wishes into one entry");
    }
    return before != null;
  }

  private static Recipient recipient(Section fields, String address, String language) {
    return new Recipient(
        address,
        language,
        wishes(fields),
        new Rhythm(
            zone(fields),
            every(fields),
            time(fields, "at", fields.text("at", "07:00")).orElse(LocalTime.of(7, 0)),
            fields.choice("on", DayOfWeek.MONDAY),
            fields.flag("even-if-nothing"),
            quiet(fields),
            fields.whole("limit", 0)),
        fields.flag("operator"));
  }

  /// Which alerts an entry wants.
  static Wishes wishes(Section fields) {
    return new Wishes(
        fields.texts("places"),
        fields.texts("kinds"),
        fields.choice("severity", Severity.MINOR),
        fields.choice("certainty", Certainty.POSSIBLE));
  }

  private static ZoneId zone(Section fields) {
    var name = fields.text("zone", "UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      fields.problem(
          "zone",
          "\"" + name + "\" is no time zone",
          Nearest.advice(name, ZoneId.getAvailableZoneIds()));
      return ZoneId.of("UTC");
    }
  }

  private static Rhythm.Every every(Section fields) {
    var word = fields.text("letters", "at-once");
    return switch (word) {
      case "at-once" -> Rhythm.Every.ALERT;
      case "daily" -> Rhythm.Every.DAY;
      case "weekly" -> Rhythm.Every.WEEK;
      default -> {
        fields.problem(
            "letters", "\"" + word + "\" is not known here", Nearest.advice(word, LETTERS));
        yield Rhythm.Every.ALERT;
      }
    };
  }

  private static Optional<Rhythm.Quiet> quiet(Section fields) {
    var text = fields.text("quiet", "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var span = SPAN.matcher(text);
    if (!span.matches()) {
      fields.problem("quiet", "\"" + text + "\" is no span of hours", "write \"22:00-07:00\"");
      return Optional.empty();
    }
    var from = time(fields, "quiet", span.group(1));
    var to = time(fields, "quiet", span.group(2));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.equals(to)) {
      fields.problem("quiet", "quiet hours that end when they begin", "leave them out");
      return Optional.empty();
    }
    return Optional.of(new Rhythm.Quiet(from.get(), to.get()));
  }

  private static Optional<LocalTime> time(Section fields, String key, String text) {
    try {
      return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
    } catch (DateTimeException _) {
      fields.problem(key, "\"" + text + "\" is no time of day", "write 07:00");
      return Optional.empty();
    }
  }
}
