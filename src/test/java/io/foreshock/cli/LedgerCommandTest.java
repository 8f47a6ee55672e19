package io.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.alert.Desk;
import io.foreshock.alert.Wire;
import io.foreshock.item.ItemTable;
import io.foreshock.signal.Read;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known to stand, on 13 December 2025.
class LedgerCommandTest {
  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.in(folder);
  }

  private String ledger(String... arguments) {
    return installation.run("ledger", arguments).data();
  }

  /// The daemon hears of these signals, each `2025-09-11 border closed actual actor PL target BY`.
  private void hears(String... lines) {
    var patterns = OurRules.RULES.patterns();
    var clock = InstantSource.fixed(Instant.parse("2025-12-13T10:00:00Z"));
    try (var store = Store.open(installation.url());
        var desk = new Desk(store, patterns, List.of(), clock)) {
      store.run(handle ->
          Stream.of(lines)
              .forEach(line -> {
                var at = Instant.parse(line.substring(0, 10) + "T09:00:00Z");
                var signal = line.substring(11);
                var item = Wire.item(line, "wire.example", at, at, signal);
                new ItemTable(handle).store("feed", item);
                new SignalTable(handle)
                    .append(
                        item, new Read(Optional.of("en"), List.of(Wire.signal(signal)), List.of()));
              }));
      desk.catchUp();
    }
  }

  @Test
  void it_tells_emergencies_sanctions_releases_and_borders() {
    hears(
        "2025-09-11 prisoner-release released actual place BY count 52",
        "2025-09-12 border closed actual actor PL target BY",
        "2025-09-24 border reopened actual actor PL target BY",
        "2025-10-29 border closed actual actor LT target BY",
        "2025-11-01 state-of-emergency declared actual place PE",
        "2025-11-20 state-of-emergency lifted planned place PE date 2025-12-31",
        "2025-11-22 prisoner-release released actual place BY count 31",
        "2025-12-09 state-of-emergency declared planned place LT",
        "2025-12-12 sanctions lifted actual actor US target BY");

    assertThat(ledger())
        .isEqualToIgnoringNewLines(
            """
            Emergencies
              PE       in force, told since 2025-11-01, to end on 2025-12-31
              LT       announced on 2025-12-09
            Sanctions
              US-BY    down last on 2025-12-12, 1 this year
            Releases 2025
              BY       2 so far, 83 people told, last on 2025-11-22
            Borders
              LT-BY    closed since 2025-10-29
              PL-BY    open since 2025-09-24
            """);
    assertThat(ledger("PE")).contains("PE       in force").doesNotContain("BY");
  }

  @Test
  void where_nothing_is_known_it_says_so() {
    assertThat(ledger().lines()).hasSize(8).contains("Borders", "  none known");
  }
}
