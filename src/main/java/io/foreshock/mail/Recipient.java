package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.alert.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Who gets letters, which, and when.
///
/// @param address as in RFC 5322, `local@domain`
/// @param language ISO 639-1 code of a letter bundle: `en` or `pl`
/// @param wishes which alerts
/// @param rhythm when
/// @param isOperator whether outages and undeliverable letters are told to this address
public record Recipient(
    String address, String language, Wishes wishes, Rhythm rhythm, boolean isOperator) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String FOR_OPERATORS = "feed-silent";

  /// Refuses an address without an at sign or with a line break.
  public Recipient {
    if (!address.matches("[^\\s@<>\"\\p{Cntrl}]+@[^\\s@<>\"\\p{Cntrl}]+")) {
      throw new IllegalArgumentException("\"" + address + "\" is no mail address");
    }
  }

  /// One who wants a letter for each alert at once.
  public Recipient(
      String address,
      String language,
      Set<String> places,
      Set<String> kinds,
      Severity severity,
      Certainty certainty,
      boolean isOperator) {
    this(
        address,
        language,
        new Wishes(places, kinds, severity, certainty),
        Rhythm.atOnce(),
        isOperator);
  }

  /// Whether and when an alert goes to this recipient, and why.
  ///
  /// @param now the time of the decision
  /// @param lastHour when letters to this address were written within the last hour, oldest first
  Decision decide(Alert alert, Instant now, List<Instant> lastHour) {
    if (alert.kind().equals(FOR_OPERATORS) && !isOperator) {
      return new Decision.Hold(Decision.Reason.FOR_OPERATORS);
    }
    var against = wishes.against(alert);
    if (against.isPresent()) {
      return new Decision.Hold(Decision.Reason.valueOf(against.get().name()));
    }
    return alert.severity() == Severity.EXTREME ? new Decision.Now() : when(now, lastHour);
  }

  private Decision when(Instant now, List<Instant> lastHour) {
    if (rhythm.every() != Rhythm.Every.ALERT) {
      var occasion =
          rhythm.every() == Rhythm.Every.DAY ? Decision.Occasion.DAILY : Decision.Occasion.WEEKLY;
      return new Decision.Later(rhythm.nextDigest(now), occasion);
    }
    var quiet = rhythm.quietUntil(now);
    if (quiet.isPresent()) {
      return new Decision.Later(quiet.get(), Decision.Occasion.QUIET_HOURS);
    }
    int most = rhythm.mostPerHour();
    return most == 0 || lastHour.size() < most
        ? new Decision.Now()
        : new Decision.Later(
            lastHour.get(lastHour.size() - most).plus(HOUR), Decision.Occasion.LIMIT);
  }

  /// Whether somebody gets a letter, when, and why (not).
  public sealed interface Decision {
    /// A letter of its own, at once.
    record Now() implements Decision {}

    /// With others, in one letter, when its time has come.
    record Later(Instant due, Occasion occasion) implements Decision {}

    /// Not at all.
    record Hold(Reason reason) implements Decision {}

    /// Why alerts are gathered in one letter.
    enum Occasion {
      /// The recipient wants one letter a day.
      DAILY,
      /// The recipient wants one letter a week.
      WEEKLY,
      /// It is the recipient's night.
      QUIET_HOURS,
      /// The recipient has had as many letters this hour as they want.
      LIMIT
    }

    /// Why a letter is not written.
    enum Reason {
      /// The recipient does not want this kind.
      OTHER_KIND,
      /// The recipient watches other places.
      OTHER_PLACE,
      /// Below the least severity.
      LESS_SEVERE,
      /// Below the least certainty.
      LESS_CERTAIN,
      /// It is about Foreshock itself, and the recipient is no operator.
      FOR_OPERATORS
    }
  }
}
