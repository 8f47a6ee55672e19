package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Exit;
import io.foreshock.exit.Cap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down a letter for each recipient who wants the alert, in the alert's own transaction; or
/// lays the alert aside for a letter that comes later, with others. One thread at a time.
public final class Outbox implements Exit {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<Recipient> recipients;
  private final InstantSource clock;
  private final Drafts drafts;
  private final Scribe scribe;
  private final Bundles bundles;

  /// @param settings for Message-IDs and the sender
  public Outbox(List<Recipient> recipients, MailSettings settings, InstantSource clock) {
    this.recipients = List.copyOf(recipients);
    this.clock = clock;
    this.drafts = new Drafts(settings.from());
    this.scribe = new Scribe(settings.domain(), contact(recipients, settings), clock);
    this.bundles = new Bundles(drafts, scribe);
  }

  /// Where readers may write to: the first operator, else the sender's address.
  static String contact(List<Recipient> recipients, MailSettings settings) {
    return recipients.stream()
        .filter(Recipient::isOperator)
        .findFirst()
        .map(Recipient::address)
        .orElse(settings.from());
  }

  @Override
  public synchronized void take(Handle transaction, Alert alert) {
    var draft = drafts.of(alert, Cap.Status.ACTUAL, transaction);
    for (var recipient : recipients) {
      switch (decide(transaction, alert, recipient)) {
        case Recipient.Decision.Hold(var reason) ->
            LOG.debug("no letter to {} about {}: {}", recipient.address(), alert.key(), reason);
        case Recipient.Decision.Later later -> {
          LOG.debug("{} waits for {}: {}", alert.key(), recipient.address(), later);
          new GatheredTable(transaction).add(alert, recipient.address(), later);
        }
        case Recipient.Decision.Now() -> scribe.write(transaction, draft, recipient);
      }
    }
  }

  private Recipient.Decision decide(Handle transaction, Alert alert, Recipient recipient) {
    var now = clock.instant();
    var lastHour =
        recipient.rhythm().mostPerHour() == 0
            ? List.<Instant>of()
            : new OutboxTable(transaction).writtenSince(recipient.address(), now.minus(HOUR));
    return recipient.decide(alert, now, lastHour);
  }

  /// Writes the letters for which alerts were laid aside and whose time has come; returns how many.
  public synchronized int gather(Handle transaction) {
    var now = clock.instant();
    return recipients.stream()
        .mapToInt(recipient -> bundles.write(transaction, recipient, now))
        .sum();
  }

  /// What would become of an alert for each recipient, with the letter they would get at once.
  /// Nothing is written.
  public synchronized List<Preview> preview(Handle transaction, Alert alert) {
    var draft = drafts.of(alert, Cap.Status.ACTUAL, transaction);
    return recipients.stream()
        .map(recipient -> {
          var letter = draft.letter(recipient, scribe.contact());
          return new Preview(
              recipient,
              decide(transaction, alert, recipient),
              letter.subject(),
              letter.text(),
              letter.html(),
              letter.picture());
        })
        .toList();
  }

  /// What an alert would come to for a recipient.
  ///
  /// @param recipient who
  /// @param decision whether and when, and why
  /// @param subject of the letter
  /// @param text its plain part
  /// @param html its HTML part; it shows its picture by `cid:`
  /// @param picture PNG in Base64, or empty
  public record Preview(
      Recipient recipient,
      Recipient.Decision decision,
      String subject,
      String text,
      String html,
      String picture) {
    /// The HTML part with its picture inside, as a browser can show it.
    public String page() {
      return html.replace("cid:" + Page.PICTURE, "data:image/png;base64," + picture);
    }
  }

  /// Writes an alert as a test to one address, whatever its wishes; it says that it is a test.
  /// Returns false where the address is no recipient's.
  public synchronized boolean test(Handle transaction, Alert alert, String address) {
    var known = find(address);
    known.ifPresent(recipient ->
        scribe.test(transaction, drafts.of(alert, Cap.Status.TEST, transaction), recipient));
    return known.isPresent();
  }

  private Optional<Recipient> find(String address) {
    return recipients.stream().filter(each -> each.address().equals(address)).findFirst();
  }
}
