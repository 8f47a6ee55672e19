package io.foreshock.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.alert.Certainty;
import io.foreshock.feed.Feed;
import io.foreshock.feed.FeedSettings;
import io.foreshock.item.Side;
import io.foreshock.mail.MailSettings;
import io.foreshock.mail.Rhythm;
import io.foreshock.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {
  @TempDir private Path folder;

  private ConfigFiles.Loaded read(String settings, String feeds, Map<String, String> environment)
      throws IOException {
    var settingsFile = Files.writeString(folder.resolve("foreshock.yml"), settings);
    var feedsFile = Files.writeString(folder.resolve("feeds.yml"), feeds);
    return ConfigFiles.read(settingsFile, feedsFile, environment);
  }

  private Config ready(String settings, String feeds) throws IOException {
    return switch (read(
        settings,
        feeds,
        Map.of("SMTP_PASSWORD", "secret", "HOOK_SECRET", "a secret of a good length"))) {
      case ConfigFiles.Loaded.Ready(var config) -> config;
      case ConfigFiles.Loaded.Broken(_, var problems) -> throw new AssertionError(problems);
    };
  }

  private List<String> problems(String settings, String feeds) throws IOException {
    return switch (read(settings, feeds, Map.of())) {
      case ConfigFiles.Loaded.Ready(var config) -> throw new AssertionError(config);
      case ConfigFiles.Loaded.Broken(_, var problems) ->
          problems.stream().map(Problem::toString).map(this::relative).toList();
    };
  }

  private String relative(String problem) {
    return problem.replace(folder + "/", "");
  }

  @Test
  void empty_files_give_the_defaults() throws IOException {
    var config = ready("", "");

    assertThat(config.store()).isEqualTo("jdbc:sqlite:foreshock.db");
    assertThat(config.polling()).isEqualTo(FeedSettings.standard());
    assertThat(config.feeds()).isEmpty();
    assertThat(config.recipients()).isEmpty();
    assertThat(config.mail().tls()).isEqualTo(MailSettings.Tls.STARTTLS);
  }

  @Test
  void a_feed_says_who_publishes_it_and_where_that_publisher_stands() throws IOException {
    var config =
        ready(
            "",
            """
            feeds:
              - name: BelTA
                url: https://belta.by/rss
                publisher: belta.by
                family: Belarus state media
                side: state
                trusted: yes
                language: ru
                every: 30m
            """);

    var feed = config.feeds().getFirst();
    assertThat(feed.publisher().side()).isEqualTo(Side.STATE);
    assertThat(feed.publisher().family()).isEqualTo("Belarus state media");
    assertThat(feed.publisher().trusted()).isTrue();
    assertThat(feed.language()).contains("ru");
    assertThat(feed.rhythm()).isEqualTo(new Feed.Rhythm.Fixed(Duration.ofMinutes(30), false));
  }

  @Test
  void a_recipient_says_what_it_wants() throws IOException {
    var config =
        ready(
            """
            recipients:
              - address: anna@desk.example
                language: pl
                places: [BY, LT]
                certainty: likely
            """,
            "");

    var anna = config.recipients().getFirst();
    assertThat(anna.wishes().places()).containsExactlyInAnyOrder("BY", "LT");
    assertThat(anna.wishes().certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void a_password_comes_from_the_environment_and_is_never_printed() throws IOException {
    var config = ready("mail: {user: desk, password-variable: SMTP_PASSWORD}", "");

    assertThat(config.mail().login().orElseThrow().password()).isEqualTo("secret");
    assertThat(config.toString()).doesNotContain("secret");
  }

  @Test
  void a_password_variable_that_is_not_set_is_named() throws IOException {
    assertThat(problems("mail:\n  user: desk\n  password-variable: NOWHERE\n", ""))
        .containsExactly(
            "foreshock.yml:3: $NOWHERE is not set; put it into a file (password-file) or the"
                + " environment (password-variable)");
  }

  @Test
  void an_unknown_key_is_told_with_the_nearest_known_one() throws IOException {
    assertThat(problems("store:\n  ulr: jdbc:sqlite:x.db\n", ""))
        .containsExactly("foreshock.yml:2: unknown key \"ulr\"; did you mean \"url\"?");
  }

  @Test
  void an_unknown_key_near_to_none_lists_all_of_them() throws IOException {
    assertThat(problems("database: x\n", "").getFirst())
        .startsWith("foreshock.yml:1: unknown key \"database\"; use one of ")
        .contains("recipients");
  }

  @Test
  void a_key_that_stands_twice_is_told_with_its_line() throws IOException {
    assertThat(problems("store:\n  url: jdbc:sqlite:x.db\n  url: jdbc:sqlite:y.db\n", ""))
        .containsExactly(
            "foreshock.yml:3: the key \"url\" stands twice here; bring the two together; only one"
                + " can count");
  }

  @Test
  void a_word_that_is_no_duration_is_told_with_what_to_write() throws IOException {
    assertThat(
            problems(
                "", "feeds:\n  - url: https://a.example/\n    publisher: a\n    every: hourly\n"))
        .containsExactly("feeds.yml:4: \"hourly\" is not a duration; write 1h");
  }

  @Test
  void a_number_without_unit_is_no_duration() throws IOException {
    assertThat(problems("polling:\n  connect: 5\n", ""))
        .containsExactly(
            "foreshock.yml:2: \"5\" is not a duration; write its unit too: 5s, 5m, 5h or 5d");
  }

  @Test
  void a_feed_that_stands_twice_is_told_with_both_lines() throws IOException {
    var feeds =
        """
        feeds:
          - url: https://a.example/rss
            publisher: a.example
          - url: https://a.example/rss
            publisher: b.example
        """;

    assertThat(problems("", feeds))
        .containsExactly("feeds.yml:4: this feed stands in line 2 already; remove one of the two");
  }

  @Test
  void a_feed_without_address_or_publisher_is_told() throws IOException {
    assertThat(problems("", "feeds:\n  - name: A\n"))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).startsWith("feeds.yml:2: "));
  }

  @Test
  void an_address_that_is_not_on_the_web_is_refused() throws IOException {
    assertThat(problems("", "feeds:\n  - url: file:///etc/passwd\n    publisher: a\n"))
        .containsExactly("feeds.yml:2: \"file:///etc/passwd\" is no http or https address");
  }

  @Test
  void a_recipient_without_an_address_is_told() throws IOException {
    assertThat(problems("recipients:\n  - language: pl\n", ""))
        .containsExactly(
            "foreshock.yml:2: \"address\" is missing;"
                + " add an address, such as \"address: anna@desk.example\"");
  }

  @Test
  void a_language_without_letters_is_told_with_the_nearest() throws IOException {
    assertThat(problems("recipients:\n  - address: a@b.example\n    language: po\n", ""))
        .containsExactly("foreshock.yml:3: no letters in \"po\"; did you mean \"pl\"?");
  }

  @Test
  void a_severity_that_cap_does_not_know_is_told() throws IOException {
    assertThat(problems("recipients:\n  - address: a@b.example\n    severity: sever\n", ""))
        .containsExactly("foreshock.yml:3: \"sever\" is not known here; did you mean \"severe\"?");
  }

  @Test
  void all_problems_of_both_files_are_told_at_once() throws IOException {
    assertThat(problems("stor: x\n", "feed: []\n")).hasSize(2);
  }

  @Test
  void a_tab_in_the_indentation_is_named() throws IOException {
    assertThat(problems("store:\n\turl: x\n", "").getFirst()).contains("no tabs");
  }

  @Test
  void a_missing_file_is_named() {
    var loaded =
        ConfigFiles.read(folder.resolve("none.yml"), folder.resolve("feeds.yml"), Map.of());

    assertThat(loaded)
        .isInstanceOfSatisfying(
            ConfigFiles.Loaded.Broken.class,
            broken -> assertThat(broken.problems().getFirst().toString()).contains("no such file"));
  }

  @Test
  void the_files_that_are_shipped_are_well() {
    var loaded = ConfigFiles.read(Path.of("foreshock.yml"), Path.of("feeds.yml"), Map.of());

    assertThat(loaded)
        .isInstanceOfSatisfying(
            ConfigFiles.Loaded.Ready.class,
            ready -> assertThat(ready.config().feeds()).hasSizeGreaterThan(39));
  }

  @Test
  void every_default_that_the_shipped_file_comments_is_the_real_one() throws IOException {
    var commented = Files.readString(Path.of("foreshock.yml"));
    var setting = java.util.regex.Pattern.compile("(?m)^(  )?# ([a-z-]+: [^#\\n]*?)( +#.*)?$");
    var shipped = new StringBuilder();
    for (var line : commented.split("\n", -1)) {
      var found = setting.matcher(line);
      boolean login = line.contains("password") || line.contains("user: ");
      boolean list = line.startsWith("#   ") || line.contains("recipients:");
      shipped.append(found.matches() && !login && !list ? line.replaceFirst("# ", "") : line);
      shipped.append('\n');
    }

    assertThat(ready(shipped.toString(), "")).isEqualTo(ready("", ""));
  }

  @Test
  void a_recipient_says_when_it_wants_letters() throws IOException {
    var config =
        ready(
            """
            recipients:
              - address: anna@desk.example
                zone: Europe/Warsaw
                letters: weekly
                at: "7:30"
                on: friday
                even-if-nothing: yes
                quiet: "22:00-07:00"
                limit: 6
            """,
            "");

    assertThat(config.recipients().getFirst().rhythm())
        .isEqualTo(
            new Rhythm(
                ZoneId.of("Europe/Warsaw"),
                Rhythm.Every.WEEK,
                LocalTime.of(7, 30),
                DayOfWeek.FRIDAY,
                true,
                Optional.of(new Rhythm.Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0))),
                6));
  }

  @Test
  void a_rhythm_that_cannot_be_is_told_with_what_to_write() throws IOException {
    assertThat(
            problems(
                """
                recipients:
                  - address: anna@desk.example
                    zone: Europe/Warszawa
                    letters: hourly
                    at: noon
                    quiet: night
                """,
                ""))
        .satisfiesExactly(
            problem ->
                assertThat(problem)
                    .startsWith("foreshock.yml:3: \"Europe/Warszawa\" is no time zone")
                    .contains("Europe/Warsaw"),
            problem ->
                assertThat(problem).startsWith("foreshock.yml:4: \"hourly\" is not known here"),
            problem ->
                assertThat(problem)
                    .isEqualTo("foreshock.yml:5: \"noon\" is no time of day; write 07:00"),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "foreshock.yml:6: \"night\" is no span of hours; write \"22:00-07:00\""));
  }

  @Test
  void an_address_that_stands_twice_is_told() throws IOException {
    assertThat(
            problems("recipients:\n  - address: a@desk.example\n  - address: a@desk.example\n", ""))
        .containsExactly(
            "foreshock.yml:3: this address stands in line 2 already; put its wishes into one entry");
  }

  @Test
  void exits_and_the_heartbeat_are_read_and_their_secrets_are_not_printed() throws IOException {
    var config =
        ready(
            """
            exits:
              atom: alerts.atom
              cap-folder: cap
              webhooks:
                - url: https://desk.example/hook
                  secret-variable: HOOK_SECRET
            heartbeat:
              url: https://switch.example/ping
            """,
            "");

    assertThat(config.exits().hooks()).hasSize(1);
    assertThat(config.exits().atom()).contains(Path.of("alerts.atom"));
    assertThat(config.heartbeat()).isPresent();
    assertThat(config.toString()).doesNotContain("a secret of a good length");
  }

  @Test
  void a_webhook_in_the_open_is_refused() throws IOException {
    assertThat(
            problems(
                """
                exits:
                  webhooks:
                    - url: http://desk.example/hook
                      secret-variable: PATH
                """,
                ""))
        .anyMatch(problem -> problem.startsWith("foreshock.yml:"));
  }
}
