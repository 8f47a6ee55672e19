package io.foreshock.alert;

import io.foreshock.pattern.InForce;
import io.foreshock.pattern.Match;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// What is known to stand: emergencies in force, sanctions by sender, target and direction, who was
/// released this year, which borders are open or closed. From what the watch remembers; what was
/// only announced is left out, except an emergency.
///
/// @param emergencies by country
/// @param sanctions by sender, target and direction
/// @param releases by country
/// @param borders by the two sides
public record Ledger(
    List<Emergency> emergencies,
    List<Sanctions> sanctions,
    List<Releases> releases,
    List<Border> borders) {
  /// Copies the lists.
  public Ledger {
    emergencies = List.copyOf(emergencies);
    sanctions = List.copyOf(sanctions);
    releases = List.copyOf(releases);
    borders = List.copyOf(borders);
  }

  /// An emergency.
  ///
  /// @param place country
  /// @param since when it was first told
  /// @param announced whether it is still ahead
  /// @param lastDay the day on which it is to end, where one was said
  public record Emergency(
      String place, LocalDate since, boolean announced, Optional<LocalDate> lastDay) {}

  /// Sanctions of one sender against one target.
  ///
  /// @param sender a code, or empty where nobody named it
  /// @param target a code, or empty
  /// @param direction `up` or `down`
  /// @param last when they last moved that way
  /// @param thisYear how many times they did so this year
  public record Sanctions(
      String sender, String target, String direction, LocalDate last, int thisYear) {}

  /// The releases of a country this year.
  ///
  /// @param place country
  /// @param times how many releases
  /// @param people of all of them, as far as numbers were told
  /// @param last the latest
  public record Releases(String place, int times, int people, LocalDate last) {}

  /// A border.
  ///
  /// @param sides `LT-BY`, or one code where the other is not told
  /// @param state `closed` or `reopened`
  /// @param since when that was told
  public record Border(String sides, String state, LocalDate since) {}

  /// Reads it in a transaction of the caller's.
  ///
  /// @param today whose year counts
  public static Ledger of(Handle handle, LocalDate today) {
    var memory = new MemoryTable(handle).read();
    var facts =
        memory.developments().stream()
            .filter(each -> each.certainty() == Certainty.OBSERVED)
            .sorted(Comparator.comparing(Development.State::last))
            .toList();
    return new Ledger(
        memory.ledger().stream().flatMap(Ledger::emergency).toList(),
        grouped(facts, "sanctions-change", Match::key, same -> sanctions(same, today)),
        grouped(facts, "prisoner-release", Match::key, same -> releases(same, today)),
        grouped(facts, "border-change", Ledger::sides, same -> Optional.of(border(same))));
  }

  private static Stream<Emergency> emergency(Object line) {
    return line instanceof InForce(var place, var since, _, var lastDay)
        ? Stream.of(
            new Emergency(
                place,
                day(since.at()),
                since.isPlanned(),
                Optional.of(lastDay).filter(day -> day > 0).map(LocalDate::ofEpochDay)))
        : Stream.empty();
  }

  /// One line for each group of a kind's developments, the oldest of a group first.
  private static <T> List<T> grouped(
      List<Development.State> facts,
      String kind,
      Function<Match, String> by,
      Function<List<Development.State>, Optional<T>> line) {
    Map<String, List<Development.State>> groups =
        facts.stream()
            .filter(each -> each.first().kind().equals(kind))
            .collect(
                Collectors.groupingBy(
                    each -> by.apply(each.first()), TreeMap::new, Collectors.toList()));
    return groups.values().stream().flatMap(group -> line.apply(group).stream()).toList();
  }

  private static Optional<Sanctions> sanctions(List<Development.State> same, LocalDate today) {
    var last = same.getLast();
    return Optional.of(
        new Sanctions(
            last.first().actor(),
            last.first().target(),
            last.first().about(),
            day(last.last()),
            (int) same.stream().filter(each -> isOfYear(each, today)).count()));
  }

  private static Optional<Releases> releases(List<Development.State> same, LocalDate today) {
    var thisYear = same.stream().filter(each -> isOfYear(each, today)).toList();
    return thisYear.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Releases(
                sides(thisYear.getLast().first()),
                thisYear.size(),
                thisYear.stream().mapToInt(Development.State::count).sum(),
                begun(thisYear.getLast())));
  }

  private static Border border(List<Development.State> same) {
    var last = same.stream().max(Comparator.comparing(Ledger::begun)).orElseThrow();
    return new Border(sides(last.first()), last.first().about(), begun(last));
  }

  private static String sides(Match match) {
    var parties =
        Stream.of(match.actor(), match.target())
            .filter(code -> !code.isEmpty())
            .collect(Collectors.joining("-"));
    return parties.isEmpty() ? match.place() : parties;
  }

  private static boolean isOfYear(Development.State state, LocalDate today) {
    return begun(state).getYear() == today.getYear();
  }

  private static LocalDate begun(Development.State state) {
    return day(state.first().last().at());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
