package io.foreshock.workshop;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Replay;
import io.foreshock.item.Item;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// Says what an edit of the rules would have changed over items of the past.
///
/// Items that both readers certainly read alike are read once. The result is that of two full
/// replays.
public final class Differ {
  private static final int SIGNALS_AN_ITEM = 1_000;

  private final Rules was;
  private final Rules now;

  /// From one set of rules to another.
  public Differ(Rules was, Rules now) {
    this.was = was;
    this.now = now;
  }

  /// What an edit changes.
  ///
  /// @param items how many items were looked at
  /// @param readTwice how many of them had to be read with both
  /// @param span from the first to the last of them
  /// @param before how many alerts and updates there were
  /// @param alerts what of them is lost, gained and changed
  /// @param signals items that say something else
  public record Result(
      int items,
      int readTwice,
      Duration span,
      int before,
      Comparison alerts,
      List<SignalChange> signals) {
    /// Copies the list.
    public Result {
      signals = List.copyOf(signals);
    }

    /// `+3 −11 ~2 of 41 over 90 days`.
    public String summary() {
      return "+%d −%d ~%d of %d over %d days"
          .formatted(
              alerts.gained().size(),
              alerts.lost().size(),
              alerts.changed().size(),
              before,
              Math.max(1, (span.toHours() + 23) / 24));
    }
  }

  /// An item that says something else.
  ///
  /// @param item which
  /// @param lost what it says no more
  /// @param gained what it says now
  public record SignalChange(Item item, List<Signal> lost, List<Signal> gained) {
    /// Copies the lists.
    public SignalChange {
      lost = List.copyOf(lost);
      gained = List.copyOf(gained);
    }
  }

  /// Compares over these items, in any order.
  public Result over(List<Item> given) {
    var items = inOrder(given);
    var first = items.parallelStream().map(each -> was.reader().read(each).signals()).toList();
    return over(items, first);
  }

  /// Compares over items of which a log tells what was read; an item that is not in it said
  /// nothing.
  public Result over(List<Item> given, Map<String, List<Signal>> logged) {
    var items = inOrder(given);
    return over(
        items, items.stream().map(each -> logged.getOrDefault(each.id(), List.of())).toList());
  }

  private static List<Item> inOrder(List<Item> items) {
    return items.stream()
        .sorted(Comparator.comparing(Item::published).thenComparing(Item::id))
        .toList();
  }

  private Result over(List<Item> items, List<List<Signal>> first) {
    var mayDiffer = was.reader().mayDiffer(now.reader());
    var touched = items.parallelStream().map(mayDiffer::test).toList();
    var second =
        IntStream.range(0, items.size())
            .parallel()
            .mapToObj(
                i -> touched.get(i) ? now.reader().read(items.get(i)).signals() : first.get(i))
            .toList();
    return compare(items, first, second, (int) touched.stream().filter(each -> each).count());
  }

  private Result compare(
      List<Item> items, List<List<Signal>> first, List<List<Signal>> second, int readTwice) {
    boolean sameSignals = first.equals(second);
    var before = CompletableFuture.supplyAsync(() -> replay(was, items, first));
    var after =
        sameSignals && was.patterns().sameAs(now.patterns())
            ? before
            : CompletableFuture.supplyAsync(() -> replay(now, items, second));
    var span =
        items.isEmpty()
            ? Duration.ZERO
            : Duration.between(items.getFirst().published(), items.getLast().published());
    return new Result(
        items.size(),
        readTwice,
        span,
        before.join().size(),
        Comparison.of(before.join(), after.join()),
        sameSignals ? List.of() : signals(items, first, second));
  }

  private static List<Alert> replay(Rules rules, List<Item> items, List<List<Signal>> signals) {
    var reports = new ArrayList<Report>();
    for (int i = 0; i < items.size(); i++) {
      for (int k = 0; k < signals.get(i).size(); k++) {
        long number = (long) i * SIGNALS_AN_ITEM + k + 1;
        reports.add(new Report(number, items.get(i), signals.get(i).get(k)));
      }
    }
    return Replay.of(rules.patterns(), reports);
  }

  private static List<SignalChange> signals(
      List<Item> items, List<List<Signal>> first, List<List<Signal>> second) {
    var changes = new ArrayList<SignalChange>();
    for (int i = 0; i < items.size(); i++) {
      var lost = without(first.get(i), second.get(i));
      var gained = without(second.get(i), first.get(i));
      if (!lost.isEmpty() || !gained.isEmpty()) {
        changes.add(new SignalChange(items.get(i), lost, gained));
      }
    }
    return changes;
  }

  private static List<Signal> without(List<Signal> signals, List<Signal> others) {
    return signals.stream()
        .filter(each ->
            others.stream().noneMatch(other -> SignalLine.of(other).equals(SignalLine.of(each))))
        .toList();
  }
}
