package io.foreshock.mail;

import io.foreshock.alert.Severity;
import io.foreshock.wording.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Letters to the operators about Foreshock itself.
public final class Notices {
  private final List<Recipient> operators;
  private final Scribe scribe;
  private final String contact;

  /// @param recipients of whom the operators are told
  /// @param settings for Message-IDs
  public Notices(List<Recipient> recipients, MailSettings settings, InstantSource clock) {
    this.operators = recipients.stream().filter(Recipient::isOperator).toList();
    this.contact = Outbox.contact(recipients, settings);
    this.scribe = new Scribe(settings.domain(), contact, clock);
  }

  /// Tells that a letter is undeliverable; a letter that tells of such a letter tells nobody.
  void undeliverable(Handle handle, OutboxTable.Waiting letter, String reason) {
    if (letter.kind().equals(OutboxTable.NOTICE)) {
      return;
    }
    var arguments =
        Map.of("address", letter.address(), "subject", letter.letter().subject(), "reason", reason);
    for (var operator : operators) {
      if (!operator.address().equals(letter.address())) {
        var words = new Words(operator.language());
        write(
            handle,
            operator,
            "undeliverable " + letter.messageId(),
            words.say("undeliverable.subject", arguments),
            List.of(words.say("undeliverable.text", arguments)),
            Severity.MODERATE);
      }
    }
  }

  /// Tells every operator what happened to feeds, rules or exits, once for each name.
  ///
  /// @param name what makes it this letter and no other
  /// @param lines the text, one thing a line
  /// @param more where more is to be seen: a sentence
  public void tell(Handle handle, String name, String subject, List<String> lines, String more) {
    var paragraphs = new ArrayList<String>();
    lines.forEach(line -> paragraphs.add("– " + line));
    paragraphs.add(more);
    operators.forEach(
        operator -> write(handle, operator, name, subject, paragraphs, Severity.MINOR));
  }

  private void write(
      Handle handle,
      Recipient operator,
      String name,
      String subject,
      List<String> paragraphs,
      Severity severity) {
    var words = new Words(operator.language());
    var letter = new BundlePage(words, severity).letter(subject, paragraphs, List.of(), contact);
    scribe.notice(handle, operator, name, letter, severity.word());
  }

  /// Tells every operator the same in their own language, once for each name.
  ///
  /// @param name what makes it this letter and no other, e.g. `daily 2025-12-13`
  /// @param report what to say
  public void tell(Handle handle, String name, DailyReport report) {
    for (var operator : operators) {
      var letter = new DailyPage(new Words(operator.language())).letter(report);
      scribe.notice(handle, operator, name, letter, report.isWell() ? "Minor" : "Moderate");
    }
  }

  /// Whether there is anybody to tell.
  public boolean hasOperators() {
    return !operators.isEmpty();
  }
}
