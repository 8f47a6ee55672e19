package io.foreshock.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What a command printed and how it ended.
///
/// @param code its exit code
/// @param data what it wrote for programs
/// @param words what it wrote for people
record Cli(int code, String data, String words) {
  private static final Instant NOW = Instant.parse("2025-12-13T10:00:00Z");

  static Cli run(String... arguments) {
    return runWith("", arguments);
  }

  static Cli runWith(String input, String... arguments) {
    var data = new ByteArrayOutputStream();
    var words = new ByteArrayOutputStream();
    var terminal = Terminal.of(data, words);
    var stream = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int code =
        Main.commands(terminal, stream, InstantSource.fixed(NOW), Map.of()).execute(arguments);
    terminal.data().flush();
    return new Cli(
        code, data.toString(StandardCharsets.UTF_8), words.toString(StandardCharsets.UTF_8));
  }

  List<String> dataLines() {
    return data.lines().toList();
  }

  static List<String> commands() {
    var nothing = Terminal.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    var input = new ByteArrayInputStream(new byte[0]);
    return Main.commands(nothing, input, InstantSource.fixed(NOW), Map.of())
        .getSubcommands()
        .keySet()
        .stream()
        .toList();
  }
}
