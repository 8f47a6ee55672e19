package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Step;
import io.foreshock.signal.Factuality;
import io.foreshock.wording.Headline;
import io.foreshock.wording.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what led to an alert: in lines, and as a picture where there is enough to see.
///
/// A machine without fonts cannot draw; its letters have the lines alone, and its log says so once.
final class StoryTeller {
  private static final Logger LOG = LoggerFactory.getLogger(StoryTeller.class);
  private static final String EARLY_SIGN = "early-sign";
  private static final int TOLD_FROM = 2;
  private static final int DRAWN_FROM = 3;
  private static final int MOST_STEPS = 7;

  private final Words words;
  private final Headline headline;
  private final Timeline timeline;
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private boolean drawing = true;

  StoryTeller(Words words, ZoneId zone) {
    this.words = words;
    this.headline = new Headline(words);
    this.timeline = new Timeline(words.locale(), zone);
    this.zone = zone;
    this.day = DateTimeFormatter.ofPattern("d MMM yyyy", words.locale());
  }

  Sheet.Story of(Alert alert) {
    var steps = steps(alert);
    var title = words.say("section.story");
    if (steps.size() < TOLD_FROM) {
      return new Sheet.Story(title, List.of(), "", "");
    }
    var lines = steps.stream().map(step -> line(step, alert)).toList();
    var alt = words.say("story.alt", Map.of("steps", String.join("; ", lines)));
    return new Sheet.Story(title, lines, alt, picture(steps, alert));
  }

  /// The story of the alert and the steps of the development itself, one a day and kind of event:
  /// several reports of one step are one. The newest are kept, and the early sign always.
  private static List<Step> steps(Alert alert) {
    var steps = new LinkedHashMap<String, Step>();
    Stream.concat(alert.story().stream(), own(alert))
        .sorted(Comparator.comparing(Step::at))
        .forEach(step -> steps.merge(name(step), step, StoryTeller::fuller));
    var kept = new ArrayList<>(steps.values());
    while (kept.size() > MOST_STEPS) {
      kept.remove(kept.getFirst().role().equals(EARLY_SIGN) ? 1 : 0);
    }
    return kept;
  }

  /// The first report of each phase and degree of certainty, with the highest number of all.
  private static Stream<Step> own(Alert alert) {
    var first = new LinkedHashMap<String, Step>();
    for (var report : alert.reports()) {
      var signal = report.signal();
      first.merge(
          signal.type() + signal.phase() + signal.factuality(),
          new Step(report.time(), signal.type(), signal),
          (one, other) -> new Step(one.at(), one.role(), fuller(one, other).signal()));
    }
    return first.values().stream();
  }

  private static String name(Step step) {
    var day = step.at().truncatedTo(ChronoUnit.DAYS);
    var signal = step.signal();
    return day + signal.type() + signal.phase() + step.role().equals(EARLY_SIGN);
  }

  private static Step fuller(Step one, Step other) {
    return other.signal().count() > one.signal().count() ? other : one;
  }

  private String line(Step step, Alert alert) {
    return words.say("story.line", Map.of("date", day(step), "what", what(step, alert)));
  }

  private String day(Step step) {
    return day.format(step.at().atZone(zone));
  }

  /// `early sign: relief of sanctions, 17 days ahead`, `a release of prisoners, 52 people`.
  private String what(Step step, Alert alert) {
    var signal = step.signal();
    var role = "role." + step.role();
    var count = signal.count() > 0 ? ", " + headline.people(signal) : "";
    var sure =
        signal.factuality() == Factuality.ACTUAL || step.role().equals(EARLY_SIGN)
            ? ""
            : ", " + words.say("factuality." + signal.factuality().word());
    var told =
        (words.has(role) ? words.say(role) + ": " : "") + headline.signal(signal) + count + sure;
    long days = Duration.between(step.at(), alert.raised()).toDays();
    return step.role().equals(EARLY_SIGN) && days > 0
        ? told + ", " + words.say("story.ahead", Map.of("days", days))
        : told;
  }

  private String picture(List<Step> steps, Alert alert) {
    boolean oneMoment = steps.getFirst().at().equals(steps.getLast().at());
    if (!drawing || steps.size() < DRAWN_FROM || oneMoment) {
      return "";
    }
    var marks =
        steps.stream()
            .map(step -> new Timeline.Mark(step.at(), day(step), what(step, alert), tone(step)))
            .collect(Collectors.toList());
    try {
      return timeline.png(marks);
    } catch (RuntimeException | LinkageError | InternalError e) {
      drawing = false; // the JDK needs a font and fontconfig, which a bare server may lack
      LOG.warn(
          "no timelines in letters: this machine cannot draw text ({}); install a font, such as the"
              + " package fonts-dejavu-core",
          e.toString());
      return "";
    }
  }

  private static Timeline.Tone tone(Step step) {
    return switch (step.role()) {
      case EARLY_SIGN -> Timeline.Tone.SIGN;
      case "earlier" -> Timeline.Tone.EARLIER;
      default ->
          step.signal().factuality() == Factuality.ACTUAL
              ? Timeline.Tone.EVENT
              : Timeline.Tone.SIGN;
    };
  }
}
