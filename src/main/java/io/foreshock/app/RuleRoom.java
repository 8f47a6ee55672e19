package io.foreshock.app;

import io.foreshock.alert.AlertTable;
import io.foreshock.item.ItemTable;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.Signal;
import io.foreshock.signal.SignalTable;
import io.foreshock.source.Problem;
import io.foreshock.store.Store;
import io.foreshock.workshop.Contents;
import io.foreshock.workshop.DiffReport;
import io.foreshock.workshop.Differ;
import io.foreshock.workshop.FolderCheck;
import io.foreshock.workshop.RuleSetTable;
import io.foreshock.workshop.Rules;
import io.foreshock.workshop.Snapshot;
import io.foreshock.workshop.TestRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the rules folder: an edit is checked, compiled, tested and replayed over the stored
/// items before it goes live; any failure keeps the rules that are.
///
/// One thread at a time. What the new rules would have raised in the past is told, never mailed.
final class RuleRoom {
  private static final Logger LOG = LoggerFactory.getLogger(RuleRoom.class);
  private static final int MOST_LINES = 40;
  private static final int BATCH = 500;

  private final Store store;
  private final Path folder;
  private final Duration window;
  private final InstantSource clock;
  private final Consumer<Rules> goLive;
  private final BiConsumer<String, List<String>> operators;
  private Rules live;
  private String seen;
  private String pending = "";
  private Optional<LocalDate> digested = Optional.empty();

  /// @param window how far back an edit is tried
  /// @param goLive takes new rules at a clear point of the signal log
  /// @param operators told a title and lines
  RuleRoom(
      Store store,
      Path folder,
      Duration window,
      Rules live,
      InstantSource clock,
      Consumer<Rules> goLive,
      BiConsumer<String, List<String>> operators) {
    this.store = store;
    this.folder = folder;
    this.window = window;
    this.live = live;
    this.clock = clock;
    this.goLive = goLive;
    this.operators = operators;
    this.seen = Contents.of(folder);
    note(new RuleSetTable.Line(clock.instant(), live.version(), true, "at the start"));
  }

  /// What a look at the folder came to.
  sealed interface Look {
    /// Nothing was saved since the last look.
    record Same() implements Look {}

    /// Something was saved just now; the next look will tell whether that was all.
    record Settling() implements Look {}

    /// The edit went live.
    record Taken(String version, String summary) implements Look {}

    /// The edit was turned away; what was live is live.
    record Kept(List<String> reasons) implements Look {
      /// Copies the list.
      public Kept {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /// Looks at the folder once.
  synchronized Look look() {
    digest();
    var now = Contents.of(folder);
    if (now.equals(seen)) {
      pending = "";
      return new Look.Same();
    }
    if (!now.equals(pending)) {
      pending = now;
      return new Look.Settling();
    }
    seen = now;
    pending = "";
    try {
      return take(FolderCheck.of(folder, Optional.of(live)), now);
    } catch (RuntimeException e) {
      LOG.error("the edited rules cannot be tried", e);
      return keep(List.of("the edit cannot be tried: " + e.getMessage()));
    }
  }

  private Look take(FolderCheck.Checked checked, String contents) {
    var fresh = checked.rules().isEmpty() ? checked.problems() : fresh(checked.problems());
    if (!fresh.isEmpty() || checked.rules().isEmpty()) {
      return keep(fresh.stream().map(Object::toString).toList());
    }
    var rules = checked.rules().get();
    var tests = TestRun.run(folder, rules);
    if (!tests.passed()) {
      var reasons = new ArrayList<>(tests.problems().stream().map(Object::toString).toList());
      tests.results().forEach(each -> reasons.addAll(each.differences()));
      return keep(reasons);
    }
    var tried = tryOut(rules);
    if (!Contents.of(folder).equals(contents)) {
      seen = ""; // saved again meanwhile
      return new Look.Settling();
    }
    goLive.accept(rules);
    live = rules;
    note(new RuleSetTable.Line(clock.instant(), rules.version(), true, tried.summary()));
    LOG.info("rules {} are live: {}", rules.version(), tried.summary());
    tell("rules " + rules.version() + " are live: " + tried.summary(), report(tried));
    return new Look.Taken(rules.version(), tried.summary());
  }

  /// What the edit has brought: a fault that the live rules have too holds no other edit up.
  private List<Problem> fresh(List<Problem> problems) {
    if (problems.isEmpty()) {
      return List.of();
    }
    var known = knownFaults();
    return problems.stream().filter(each -> !known.contains(each.message())).toList();
  }

  private Set<String> knownFaults() {
    var zip = store.transaction(handle -> new RuleSetTable(handle).live());
    if (zip.isEmpty()) {
      return Set.of();
    }
    try {
      var copy = Files.createTempDirectory("foreshock-live");
      try {
        Snapshot.unpack(zip.get(), copy);
        return FolderCheck.of(copy, Optional.of(live)).problems().stream()
            .map(Problem::message)
            .collect(Collectors.toSet());
      } finally {
        Snapshot.remove(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the live rules", e);
    }
  }

  private static List<String> report(Differ.Result tried) {
    return new DiffReport(tried, Map.of()).text();
  }

  /// What the edit would have raised over the stored items.
  private Differ.Result tryOut(Rules rules) {
    var since = clock.instant().minus(window);
    var items = store.transaction(handle -> new ItemTable(handle).publishedSince(since));
    return new Differ(live, rules).over(items, logged());
  }

  /// What the log says of each item.
  private Map<String, List<Signal>> logged() {
    Map<String, List<Signal>> byItem = new HashMap<>();
    long position = 0;
    while (true) {
      long from = position;
      var entries = store.transaction(handle -> new SignalTable(handle).after(from, BATCH));
      for (var entry : entries) {
        if (entry instanceof LogEntry.Reported(var report)) {
          byItem.computeIfAbsent(report.item().id(), _ -> new ArrayList<>()).add(report.signal());
        }
        position = entry.number();
      }
      if (entries.size() < BATCH) {
        return byItem;
      }
    }
  }

  private Look keep(List<String> reasons) {
    var first = reasons.isEmpty() ? "unknown" : reasons.getFirst();
    LOG.error("the edited rules are turned away, {} stay live: {}", live.version(), first);
    note(new RuleSetTable.Line(clock.instant(), live.version(), false, first));
    tell("an edit of the rules was turned away; " + live.version() + " stay live", reasons);
    return new Look.Kept(reasons);
  }

  private void tell(String title, List<String> lines) {
    operators.accept(title, lines.stream().limit(MOST_LINES).toList());
  }

  private void note(RuleSetTable.Line line) {
    try {
      var zip = line.taken() ? Snapshot.pack(folder) : new byte[0];
      store.run(handle -> new RuleSetTable(handle).add(line, zip));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /// Once a day what shadow rules would have told: to the maintainers, and to nobody else.
  private void digest() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (digested.filter(today::equals).isPresent()) {
      return;
    }
    if (digested.isPresent()) {
      var since = digested.get().atStartOfDay(ZoneOffset.UTC).toInstant();
      var lines =
          store.transaction(handle -> new AlertTable(handle).shadowed(since)).stream()
              .map(each -> each.key() + ": " + each.because())
              .toList();
      if (!lines.isEmpty()) {
        tell("what shadow rules found since " + digested.get(), lines);
      }
    }
    digested = Optional.of(today);
  }
}
