package io.foreshock.config;

import io.foreshock.source.Entry;
import io.foreshock.source.Problem;
import io.foreshock.source.YamlFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `foreshock.yml` and `feeds.yml`; all that is wrong in them is told at once.
public final class ConfigFiles {
  private static final Duration KEEP = Duration.ofDays(120);

  private ConfigFiles() {}

  /// What became of reading them.
  public sealed interface Loaded {
    /// They can be used.
    record Ready(Config config) implements Loaded {}

    /// They cannot.
    ///
    /// @param rules the rules folder that they name all the same
    /// @param problems all that is wrong
    record Broken(Path rules, List<Problem> problems) implements Loaded {
      /// Copies the list.
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads both files.
  ///
  /// @param settings usually `foreshock.yml`
  /// @param feeds usually `feeds.yml`
  /// @param environment where passwords may stand: usually `System.getenv()`
  public static Loaded read(Path settings, Path feeds, Map<String, String> environment) {
    var problems = new ArrayList<Problem>();
    var root = new Section(open(settings, problems), problems);
    root.of(
        "store",
        "rules",
        "keep-items",
        "keep-letters",
        "polling",
        "mail",
        "recipients",
        "exits",
        "heartbeat");
    var polling = new PollingSection(root.section("polling")).read();
    var mail = new MailSection(root.section("mail"), environment);
    var letters = mail.read();
    var exits = new ExitsSection(root.section("exits"), environment);
    var config =
        new Config(
            root.section("store").of("url").text("url", "jdbc:sqlite:foreshock.db"),
            Path.of(root.text("rules", "rules")),
            root.duration("keep-items", KEEP),
            root.duration("keep-letters", KEEP),
            polling,
            new FeedsSection(new Section(open(feeds, problems), problems)).read(),
            letters,
            new RecipientsSection(root.sections("recipients")).read(),
            exits.read(letters.from()),
            new HeartbeatSection(root.section("heartbeat")).read());
    return problems.isEmpty()
        ? new Loaded.Ready(config)
        : new Loaded.Broken(config.rules(), problems);
  }

  private static Optional<Entry> open(Path file, List<Problem> problems) {
    return switch (YamlFile.read(file)) {
      case YamlFile.Read(var root) -> root;
      case YamlFile.Unreadable(var found) -> {
        problems.addAll(found);
        yield Optional.empty();
      }
    };
  }
}
