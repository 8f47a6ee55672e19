package io.foreshock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder with settings, no feeds and a database, and commands that are run in it.
///
/// @param folder where its files lie
/// @param url of its database
record Installation(Path folder, String url) {
  static Installation in(Path folder) throws IOException {
    var url = "jdbc:sqlite:" + folder.resolve("foreshock.db");
    Files.writeString(folder.resolve("foreshock.yml"), "store: {url: \"" + url + "\"}\n");
    Files.writeString(folder.resolve("feeds.yml"), "feeds: []\n");
    return new Installation(folder, url);
  }

  /// Runs a command, such as `rules scorecard`.
  Cli run(String command, String... arguments) {
    var files =
        Stream.of(
            "--config",
            folder.resolve("foreshock.yml").toString(),
            "--feeds",
            folder.resolve("feeds.yml").toString());
    return Cli.run(
        Stream.of(Stream.of(command.split(" ", -1)), files, Stream.of(arguments))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }
}
