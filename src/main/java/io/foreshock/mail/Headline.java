package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.signal.Signal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Says in a few words what an alert is about.
final class Headline {
  private final Words words;

  Headline(Words words) {
    this.words = words;
  }

  String of(Alert alert) {
    var signal = alert.reports().getLast().signal();
    var arguments = arguments(alert, signal);
    var key =
        Stream.of(
                "headline." + alert.kind() + "." + signal.phase(),
                "headline." + alert.kind(),
                "headline.other")
            .filter(words::has)
            .findFirst()
            .orElseThrow();
    return capital(words.say(key, arguments));
  }

  private Map<String, Object> arguments(Alert alert, Signal signal) {
    var arguments = new LinkedHashMap<String, Object>();
    arguments.put("place", place(alert));
    arguments.put("actor", named(alert.actor()));
    arguments.put("target", named(alert.target()));
    arguments.put("subject", subject(alert));
    arguments.put("signal", signal(signal));
    arguments.put("kind", alert.kind());
    arguments.put("count", count(alert));
    return arguments;
  }

  private String named(String code) {
    return code.isEmpty() ? "?" : words.place(code);
  }

  private String place(Alert alert) {
    return alert.place().isEmpty() ? subject(alert) : words.place(alert.place());
  }

  private String subject(Alert alert) {
    var parties =
        Stream.of(alert.actor(), alert.target())
            .filter(code -> !code.isEmpty())
            .map(words::place)
            .toList();
    return parties.isEmpty() ? named(alert.place()) : String.join(" – ", parties);
  }

  /// The highest number that a report vouches for.
  private static int count(Alert alert) {
    return alert.reports().stream().mapToInt(report -> report.signal().count()).max().orElse(0);
  }

  /// A signal in words.
  String signal(Signal signal) {
    var key = "signal." + signal.type() + "." + signal.phase();
    return words.has(key)
        ? words.say(key)
        : words.say("signal.other", Map.of("type", signal.type(), "phase", signal.phase()));
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
