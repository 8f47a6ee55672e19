package io.foreshock.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Replay;
import io.foreshock.alert.Verdict;
import io.foreshock.item.Item;
import io.foreshock.signal.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferTest {
  /// Long runs: `-Dforeshock.diff.edits=200`.
  private static final int EDITS = Integer.getInteger("foreshock.diff.edits", 6);

  private static final List<Item> ITEMS = items();

  @TempDir private Path empty;
  private Workbench bench;

  @BeforeEach
  void copy() throws IOException {
    bench = Workbench.of(empty);
  }

  /// The demo's autumn.
  private static List<Item> items() {
    try {
      return Archive.read(
          Path.of("src/main/resources/demo/items.jsonl"),
          Optional.empty(),
          Instant.parse("2025-12-31T00:00:00Z"),
          _ -> {});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Differ.Result diff() {
    return new Differ(Workbench.RULES, bench.open()).over(ITEMS);
  }

  /// Every item read, every alert raised, from the beginning.
  private static List<Alert> fully(Rules rules) {
    var reports = new ArrayList<Report>();
    ITEMS.stream()
        .sorted(Comparator.comparing(Item::published).thenComparing(Item::id))
        .forEach(item ->
            rules
                .reader()
                .read(item)
                .signals()
                .forEach(each -> reports.add(new Report(reports.size() + 1L, item, each))));
    return Replay.of(rules.patterns(), reports);
  }

  @Test
  void an_edit_that_says_nothing_new_changes_nothing_and_reads_nothing_twice() throws IOException {
    bench.replace("lexicon/en.yml", "language: en\n", "# a remark\nlanguage: en\n");

    var result = diff();

    assertThat(result.alerts().isEmpty()).isTrue();
    assertThat(result.signals()).isEmpty();
    assertThat(result.readTwice()).isZero();
  }

  @Test
  void a_pattern_taken_out_loses_its_alerts() throws IOException {
    Files.delete(bench.folder().resolve("patterns/prisoner-release.drl"));

    var result = diff();

    assertThat(result.alerts().lost()).isNotEmpty();
    assertThat(result.alerts().lost()).allMatch(each -> each.kind().equals("prisoner-release"));
    assertThat(result.summary())
        .startsWith("+0 −" + result.alerts().lost().size() + " ~0 of " + result.before());
  }

  @Test
  void an_alert_that_an_analyst_called_true_is_named_when_it_would_be_lost() throws IOException {
    Files.delete(bench.folder().resolve("patterns/prisoner-release.drl"));
    var result = diff();
    var lost = result.alerts().lost().getFirst();
    var verdict =
        new Verdict(lost.key(), lost.development(), Verdict.Word.TRUE, "it was so", lost.raised());

    var report = new DiffReport(result, Map.of(lost.development(), verdict));

    assertThat(report.trueOnesLost()).contains(lost);
    assertThat(report.text()).contains("An analyst called this true: " + lost.key());
    assertThat(report.text().getLast()).isEqualTo(result.summary());
    assertThat(report.markdown())
        .startsWith("**" + result.summary() + "**")
        .contains("| − | `" + lost.key() + "`")
        .contains("true: it was so");
  }

  @Test
  void the_difference_is_that_of_two_full_replays_whatever_the_edit() throws IOException {
    var before = fully(Workbench.RULES);
    var random = new Random(7);
    for (int i = 0; i < EDITS; i++) {
      var edit = edit(random);
      var now = bench.open();
      assertThat(new Differ(Workbench.RULES, now).over(ITEMS).alerts())
          .as(edit)
          .isEqualTo(Comparison.of(before, fully(now)));
    }
  }

  /// A line of a lexicon or a gazetteer lost, or a window of a pattern widened; edits add up.
  private String edit(Random random) throws IOException {
    var files =
        List.of(
            "lexicon/en.yml",
            "lexicon/pl.yml",
            "lexicon/ru.yml",
            "gazetteer/en.yml",
            "patterns/exchange.drl",
            "patterns/mixed-signals.drl");
    var file = files.get(random.nextInt(files.size()));
    var path = bench.folder().resolve(file);
    var lines = new ArrayList<>(Files.readAllLines(path));
    if (file.endsWith(".drl")) {
      lines.replaceAll(
          each -> each.replace("within(14", "within(3").replace("within(21", "within(5"));
      Files.write(path, lines);
      return file + " narrowed";
    }
    var phrases = new ArrayList<Integer>();
    for (int i = 1; i < lines.size(); i++) {
      boolean between =
          lines.get(i).strip().startsWith("- ") && lines.get(i - 1).strip().startsWith("- ");
      if (between) {
        phrases.add(i);
      }
    }
    if (phrases.isEmpty()) {
      return "nothing";
    }
    int gone = phrases.get(random.nextInt(phrases.size()));
    var line = lines.remove(gone);
    Files.write(path, lines);
    return file + " without " + line;
  }

  @Test
  void a_folder_survives_being_packed_and_unpacked() throws IOException {
    var other = Files.createDirectory(empty.resolve("other"));

    Snapshot.unpack(Snapshot.pack(bench.folder()), other);

    assertThat(Rules.open(other, Optional.of(Workbench.RULES)))
        .isInstanceOfSatisfying(
            Rules.Opened.Ready.class,
            ready -> assertThat(ready.rules().version()).isEqualTo(Workbench.RULES.version()));
  }
}
