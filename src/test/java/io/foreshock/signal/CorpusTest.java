package io.foreshock.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Floors under what the reader finds in the labelled corpus, so that no edit of a lexicon lowers
/// it unnoticed. Raise a floor when the figure has risen for good.
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static Reader reader = item -> Read.NOTHING;

  @BeforeAll
  static void open() {
    reader = OurRules.RULES.reader();
  }

  @ParameterizedTest(name = "{0} finds enough and says little that is wrong")
  @CsvSource({
    "pl, 0.92, 0.90",
    "en, 0.79, 0.87",
    "ru, 0.85, 0.90",
    "uk, 0.86, 0.88",
    "be, 0.82, 0.90",
    "lt, 0.93, 0.93",
    "de, 0.85, 0.93"
  })
  void a_language_keeps_its_floor(String language, double f1, double precision) {
    var score = score(language);
    assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(f1);
    assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(precision);
  }

  @Test
  void items_that_report_nothing_stay_silent() {
    int silent = 0;
    int alarms = 0;
    for (var language : List.of("pl", "en", "ru", "uk", "be", "lt", "de")) {
      for (var line : lines(language)) {
        if (line.path("expect").isEmpty()) {
          silent++;
          alarms += reader.read(item(line)).signals().isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(alarms / (double) silent).isLessThanOrEqualTo(0.04);
  }

  /// Parties of talks, truces and swaps may stand in any order.
  @ParameterizedTest(name = "{0} is right often enough")
  @CsvSource({
    "factuality, 0.90",
    "place, 0.88",
    "actor, 0.83",
    "target, 0.85",
    "count, 0.95",
    "date, 0.72"
  })
  void what_is_told_of_a_signal_keeps_its_floor(String field, double floor) {
    int asked = 0;
    int right = 0;
    for (var language : List.of("pl", "en", "ru", "uk", "be", "lt", "de")) {
      for (var line : lines(language)) {
        var found = reader.read(item(line)).signals();
        for (var wanted : line.path("expect")) {
          var same =
              found.stream()
                  .filter(each -> each.type().equals(wanted.path("type").asString()))
                  .filter(each -> each.phase().equals(wanted.path("phase").asString()))
                  .toList();
          if (wanted.has(field) && !same.isEmpty()) {
            asked++;
            var value = wanted.path(field).asString();
            right += same.stream().anyMatch(each -> told(each, field).contains(value)) ? 1 : 0;
          }
        }
      }
    }
    assertThat(right / (double) asked).isGreaterThanOrEqualTo(floor);
  }

  private static List<String> told(Signal signal, String field) {
    boolean pair =
        List.of("talks", "ceasefire").contains(signal.type()) || signal.phase().equals("swapped");
    var parties = List.of(signal.actor(), signal.target());
    return switch (field) {
      case "factuality" -> List.of(signal.factuality().word());
      case "place" -> List.of(signal.place());
      case "actor" -> pair ? parties : List.of(signal.actor());
      case "target" -> pair ? parties : List.of(signal.target());
      case "count" -> List.of(String.valueOf(signal.count()));
      case "date" -> signal.date().map(LocalDate::toString).stream().toList();
      default -> throw new IllegalArgumentException(field);
    };
  }

  /// How many signals were found, missed and made up, by type and phase.
  private record Score(int found, int missed, int extra) {
    double precision() {
      return found / (double) Math.max(1, found + extra);
    }

    double f1() {
      return 2.0 * found / Math.max(1, 2 * found + missed + extra);
    }
  }

  private static Score score(String language) {
    int found = 0;
    int missed = 0;
    int extra = 0;
    for (var line : lines(language)) {
      var rest = new ArrayList<String>();
      reader.read(item(line)).signals().forEach(each -> rest.add(each.type() + each.phase()));
      for (var wanted : line.path("expect")) {
        var event = wanted.path("type").asString() + wanted.path("phase").asString();
        if (rest.remove(event)) {
          found++;
        } else {
          missed++;
        }
      }
      extra += rest.size();
    }
    return new Score(found, missed, extra);
  }

  private static List<JsonNode> lines(String language) {
    try (var lines = Files.lines(CORPUS.resolve("dev-" + language + ".jsonl"))) {
      return lines.map(JsonMapper.shared()::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Item item(JsonNode line) {
    var at = Instant.parse(line.path("published").asString());
    return new Item(
        line.path("id").asString(),
        Publisher.named("corpus"),
        Optional.of(line.path("lang").asString()),
        at,
        at,
        "",
        line.path("title").asString(),
        line.path("summary").asString(),
        0,
        false);
  }
}
