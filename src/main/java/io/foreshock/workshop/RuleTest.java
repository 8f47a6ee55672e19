package io.foreshock.workshop;

import io.foreshock.item.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A test of the rules: what is published when, and what must come of it.
///
/// @param file where it stands
/// @param line of its name, 1-based
/// @param name a sentence that says what must hold
/// @param kinds the patterns that it is about; where none are given, all
/// @param story what is published, in the order of time
/// @param until when the test's time ends
/// @param alerts the alerts and updates that must come, and no others; none where the test does not
///   ask
/// @param anyOrder whether what is published within an hour may come in any order
public record RuleTest(
    String file,
    int line,
    String name,
    List<String> kinds,
    List<Told> story,
    Instant until,
    Optional<List<AlertLine>> alerts,
    boolean anyOrder) {

  /// Copies the lists.
  public RuleTest {
    kinds = List.copyOf(kinds);
    story = List.copyOf(story);
    alerts = alerts.map(List::copyOf);
  }

  /// Whether it says what must be read of an item.
  boolean readsAnything() {
    return story.stream().anyMatch(each -> each.reads().isPresent() || each.ahead().isPresent());
  }

  /// One publication.
  ///
  /// @param line in the file
  /// @param item what is published
  /// @param given its signals where the test gives them and nothing is read
  /// @param reads the signals that reading it must give, and no others; none where the test does
  ///   not ask
  /// @param ahead the days that reading it must note as ahead, and no others; none where the test
  ///   does not ask
  record Told(
      int line,
      Item item,
      Optional<List<SignalLine>> given,
      Optional<List<SignalLine>> reads,
      Optional<List<LocalDate>> ahead) {
    Told {
      ahead = ahead.map(List::copyOf);
      given = given.map(List::copyOf);
      reads = reads.map(List::copyOf);
    }
  }

  /// `rules/tests/exchange.yml:3: relief after a release is an exchange`.
  @Override
  public String toString() {
    return file + ":" + line + ": " + name;
  }
}
