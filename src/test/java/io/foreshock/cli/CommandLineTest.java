package io.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.alert.AlertTable;
import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import io.foreshock.mail.Samples;
import io.foreshock.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
  @TempDir private Path folder;

  private static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }

  private static final String RELEASE =
      """
      {"id":"1","lang":"en","published":"2025-12-13T09:00:00Z","publisher":"wire.example",\
      "link":"https://wire.example/1","title":"Belarus frees 123 political prisoners","summary":""}
      """;

  @Test
  void without_a_command_the_usage_is_told_and_the_code_is_two() {
    var result = Cli.run();

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.words()).contains("name a command").contains("demo");
  }

  @Test
  void an_unknown_option_is_wrong_usage() {
    assertThat(Cli.run("read", "--frobnicate").code()).isEqualTo(2);
  }

  /// All three are read in one run.
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Reading {
    @SuppressWarnings("NullAway.Init") // run before the first test
    private Cli result;

    @BeforeAll
    void run() {
      var quiet = "{\"id\":\"2\",\"lang\":\"en\",\"title\":\"Ten recipes for autumn\"}\n";
      result = Cli.runWith("{broken\n" + RELEASE + quiet, "read");
    }

    @Test
    void an_item_becomes_one_line_with_the_keys_of_the_contract() {
      var line = json(result.dataLines().getFirst());
      var signal = line.path("signals").path(0);

      assertThat(line.path("id").asString()).isEqualTo("1");
      assertThat(line.path("lang").asString()).isEqualTo("en");
      assertThat(signal.path("type").asString()).isEqualTo("prisoner-release");
      assertThat(signal.path("phase").asString()).isEqualTo("released");
      assertThat(signal.path("factuality").asString()).isEqualTo("actual");
      assertThat(signal.path("place").asString()).isEqualTo("BY");
      assertThat(signal.path("count").asInt()).isEqualTo(123);
      assertThat(signal.path("evidence").asString()).contains("frees");
      assertThat(signal.path("rule").asString()).isNotEmpty();
    }

    @Test
    void a_broken_line_is_told_and_the_others_are_read() {
      assertThat(result.dataLines()).hasSize(2);
      assertThat(result.words()).startsWith("standard input:1: no item");
      assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void an_item_that_reports_nothing_has_an_empty_list() {
      assertThat(json(result.dataLines().getLast()).path("signals")).isEmpty();
    }
  }

  @Nested
  class Replaying {
    @Test
    void alerts_come_as_lines_with_the_keys_of_the_contract() throws IOException {
      var items = Files.writeString(folder.resolve("items.jsonl"), RELEASE);

      var alert = json(Cli.run("replay", items.toString()).dataLines().getFirst());

      assertThat(alert.path("kind").asString()).isEqualTo("prisoner-release");
      assertThat(alert.path("key").asString()).isEqualTo("prisoner-release BY");
      assertThat(alert.path("certainty").asString()).isEqualTo("Observed");
      assertThat(alert.path("sequence").asInt()).isZero();
      assertThat(alert.path("raised").asString()).isEqualTo("2025-12-13T09:00:00Z");
      assertThat(alert.path("because").asString()).contains("wire.example");
      assertThat(alert.path("signals").path(0).path("link").asString())
          .isEqualTo("https://wire.example/1");
    }
  }

  @Nested
  class Explaining {
    @Test
    void a_headline_is_told_from_its_words_to_its_signal() {
      var told = Cli.run("explain", "--lang", "en", "Belarus frees 123 political prisoners").data();

      assertThat(told)
          .contains("prisoner “political prisoners”")
          .contains("Name       BY “Belarus”")
          .contains("Number     123")
          .contains("Rule       “Prisoners are freed”")
          .contains("Signal     prisoner-release released, actual, place BY, count 123");
    }

    @Test
    void silence_is_told_with_what_was_nearly_there() {
      assertThat(explained("Political prisoners write letters"))
          .contains("Almost     “Prisoners are freed”")
          .contains("lacks free or pardon")
          .contains("Signal     none");
    }

    @Test
    void a_denial_is_told_with_the_cue_that_makes_it_one() {
      assertThat(explained("Minsk denies it released political prisoners"))
          .contains("denied by “denies”")
          .contains("released, denied");
    }

    /// As the command prints it, on rules that are open already.
    private static String explained(String headline) {
      var at = Instant.parse("2025-12-13T10:00:00Z");
      var item =
          new Item(
              "1", Publisher.named("you"), Optional.of("en"), at, at, "", headline, "", 0, false);
      var bytes = new ByteArrayOutputStream();
      ExplainCommand.print(
          OurRules.reader().explain(item), new PrintStream(bytes, true, StandardCharsets.UTF_8));
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  @Nested
  class Checking {
    @Test
    void the_shipped_files_are_well() {
      var result = Cli.run("check");

      assertThat(result.words()).startsWith("All well: ");
      assertThat(result.code()).isZero();
    }

    @Test
    void a_rule_that_does_not_compile_is_told_with_file_and_line() throws IOException {
      var rules = fewRules();
      Files.writeString(
          rules.resolve("patterns/broken.drl"),
          "package patterns;\nrule \"Broken\"\nwhen\n  Nothing()\nthen\nend\n");

      var result = checkWith(rules);

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.words()).contains("broken.drl:").contains("Nothing");
    }

    @Test
    void a_word_with_two_contradictory_meanings_is_told() throws IOException {
      var rules = fewRules();
      Files.writeString(
          rules.resolve("lexicon/be.yml"),
          "language: be\nconcepts:\n  close: [зачыніць]\n  open: [зачыніць]\n");

      var result = checkWith(rules);

      assertThat(result.words())
          .contains("be.yml:4: \"зачыніць\" means open here and close in line 3");
    }

    @Test
    void an_unknown_concept_is_told_with_the_nearest_known_one() throws IOException {
      var rules = fewRules();
      Files.writeString(
          rules.resolve("lexicon/be.yml"), "language: be\nconcepts:\n  prisoneer: [вязень]\n");

      assertThat(checkWith(rules).words())
          .contains("be.yml:3: unknown concept \"prisoneer\"; did you mean \"prisoner\"?");
    }

    @Test
    void problems_of_settings_and_rules_are_told_together() throws IOException {
      var rules = fewRules();
      Files.writeString(rules.resolve("lexicon/be.yml"), "language: be\nconcept: {}\n");
      var settings =
          Files.writeString(folder.resolve("foreshock.yml"), "rulez: x\nrules: " + rules + "\n");

      var words = Cli.run("check", "--config", settings.toString()).words();

      assertThat(words).contains("unknown key \"rulez\"").contains("unknown key \"concept\"");
    }

    private Cli checkWith(Path rules) throws IOException {
      var settings = Files.writeString(folder.resolve("foreshock.yml"), "rules: " + rules + "\n");
      return Cli.run("check", "--config", settings.toString());
    }

    private Path fewRules() throws IOException {
      var copy = folder.resolve("rules");
      OurRules.copyFew(copy);
      return copy;
    }
  }

  @Nested
  class Parsing {
    @Test
    void a_feed_becomes_one_line() throws IOException {
      var feed =
          Files.writeString(
              folder.resolve("feed.xml"),
              "<rss version=\"2.0\"><channel><title>News</title><item><title>One</title>"
                  + "<pubDate>Sat, 13 Dec 2025 09:00:00 GMT</pubDate></item></channel></rss>");

      var line = json(Cli.run("parse", feed.toString()).data());

      assertThat(line.path("ok").asBoolean()).isTrue();
      assertThat(line.path("feed").path("title").asString()).isEqualTo("News");
      assertThat(line.path("entries").path(0).path("published_ms").asLong())
          .isEqualTo(1765616400000L);
    }

    @Test
    void what_is_no_feed_says_so() throws IOException {
      var page = Files.writeString(folder.resolve("page.html"), "not a feed at all");

      var line = json(Cli.run("parse", page.toString()).data());

      assertThat(line.path("ok").asBoolean()).isFalse();
      assertThat(line.path("error").asString()).isNotEmpty();
    }
  }

  @Nested
  class Alerts {
    private String[] with(String... arguments) throws IOException {
      var settings =
          Files.writeString(
              folder.resolve("foreshock.yml"),
              "store: {url: \"jdbc:sqlite:" + folder.resolve("x.db") + "\"}\n");
      var feeds = Files.writeString(folder.resolve("feeds.yml"), "feeds: []\n");
      return Stream.concat(
              Stream.of("alerts", "--config", settings.toString(), "--feeds", feeds.toString()),
              Stream.of(arguments))
          .toArray(String[]::new);
    }

    @Test
    void a_silence_needs_a_time_and_a_reason() throws IOException {
      assertThat(Cli.run(with("silence", "BY")).code()).isEqualTo(2);
    }

    @Test
    void a_silence_in_force_is_listed_with_its_reason() throws IOException {
      Cli.run(with("silence", "exchange BY", "--until", "7d", "--reason", "known since Friday"));

      assertThat(Cli.run(with("list")).words())
          .contains("silenced until 2025-12-20T10:00:00Z (exchange BY): known since Friday");
    }

    @Test
    void an_unknown_key_is_told() throws IOException {
      var result = Cli.run(with("show", "exchange XX"));

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.words()).contains("no alert \"exchange XX\"");
    }
  }

  @Nested
  class Mail {
    private String[] with(String... arguments) throws IOException {
      var url = "jdbc:sqlite:" + folder.resolve("x.db");
      var settings =
          Files.writeString(
              folder.resolve("foreshock.yml"),
              """
              store: {url: "%s"}
              recipients:
                - {address: anna@desk.example, language: pl}
                - {address: ben@desk.example, letters: daily, at: "08:00"}
                - {address: chris@desk.example, places: [UA]}
              """
                  .formatted(url));
      var feeds = Files.writeString(folder.resolve("feeds.yml"), "feeds: []\n");
      try (var store = Store.open(url)) {
        store.run(handle -> new AlertTable(handle).store(Samples.exchange(), Optional.empty()));
      }
      return Stream.concat(
              Stream.of("mail", "--config", settings.toString(), "--feeds", feeds.toString()),
              Stream.of(arguments))
          .toArray(String[]::new);
    }

    @Test
    void a_preview_tells_who_would_get_what_when_and_why_not() throws IOException {
      var result = Cli.run(with("preview", "exchange BY"));

      assertThat(result.code()).isZero();
      assertThat(result.words().lines())
          .anyMatch(line -> line.matches("anna@desk.example +now: Białoruś: 123 więźniów.*"))
          .anyMatch(line -> line.matches("ben@desk.example +with others at .*\\(daily\\).*"))
          .anyMatch(line -> line.matches("chris@desk.example +not: other place"));
    }

    @Test
    void a_preview_shows_the_letter_of_one_recipient_and_writes_its_page() throws IOException {
      var page = folder.resolve("page.html");

      var result =
          Cli.run(
              with(
                  "preview",
                  "exchange BY",
                  "--to",
                  "anna@desk.example",
                  "--html",
                  page.toString()));

      assertThat(result.data()).contains("NA CZYM SIĘ OPIERA");
      assertThat(page).content().contains("<h1", "data:image/png;base64,");
    }

    @Test
    void a_test_letter_waits_in_the_outbox() throws IOException {
      assertThat(Cli.run(with("test", "exchange BY", "ben@desk.example")).code()).isZero();
      assertThat(Cli.run(with("test", "exchange BY", "zoe@desk.example")).code()).isEqualTo(1);

      assertThat(Cli.run(with("outbox")).data()).contains("waiting", "ben@desk.example", "Test: ");
    }
  }
}
