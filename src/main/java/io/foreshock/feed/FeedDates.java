package io.foreshock.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as feeds write them: RFC 5322, RFC 3339 and the ISO 8601 around it, asctime, and the
/// habits of the wild. Fractions of a second are dropped. A date without a zone is UTC; what cannot
/// be understood is no date, never a wrong one.
final class FeedDates {
  private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?";
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern W3C =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,3})(?:-(\\d{1,3}))?)?(?:[T\\s]+" + TIME + "\\s*(.*))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d+))?)?\\s*(.*))?");
  private static final Pattern SHORT_ISO = Pattern.compile("-?(\\d{2})-?(\\d{2})(?:-?(\\d{2}))?");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{2}|\\d{4})-?(\\d{3})");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{L}+\\.?,?\\s*)?(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+(\\p{L}+)\\.?[\\s,.-]+(-?\\d{2,4})"
              + "(?:[\\s,]+(?:at\\s+)?"
              + TIME
              + "\\s*(.*))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:\\p{L}+\\.?,?\\s+)?(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:(\\d{4}),?\\s+)?"
              + TIME
              + "\\s*([^\\d]\\S*|[+-]\\d{4})?\\s*(\\d{4})?");
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(
          "(?:\\p{L}+\\.?,?\\s+)?(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
  private static final Pattern SLASHED =
      Pattern.compile(
          "(?:\\p{L}+,?\\s+)?(\\d{4})/(\\d{1,2})/(\\d{1,2})(?:\\s+" + TIME + "\\s*(.*))?");
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:,?\\s+" + TIME + "\\s*(.*))?");
  private static final Pattern ZONE =
      Pattern.compile("(?:GMT|UTC|Etc/GMT)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?:\\s.*)?");

  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("", 0),
          Map.entry("Z", 0),
          Map.entry("UT", 0),
          Map.entry("GMT", 0),
          Map.entry("UTC", 0),
          Map.entry("ETC/GMT", 0),
          Map.entry("AT", -4 * 60),
          Map.entry("AST", -4 * 60),
          Map.entry("ADT", -3 * 60),
          Map.entry("ET", -5 * 60),
          Map.entry("EST", -5 * 60),
          Map.entry("EDT", -4 * 60),
          Map.entry("CT", -6 * 60),
          Map.entry("CST", -6 * 60),
          Map.entry("CDT", -5 * 60),
          Map.entry("MT", -7 * 60),
          Map.entry("MST", -7 * 60),
          Map.entry("MDT", -6 * 60),
          Map.entry("PT", -8 * 60),
          Map.entry("PST", -8 * 60),
          Map.entry("PDT", -7 * 60),
          Map.entry("BST", 60),
          Map.entry("WET", 0),
          Map.entry("WEST", 60),
          Map.entry("CET", 60),
          Map.entry("MET", 60),
          Map.entry("CEST", 120),
          Map.entry("MEST", 120),
          Map.entry("EET", 120),
          Map.entry("EEST", 180),
          Map.entry("MSK", 180),
          Map.entry("JST", 540),
          Map.entry("KST", 540));

  private FeedDates() {}

  /// The moment that a date says; the beginning of the day, month or year where it says no more.
  static Optional<Instant> parse(String raw) {
    var text = SPACE.matcher(raw.strip()).replaceAll(" ");
    if (text.isEmpty() || text.length() > 100) {
      return Optional.empty();
    }
    try {
      return read(FeedDateWords.isPlain(text) ? text : FeedDateWords.inEnglish(text));
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty(); // a 31st of June is no date
    }
  }

  private static Optional<Instant> read(String text) {
    return java.util.stream.Stream.<java.util.function.Function<String, Optional<Instant>>>of(
            FeedDates::ordinal,
            FeedDates::w3c,
            FeedDates::compact,
            FeedDates::shortIso,
            FeedDates::slashed,
            FeedDates::dotted,
            FeedDates::mail,
            FeedDates::monthFirst,
            FeedDates::monthDayYear)
        .map(way -> way.apply(text))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Instant> ordinal(String text) {
    var m = ORDINAL.matcher(text);
    return m.matches()
        ? Optional.of(
            LocalDate.ofYearDay(year(m.group(1)), Integer.parseInt(m.group(2)))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant())
        : Optional.empty();
  }

  private static Optional<Instant> w3c(String text) {
    var m = W3C.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    if (m.group(2) != null && m.group(2).length() == 3 && m.group(3) == null) {
      var day = LocalDate.ofYearDay(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
      return at(day, m, 4);
    }
    return at(day(m.group(1), m.group(2), m.group(3)), m, 4);
  }

  private static Optional<Instant> compact(String text) {
    var m = COMPACT.matcher(text);
    return m.matches() ? at(day(m.group(1), m.group(2), m.group(3)), m, 4) : Optional.empty();
  }

  private static Optional<Instant> shortIso(String text) {
    var m = SHORT_ISO.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    boolean yearAndMonth = m.group(3) == null;
    var day =
        yearAndMonth
            ? LocalDate.of(year(m.group(1)), Integer.parseInt(m.group(2)), 1)
            : LocalDate.of(
                year(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static Optional<Instant> slashed(String text) {
    var m = SLASHED.matcher(text);
    return m.matches() ? at(day(m.group(1), m.group(2), m.group(3)), m, 4) : Optional.empty();
  }

  private static Optional<Instant> dotted(String text) {
    var m = DOTTED.matcher(text);
    return m.matches() ? at(day(m.group(3), m.group(2), m.group(1)), m, 4) : Optional.empty();
  }

  private static Optional<Instant> mail(String text) {
    var m = MAIL.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    var month = FeedDateWords.month(m.group(2));
    return month.isEmpty()
        ? Optional.empty()
        : at(LocalDate.of(year(m.group(3)), month.getAsInt(), Integer.parseInt(m.group(1))), m, 4);
  }

  private static Optional<Instant> monthFirst(String text) {
    var m = MONTH_FIRST.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    var month = FeedDateWords.month(m.group(1));
    var year = m.group(3) != null ? m.group(3) : m.group(9);
    if (month.isEmpty() || year == null) {
      return Optional.empty();
    }
    return at(
        LocalDate.of(Integer.parseInt(year), month.getAsInt(), Integer.parseInt(m.group(2))), m, 4);
  }

  private static Optional<Instant> monthDayYear(String text) {
    var m = MONTH_DAY_YEAR.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    var month = FeedDateWords.month(m.group(1));
    return month.isEmpty()
        ? Optional.empty()
        : Optional.of(
            LocalDate.of(
                    Integer.parseInt(m.group(3)), month.getAsInt(), Integer.parseInt(m.group(2)))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
  }

  /// The day at the time of groups `from` to `from + 3`, in the zone of the group behind them.
  private static Optional<Instant> at(LocalDate day, Matcher m, int from) {
    if (m.group(from) == null) {
      return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    var zone = zone(m.group(from + 4) == null ? "" : m.group(from + 4).strip());
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(m.group(from));
    int second = m.group(from + 2) == null ? 0 : Math.min(59, Integer.parseInt(m.group(from + 2)));
    boolean nextDay = hour == 24;
    var time = LocalTime.of(nextDay ? 0 : hour, Integer.parseInt(m.group(from + 1)), second);
    var local = LocalDateTime.of(nextDay ? day.plusDays(1) : day, time);
    return Optional.of(
        OffsetDateTime.of(local, ZoneOffset.UTC).toInstant().minusSeconds(zone.get() * 60L));
  }

  /// Minutes east of Greenwich.
  private static Optional<Integer> zone(String text) {
    var known = ZONES.get(text.toUpperCase(Locale.ROOT));
    if (known != null) {
      return Optional.of(known);
    }
    var m = ZONE.matcher(text);
    if (!m.matches()) {
      var word = text.replaceAll("\\s*\\(.*\\)$", "").toUpperCase(Locale.ROOT);
      return Optional.ofNullable(ZONES.get(word));
    }
    int minutes =
        Integer.parseInt(m.group(2)) * 60 + (m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
    return Optional.of(m.group(1).equals("-") ? -minutes : minutes);
  }

  private static LocalDate day(String year, String month, String day) {
    int monthOfYear = month == null ? 1 : Integer.parseInt(month);
    int dayOfMonth = day == null ? 1 : Integer.parseInt(day);
    return LocalDate.of(Integer.parseInt(year), monthOfYear, dayOfMonth);
  }

  /// Two digits: 00 to 69 are of this century (RFC 5322, 4.3, with POSIX's pivot).
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year < 70 ? 2000 + year : 1900 + year;
  }
}
