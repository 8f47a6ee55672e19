package io.foreshock.signal;

import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The numbered log of signals in the database.
public final class SignalTable {
  private static final int MOST_DAYS = 60;

  private final Handle handle;

  /// In a transaction of the caller's.
  public SignalTable(Handle handle) {
    this.handle = handle;
  }

  /// Logs what an item says; what an earlier edition of it said already is left out. Returns how
  /// many signals were logged.
  public int append(Item item, Read read) {
    endDaysBefore(LocalDate.ofInstant(item.published(), ZoneOffset.UTC));
    var known = said(item);
    var fresh =
        read.signals().stream()
            .filter(signal -> !known.contains(essence(signal)))
            .sorted(Signal.FIRMEST_FIRST)
            .toList();
    fresh.forEach(signal -> insert(next(), item, signal));
    read.agenda().forEach(entry -> insert(item, entry));
    return fresh.size();
  }

  /// Logs the ends of the days that are over before `today` begins, so that rules about what did
  /// not happen can fire; at most the last 60.
  public void endDaysBefore(LocalDate today) {
    if (!lastDay().orElse(LocalDate.MIN).isBefore(today.minusDays(1))) {
      return;
    }
    lockNumbers();
    var last = lastDay().orElse(today.minusDays(2));
    var earliest = today.minusDays(MOST_DAYS);
    for (var day = last.isBefore(earliest) ? earliest : last.plusDays(1);
        day.isBefore(today);
        day = day.plusDays(1)) {
      endDay(day);
    }
  }

  private void endDay(LocalDate day) {
    handle
        .createUpdate("INSERT INTO signal_log (number, day) VALUES (:number, :day)")
        .bind("number", next())
        .bind("day", day.toEpochDay())
        .execute();
  }

  /// The last day whose end was logged.
  public Optional<LocalDate> lastDay() {
    return handle
        .createQuery("SELECT MAX(day) FROM signal_log")
        .mapTo(Long.class)
        .findOne()
        .map(LocalDate::ofEpochDay);
  }

  /// The entries behind a position, in order.
  public List<LogEntry> after(long position, int most) {
    return handle
        .createQuery(
            "SELECT * FROM signal_log WHERE number > :position ORDER BY number LIMIT :most")
        .bind("position", position)
        .bind("most", most)
        .map((row, _) -> entry(row))
        .list();
  }

  /// The reading rules that found something in items first seen since a moment.
  public List<String> rulesSince(Instant since) {
    return handle
        .createQuery(
            "SELECT DISTINCT rule FROM signal_log JOIN item ON item.id = signal_log.item"
                + " WHERE item.seen >= :since")
        .bind("since", since.toEpochMilli())
        .mapTo(String.class)
        .list();
  }

  /// The entries from `first` to `last`, in order, fetched so many at a time.
  public Iterator<LogEntry> between(long first, long last, int most) {
    return Stream.iterate(
            after(first - 1, most),
            entries -> !entries.isEmpty(),
            entries -> after(entries.getLast().number(), most))
        .flatMap(List::stream)
        .takeWhile(entry -> entry.number() <= last)
        .iterator();
  }

  /// The number of the entry that ended the day so many days before the last day that ended up to a
  /// position; 1 where the log does not reach so far back.
  public long dayBefore(long position, long days) {
    return handle
        .createQuery(
            """
            SELECT MAX(number) FROM signal_log
            WHERE day <= (SELECT MAX(day) FROM signal_log WHERE number <= :position) - :days
            """)
        .bind("position", position)
        .bind("days", days)
        .mapTo(Long.class)
        .findOne()
        .orElse(1L);
  }

  /// How far the watch has come; its row stays locked until the transaction ends, so that one
  /// watches at a time.
  public long position() {
    handle.execute("UPDATE counter SET value = value WHERE name = 'watch'");
    return handle
        .createQuery("SELECT value FROM counter WHERE name = 'watch'")
        .mapTo(Long.class)
        .one();
  }

  /// Notes how far the watch has come.
  public void moveTo(long position) {
    handle
        .createUpdate("UPDATE counter SET value = :position WHERE name = 'watch'")
        .bind("position", position)
        .execute();
  }

  /// Dated events ahead that concern a country, soonest first.
  public List<Agenda> agenda(String country, LocalDate from, LocalDate to, int most) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT place, actor, target, from_day, to_day, evidence FROM agenda
            WHERE to_day >= :from AND from_day <= :to
              AND (place = :country OR actor = :country OR target = :country)
            ORDER BY from_day LIMIT :most
            """)
        .bind("from", from.toEpochDay())
        .bind("to", to.toEpochDay())
        .bind("country", country)
        .bind("most", most)
        .map((row, _) ->
            new Agenda(
                row.getString("place"),
                row.getString("actor"),
                row.getString("target"),
                LocalDate.ofEpochDay(row.getLong("from_day")),
                LocalDate.ofEpochDay(row.getLong("to_day")),
                row.getString("evidence")))
        .list();
  }

  /// Keeps other nodes from logging until the transaction ends.
  public void lockNumbers() {
    handle.execute("UPDATE counter SET value = value WHERE name = 'signal_log'");
  }

  private long next() {
    handle.execute("UPDATE counter SET value = value + 1 WHERE name = 'signal_log'");
    return handle
        .createQuery("SELECT value FROM counter WHERE name = 'signal_log'")
        .mapTo(Long.class)
        .one();
  }

  private List<String> said(Item item) {
    return handle
        .createQuery("SELECT * FROM signal_log WHERE item = :item")
        .bind("item", item.id())
        .map((row, _) -> essence(signal(row)))
        .list();
  }

  /// What makes two signals of one item the same news.
  private static String essence(Signal signal) {
    return String.join(
        "|",
        signal.type(),
        signal.phase(),
        signal.factuality().word(),
        signal.place(),
        signal.actor(),
        signal.target(),
        String.valueOf(signal.count()),
        signal.date().map(LocalDate::toString).orElse(""));
  }

  private void insert(long number, Item item, Signal signal) {
    handle
        .createUpdate(
            """
            INSERT INTO signal_log (number, item, edition, type, phase, factuality, place, actor,
              target, count, count_qualifier, date, evidence, rule)
            VALUES (:number, :item, :edition, :type, :phase, :factuality, :place, :actor, :target,
              :count, :qualifier, :date, :evidence, :rule)
            """)
        .bind("number", number)
        .bind("item", item.id())
        .bind("edition", item.edition())
        .bind("type", signal.type())
        .bind("phase", signal.phase())
        .bind("factuality", signal.factuality().word())
        .bind("place", signal.place())
        .bind("actor", signal.actor())
        .bind("target", signal.target())
        .bind("count", signal.count())
        .bind("qualifier", signal.countQualifier().word())
        .bind("date", signal.date().map(LocalDate::toString).orElse(""))
        .bind("evidence", signal.evidence())
        .bind("rule", signal.rule())
        .execute();
  }

  private void insert(Item item, Agenda entry) {
    handle
        .createUpdate(
            """
            INSERT INTO agenda (item, place, actor, target, from_day, to_day, evidence)
            VALUES (:item, :place, :actor, :target, :from, :to, :evidence) ON CONFLICT DO NOTHING
            """)
        .bind("item", item.id())
        .bind("place", entry.place())
        .bind("actor", entry.actor())
        .bind("target", entry.target())
        .bind("from", entry.from().toEpochDay())
        .bind("to", entry.to().toEpochDay())
        .bind("evidence", entry.evidence())
        .execute();
  }

  private LogEntry entry(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    if (row.getString("item") == null) {
      return new LogEntry.DayEnded(number, LocalDate.ofEpochDay(row.getLong("day")));
    }
    var item =
        new ItemTable(handle)
            .find(row.getString("item"), row.getInt("edition"))
            .orElseThrow(
                () -> new IllegalStateException("signal " + number + " has lost its item"));
    return new LogEntry.Reported(new Report(number, item, signal(row)));
  }

  private static Signal signal(ResultSet row) throws SQLException {
    var date = Objects.requireNonNullElse(row.getString("date"), "");
    var qualifier = row.getString("count_qualifier");
    return new Signal(
        row.getString("type"),
        row.getString("phase"),
        Factuality.valueOf(row.getString("factuality").toUpperCase(Locale.ROOT)),
        row.getString("place"),
        row.getString("actor"),
        row.getString("target"),
        row.getInt("count"),
        Arrays.stream(CountQualifier.values())
            .filter(each -> each.word().equals(qualifier))
            .findFirst()
            .orElse(CountQualifier.EXACT),
        date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
        row.getString("evidence"),
        row.getString("rule"));
  }
}
