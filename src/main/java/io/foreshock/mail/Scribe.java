package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.wording.Headline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Writes letters into the outbox, with their Message-IDs and threads.
///
/// A Message-ID follows from what the letter is about and its recipient (RFC 5322, 3.6.4), so that
/// a letter handed over twice is recognised. Within a thread every letter refers to the first one,
/// under the first one's subject: what has changed stands in its first lines.
final class Scribe {
  private static final int SHORT = 12;

  private final String domain;
  private final String contact;
  private final InstantSource clock;

  Scribe(String domain, String contact, InstantSource clock) {
    this.domain = domain;
    this.contact = contact;
    this.clock = clock;
  }

  String contact() {
    return contact;
  }

  /// The letter of an alert; returns its Message-ID.
  String write(Handle handle, Drafts.Of draft, Recipient reader) {
    var alert = draft.alert();
    var table = new OutboxTable(handle);
    var id = id(alert.development() + "." + alert.sequence(), reader);
    var first = table.root(alert.development(), reader.address());
    var letter = draft.letter(reader, contact);
    var root =
        first
            .map(OutboxTable.Root::messageId)
            .or(() -> new GatheredTable(handle).firstTold(alert.development(), reader.address()))
            .orElse(id);
    table.add(
        waiting(
            id,
            root,
            reader,
            alert,
            first.map(one -> letter.under(one.subject())).orElse(letter),
            draft.document()));
    return id;
  }

  /// A test letter: a thread of its own, new each time.
  void test(Handle handle, Drafts.Of draft, Recipient reader) {
    var now = clock.instant();
    var id = id("test." + draft.alert().development() + "." + now.toEpochMilli(), reader);
    var about = draft.alert();
    new OutboxTable(handle)
        .add(
            new OutboxTable.Waiting(
                id,
                id,
                "test-" + now.toEpochMilli(),
                0,
                reader.address(),
                reader.language(),
                about.kind(),
                about.severity().word(),
                headers(about) + "X-Foreshock-Test: yes\n",
                draft.test(reader, contact),
                draft.document(),
                now,
                0));
  }

  private OutboxTable.Waiting waiting(
      String id, String root, Recipient reader, Alert alert, Letter letter, String document) {
    return new OutboxTable.Waiting(
        id,
        root,
        alert.development(),
        alert.sequence(),
        reader.address(),
        reader.language(),
        alert.kind(),
        alert.severity().word(),
        headers(alert),
        letter,
        document,
        clock.instant(),
        0);
  }

  private static String headers(Alert alert) {
    return """
    X-Foreshock-Alert: %s.%d
    X-Foreshock-Key: %s
    X-Foreshock-Change: %s
    X-Foreshock-Certainty: %s
    X-Foreshock-Publishers: %d
    X-Foreshock-Count: %d
    X-Foreshock-Rules: %s
    """
        .formatted(
            alert.development(),
            alert.sequence(),
            alert.key().replaceAll("[^\\x20-\\x7E]", "?"),
            alert.change().name(),
            alert.certainty().word(),
            alert.publishers(),
            Headline.count(alert).number(),
            alert.rules());
  }

  /// A letter about several alerts; returns its Message-ID.
  ///
  /// @param name what makes it this letter and no other
  String bundle(Handle handle, Recipient reader, String name, Letter letter, String severity) {
    var hash = Hash.of(name);
    var id = id("bundle." + hash, reader);
    add(handle, id, "bundle-" + hash, reader, "bundle", severity, letter);
    return id;
  }

  /// A letter to an operator about Foreshock itself.
  void notice(Handle handle, Recipient operator, String name, Letter letter, String severity) {
    var hash = Hash.of(name);
    add(
        handle,
        id("notice." + hash, operator),
        "notice-" + hash,
        operator,
        OutboxTable.NOTICE,
        severity,
        letter);
  }

  private void add(
      Handle handle,
      String id,
      String about,
      Recipient reader,
      String kind,
      String severity,
      Letter letter) {
    new OutboxTable(handle)
        .add(
            new OutboxTable.Waiting(
                id,
                id,
                about,
                0,
                reader.address(),
                reader.language(),
                kind,
                severity,
                "",
                letter,
                "",
                clock.instant(),
                0));
  }

  private String id(String name, Recipient reader) {
    return "<%s.%s@%s>".formatted(name, Hash.of(reader.address()).substring(0, SHORT), domain);
  }

  /// Notes that alerts went out in a letter.
  static void wentOut(
      Handle handle, List<GatheredTable.Gathered> alerts, Recipient reader, String id) {
    var table = new GatheredTable(handle);
    alerts.forEach(each -> table.wentOut(each.alert(), reader.address(), id));
  }

  Instant now() {
    return clock.instant();
  }
}
