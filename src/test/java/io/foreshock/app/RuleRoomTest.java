package io.foreshock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.ProjectRules;
import io.foreshock.SettableClock;
import io.foreshock.store.Store;
import io.foreshock.workshop.RuleSetTable;
import io.foreshock.workshop.Rules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleRoomTest {
  private static final Rules RULES = ProjectRules.get();

  @TempDir private Path empty;
  private final SettableClock clock = new SettableClock("2025-12-13T08:00:00Z");
  private final List<Rules> live = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Path folder;
  private Store store;
  private RuleRoom room;

  @BeforeEach
  void open() throws IOException {
    folder = empty.resolve("rules");
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      for (var file : files.filter(each -> !each.startsWith("rules/tests")).toList()) {
        Files.copy(file, folder.resolve(Path.of("rules").relativize(file)));
      }
    }
    store = Store.open("jdbc:sqlite:" + empty.resolve("test.db"));
    room =
        new RuleRoom(
            store,
            folder,
            Duration.ofDays(120),
            RULES,
            clock,
            live::add,
            (title, lines) -> told.add(title + ": " + lines));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void replace(String file, String from, String to) throws IOException {
    var path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  /// The first look sees the edit, the second that it is complete.
  private RuleRoom.Look lookTwice() {
    assertThat(room.look()).isInstanceOf(RuleRoom.Look.Settling.class);
    return room.look();
  }

  @Test
  void an_untouched_folder_is_left_alone() {
    assertThat(room.look()).isInstanceOf(RuleRoom.Look.Same.class);
    assertThat(live).isEmpty();
  }

  @Test
  void a_good_edit_goes_live_and_the_operators_hear_what_it_changes() throws IOException {
    replace("patterns/exchange.drl", "within(14, $release)", "within(10, $release)");

    // known problems of a lexicon under work would keep any edit out
    var look = lookTwice();

    assertThat(look).isInstanceOf(RuleRoom.Look.Taken.class);
    assertThat(live).hasSize(1);
    assertThat(told).singleElement().asString().contains("are live: +0 −0 ~0 of 0");
    var line = store.transaction(handle -> new RuleSetTable(handle).latest(1)).getFirst();
    assertThat(line.taken()).isTrue();
    assertThat(line.version()).isEqualTo(live.getFirst().version()).isNotEqualTo(RULES.version());
    assertThat(room.look()).isInstanceOf(RuleRoom.Look.Same.class);
  }

  @Test
  void a_broken_edit_keeps_the_old_rules_and_says_where_it_is_broken() throws IOException {
    replace("patterns/exchange.drl", "within(14, $release)", "within(14 d, $release)");

    assertThat(lookTwice())
        .isInstanceOfSatisfying(
            RuleRoom.Look.Kept.class,
            kept -> assertThat(kept.reasons()).anyMatch(each -> each.contains("exchange.drl:17")));
    assertThat(live).isEmpty();
    assertThat(told).singleElement().asString().contains("turned away");
    assertThat(store.transaction(handle -> new RuleSetTable(handle).latest(1)).getFirst().taken())
        .isFalse();
  }

  @Test
  void an_edit_that_a_test_refuses_keeps_the_old_rules() throws IOException {
    Files.createDirectories(folder.resolve("tests"));
    Files.writeString(
        folder.resolve("tests/release.yml"),
        """
        tests:
          - name: a release is told
            story:
              - at: 2025-12-13T09:00Z
                signals: [prisoner-release released actual place BY]
            alerts: [exchange BY]
        """);

    assertThat(lookTwice())
        .isInstanceOfSatisfying(
            RuleRoom.Look.Kept.class,
            kept -> assertThat(kept.reasons()).contains("  expected  exchange BY"));
    assertThat(live).isEmpty();
  }

  @Test
  void a_folder_that_is_still_being_saved_waits() throws IOException {
    replace("patterns/exchange.drl", "within(14", "within(13");
    assertThat(room.look()).isInstanceOf(RuleRoom.Look.Settling.class);
    replace("patterns/exchange.drl", "within(13", "within(12");
    assertThat(room.look()).isInstanceOf(RuleRoom.Look.Settling.class);
    assertThat(live).isEmpty();
  }

  @Test
  void many_reloads_leave_no_classes_behind() throws IOException {
    int reloads = Integer.getInteger("foreshock.reloads", 6);
    var classes = ManagementFactory.getClassLoadingMXBean();
    long before = 0;
    for (int i = 0; i < reloads; i++) {
      var path = folder.resolve("patterns/exchange.drl");
      Files.writeString(path, Files.readString(path) + "// edit " + i + "\n");
      assertThat(lookTwice()).isInstanceOf(RuleRoom.Look.Taken.class);
      live.clear();
      System.gc();
      if (i == reloads / 2) {
        before = classes.getLoadedClassCount();
      }
    }
    assertThat(classes.getLoadedClassCount() - before).isLessThan(600L);
  }
}
