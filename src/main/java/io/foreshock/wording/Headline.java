package io.foreshock.wording;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in a few words what an alert is about: what, where, who to whom, how many.
public final class Headline {
  private final Words words;

  /// In the language of these words.
  public Headline(Words words) {
    this.words = words;
  }

  /// One line, without how sure it is.
  public String of(Alert alert) {
    var headline = capital(words.say(key(alert), arguments(alert)));
    return alert.certainty() == Certainty.UNLIKELY
        ? words.say("headline.denied", Map.of("headline", headline))
        : headline;
  }

  /// One line that says how sure it is too.
  public String subject(Alert alert) {
    return words.say("subject", Map.of("headline", of(alert), "certainty", certainty(alert)));
  }

  /// How sure, and by whom: `confirmed by 4 publishers`, `one publisher so far`.
  public String certainty(Alert alert) {
    return restsOnParts(alert)
        ? words.say("certainty.PARTS", Map.of("count", fewest(alert)))
        : words.say(
            "certainty." + alert.certainty().name(),
            Map.of("count", vouching(alert), "planned", isAnnounced(alert) ? "yes" : "no"));
  }

  /// Whether it is a pattern of several events, each of which somebody must have reported as a
  /// fact: three publishers of one half do not confirm the other.
  public boolean restsOnParts(Alert alert) {
    return alert.certainty() == Certainty.OBSERVED && words.isOfParts(alert.kind());
  }

  /// How many independent publishers report the part that the fewest report.
  public static int fewest(Alert alert) {
    return alert.reports().stream()
        .filter(report -> report.signal().factuality() == Factuality.ACTUAL)
        .collect(
            Collectors.groupingBy(
                report -> report.signal().type(),
                Collectors.mapping(
                    report -> report.item().publisher().family(), Collectors.toSet())))
        .values()
        .stream()
        .mapToInt(Set::size)
        .min()
        .orElse(1);
  }

  /// How many independent publishers say what the alert says: of a fact, those that only announced
  /// it do not count.
  public static int vouching(Alert alert) {
    if (alert.certainty() != Certainty.OBSERVED) {
      return alert.publishers();
    }
    var others = families(alert, false);
    others.removeAll(families(alert, true));
    return Math.max(1, alert.publishers() - others.size());
  }

  private static Set<String> families(Alert alert, boolean actual) {
    return alert.reports().stream()
        .filter(report -> (report.signal().factuality() == Factuality.ACTUAL) == actual)
        .map(report -> report.item().publisher().family())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// Whether somebody reports it as decided for a day ahead.
  public static boolean isAnnounced(Alert alert) {
    return alert.reports().stream()
        .anyMatch(report -> report.signal().factuality() == Factuality.PLANNED);
  }

  private String key(Alert alert) {
    var kind = "headline." + alert.kind();
    var phase = kind + "." + about(alert).phase();
    boolean planned = alert.certainty() == Certainty.LIKELY && isAnnounced(alert);
    var candidates =
        planned
            ? Stream.of(phase + ".planned", phase, kind + ".planned", kind)
            : Stream.of(phase, kind);
    return candidates.filter(words::has).findFirst().orElse("headline.other");
  }

  /// The signal that says what the alert is about now: the latest that is not denied.
  private static Signal about(Alert alert) {
    return alert.reports().reversed().stream()
        .map(Report::signal)
        .filter(signal -> signal.factuality() != Factuality.DENIED)
        .findFirst()
        .orElseGet(() -> alert.reports().getLast().signal());
  }

  private Map<String, Object> arguments(Alert alert) {
    var actor = known(alert, alert.actor(), Signal::actor);
    var target = known(alert, alert.target(), Signal::target);
    var arguments = new HashMap<String, Object>();
    names(arguments, "actor", actor);
    names(arguments, "target", target);
    names(arguments, "place", alert.place().isEmpty() ? firstOf(actor, target) : alert.place());
    arguments.put("subject", subject(alert.place(), actor, target));
    arguments.put("signal", signal(about(alert)));
    arguments.put("kind", kind(alert.kind()));
    var count = count(alert);
    arguments.put("count", count.number());
    arguments.put("exactly", exactly(count));
    return arguments;
  }

  private void names(Map<String, Object> arguments, String role, String code) {
    arguments.put(role, words.place(code));
    arguments.put(role + "_of", words.place(code, "of"));
    arguments.put(role + "_with", words.place(code, "with"));
    arguments.put(role + "_number", words.number(code));
  }

  /// A party that the alert leaves out, but all its reports that name one agree upon.
  private static String known(Alert alert, String code, Function<Signal, String> party) {
    if (!code.isEmpty()) {
      return code;
    }
    var said =
        alert.reports().stream()
            .map(report -> party.apply(report.signal()))
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    return said.size() == 1 ? said.getFirst() : "";
  }

  private static String firstOf(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private String subject(String place, String actor, String target) {
    var parties =
        Stream.of(actor, target).filter(code -> !code.isEmpty()).map(words::place).toList();
    return parties.isEmpty() ? words.place(place) : String.join(" – ", parties);
  }

  /// The highest number that a report vouches for.
  public static Count count(Alert alert) {
    return highest(alert.reports());
  }

  /// The highest number that one of these reports vouches for, as exactly as one says it.
  public static Count highest(List<Report> reports) {
    return reports.stream()
        .map(Report::signal)
        .filter(signal -> signal.factuality() != Factuality.DENIED)
        .map(Count::of)
        .max(Comparator.naturalOrder())
        .orElse(Count.NONE);
  }

  /// What goes before a number that was not said exactly: `at least `; else empty.
  public String exactly(Count count) {
    return words.say("exactly", Map.of("exactness", count.exactness().word()));
  }

  /// The name of a pattern.
  public String kind(String kind) {
    var key = "kind." + kind;
    return words.has(key) ? words.say(key) : kind.replace('-', ' ');
  }

  /// A signal in words.
  public String signal(Signal signal) {
    var key = "signal." + signal.type() + "." + signal.phase();
    return words.has(key)
        ? words.say(key)
        : words.say("signal.other", Map.of("type", signal.type(), "phase", signal.phase()));
  }

  /// Where a signal is, or who does it to whom; empty where neither is known.
  public String parties(Signal signal) {
    if (!signal.actor().isEmpty() && !signal.target().isEmpty()) {
      return words.place(signal.actor()) + " → " + words.place(signal.target());
    }
    return Stream.of(signal.place(), signal.target(), signal.actor())
        .filter(code -> !code.isEmpty())
        .findFirst()
        .map(words::place)
        .orElse("");
  }

  /// How many people a signal speaks of: `at least 100 people`.
  public String people(Signal signal) {
    var count = Count.of(signal);
    return words.say("story.count", Map.of("count", count.number(), "exactly", exactly(count)));
  }

  /// A signal with all that was understood of it.
  public String understood(Signal signal) {
    return words.say("understood", details(signal));
  }

  /// The same for the first lines of a letter, with the day on which it was told; that something is
  /// a fact goes without saying there.
  public String step(Signal signal, String day) {
    var details = new HashMap<>(details(signal));
    details.put("date", day);
    return words.say("lead.STEP", details);
  }

  private Map<String, Object> details(Signal signal) {
    return Map.of(
        "signal",
        signal(signal),
        "parties",
        parties(signal),
        "where",
        parties(signal).isEmpty() ? "none" : "some",
        "counted",
        signal.count() > 0 ? "some" : "none",
        "people",
        people(signal),
        "sure",
        signal.factuality().word(),
        "factuality",
        words.say("factuality." + signal.factuality().word()));
  }

  /// The same with a capital at its beginning.
  public String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1);
  }
}
