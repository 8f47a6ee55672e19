package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Exit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down a letter for each recipient who wants the alert, in the alert's own transaction.
public final class Outbox implements Exit {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int HASH_LENGTH = 12;

  private final List<Recipient> recipients;
  private final String domain;
  private final InstantSource clock;
  private final Map<String, Writer> writers = new HashMap<>();

  /// @param domain right-hand side of Message-IDs
  public Outbox(List<Recipient> recipients, String domain, InstantSource clock) {
    this.recipients = List.copyOf(recipients);
    this.domain = domain;
    this.clock = clock;
    recipients.forEach(each ->
        writers.computeIfAbsent(each.language(), language -> new Writer(new Words(language))));
  }

  @Override
  public void take(Handle transaction, Alert alert) {
    var table = new OutboxTable(transaction);
    for (var recipient : recipients) {
      switch (recipient.decide(alert)) {
        case Recipient.Decision.Hold(var reason) ->
            LOG.debug("no letter to {} about {}: {}", recipient.address(), alert.key(), reason);
        case Recipient.Decision.Send() -> write(table, alert, recipient);
      }
    }
  }

  private void write(OutboxTable table, Alert alert, Recipient recipient) {
    var writer = java.util.Objects.requireNonNull(writers.get(recipient.language()));
    var letter = writer.write(alert);
    var id = messageId(alert, recipient);
    var root = table.root(alert.development(), recipient.address());
    var threaded =
        root.map(first -> new Letter(first.subject(), letter.text(), letter.html())).orElse(letter);
    table.add(
        new OutboxTable.Waiting(
            id,
            root.map(OutboxTable.Root::messageId).orElse(id),
            alert.development(),
            alert.sequence(),
            recipient.address(),
            recipient.language(),
            alert.kind(),
            alert.severity().word(),
            threaded,
            clock.instant(),
            0));
  }

  /// Follows from development, sequence and recipient, so that a repeat is recognised (RFC 5322,
  /// 3.6.4).
  private String messageId(Alert alert, Recipient recipient) {
    return "<%s.%d.%s@%s>"
        .formatted(alert.development(), alert.sequence(), hash(recipient.address()), domain);
  }

  private static String hash(String address) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(address.getBytes(StandardCharsets.UTF_8)))
          .substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
