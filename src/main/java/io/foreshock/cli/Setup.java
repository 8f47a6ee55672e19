package io.foreshock.cli;

import io.foreshock.config.Config;
import io.foreshock.config.ConfigFiles;
import io.foreshock.source.Problem;
import io.foreshock.store.Store;
import io.foreshock.workshop.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntBiFunction;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Option;

/// The options that name the files of an installation.
final class Setup {
  @Option(names = "--config", paramLabel = "FILE", description = "settings (${DEFAULT-VALUE})")
  private Path config = Path.of("foreshock.yml");

  @Option(names = "--feeds", paramLabel = "FILE", description = "feeds (${DEFAULT-VALUE})")
  private Path feeds = Path.of("feeds.yml");

  /// What became of opening them.
  sealed interface Opened {
    /// All can be used.
    record Ready(Config config, Rules rules) implements Opened {}

    /// Something is wrong.
    record Broken(List<Problem> problems) implements Opened {
      /// Copies the list.
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// The file of feeds.
  Path feeds() {
    return feeds;
  }

  /// Reads the settings alone.
  ConfigFiles.Loaded settings(Map<String, String> environment) {
    return ConfigFiles.read(config, feeds, environment);
  }

  /// Does something with the settings and the database, in one transaction; tells what is wrong
  /// with the settings instead. Returns the exit code.
  int with(
      Terminal terminal, Map<String, String> environment, ToIntBiFunction<Config, Handle> work) {
    return switch (settings(environment)) {
      case ConfigFiles.Loaded.Broken(_, var problems) -> terminal.tell(problems);
      case ConfigFiles.Loaded.Ready(var config) -> {
        try (var store = Store.open(config.store())) {
          int code = store.transaction(handle -> work.applyAsInt(config, handle));
          terminal.data().flush();
          yield code;
        }
      }
    };
  }

  /// Reads settings, feeds and rules; the problems of all three are told at once.
  Opened open(Map<String, String> environment) {
    return switch (settings(environment)) {
      case ConfigFiles.Loaded.Broken(var rules, var problems) -> {
        var all = new ArrayList<>(problems);
        all.addAll(problemsOf(Rules.open(rules)));
        yield new Opened.Broken(all);
      }
      case ConfigFiles.Loaded.Ready(var ready) ->
          switch (Rules.open(ready.rules())) {
            case Rules.Opened.Broken(var problems) -> new Opened.Broken(problems);
            case Rules.Opened.Ready(var rules) -> new Opened.Ready(ready, rules);
          };
    };
  }

  private static List<Problem> problemsOf(Rules.Opened opened) {
    return opened instanceof Rules.Opened.Broken(var problems)
        ? List.copyOf(new TreeSet<>(problems))
        : List.of();
  }
}
