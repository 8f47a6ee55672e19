package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Severity;
import io.foreshock.exit.Cap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Writes letters about several alerts: digests, what a quiet night kept back, what went beyond the
/// limit of an hour. A night's or an hour's single alert becomes a letter of its own.
final class Bundles {
  private final Drafts drafts;
  private final Scribe scribe;

  Bundles(Drafts drafts, Scribe scribe) {
    this.drafts = drafts;
    this.scribe = scribe;
  }

  /// Writes what is due for a reader; returns how many letters.
  int write(Handle handle, Recipient reader, Instant now) {
    var due = new GatheredTable(handle).due(reader.address(), now);
    return reader.rhythm().every() == Rhythm.Every.ALERT
        ? bundle(handle, reader, due)
        : digest(handle, reader, due, now);
  }

  private int bundle(Handle handle, Recipient reader, List<GatheredTable.Gathered> due) {
    if (due.isEmpty()) {
      return 0;
    }
    if (due.size() == 1) {
      var draft = drafts.of(due.getFirst().alert(), Cap.Status.ACTUAL, handle);
      Scribe.wentOut(handle, due, reader, scribe.write(handle, draft, reader));
      return 1;
    }
    write(handle, reader, due, due.getFirst().occasion(), scribe.now());
    return 1;
  }

  /// A digest is due once for each of its moments; what an outage made it miss is one letter.
  private int digest(
      Handle handle, Recipient reader, List<GatheredTable.Gathered> due, Instant now) {
    var table = new GatheredTable(handle);
    var moment = reader.rhythm().lastDigest(now);
    var written = table.lastDigest(reader.address());
    if (written.isEmpty()) {
      table.digestWritten(reader.address(), moment); // a new reader: the first digest is to come
    }
    boolean isTime = written.isPresent() && written.get().isBefore(moment);
    if (!isTime && due.isEmpty()) {
      return 0;
    }
    table.digestWritten(reader.address(), moment);
    if (due.isEmpty() && !reader.rhythm().evenIfNothing()) {
      return 0;
    }
    var occasion =
        reader.rhythm().every() == Rhythm.Every.DAY
            ? Recipient.Decision.Occasion.DAILY
            : Recipient.Decision.Occasion.WEEKLY;
    write(handle, reader, due, occasion, moment);
    return 1;
  }

  private void write(
      Handle handle,
      Recipient reader,
      List<GatheredTable.Gathered> due,
      Recipient.Decision.Occasion occasion,
      Instant moment) {
    var alerts = due.stream().map(GatheredTable.Gathered::alert).toList();
    var name =
        occasion
            + moment.toString()
            + alerts.stream()
                .map(each -> each.development() + "." + each.sequence())
                .collect(Collectors.joining(","));
    var severity =
        alerts.stream().map(Alert::severity).min(Comparator.naturalOrder()).orElse(Severity.MINOR);
    var letter = letter(reader, alerts, occasion, moment, severity);
    var id = scribe.bundle(handle, reader, name, letter, severity.word());
    Scribe.wentOut(handle, due, reader, id);
  }

  private Letter letter(
      Recipient reader,
      List<Alert> alerts,
      Recipient.Decision.Occasion occasion,
      Instant moment,
      Severity severity) {
    var writer = drafts.writer(reader);
    var words = writer.words();
    var entries = latest(alerts).stream().map(each -> entry(writer, each)).toList();
    var subject =
        words.say(
            "bundle.subject." + occasion,
            Map.of("count", entries.size(), "date", writer.day(moment)));
    var intro =
        words.say("bundle.intro." + occasion)
            + (entries.isEmpty() ? " " + words.say("bundle.none") : "");
    return new BundlePage(words, severity)
        .letter(subject, List.of(intro), entries, scribe.contact());
  }

  /// What is known of a development by now, and how many of its updates came with it.
  private record Latest(Alert alert, int updates) {}

  /// One entry a development, the worst first.
  private static List<Latest> latest(List<Alert> alerts) {
    var latest = new LinkedHashMap<String, Latest>();
    for (var alert : alerts) {
      latest.merge(
          alert.development(),
          new Latest(alert, alert.sequence() == 0 ? 0 : 1),
          (before, now) -> new Latest(now.alert(), before.updates() + 1));
    }
    var entries = new ArrayList<>(latest.values());
    entries.sort(Comparator.comparing(each -> each.alert().severity()));
    return entries;
  }

  private static BundlePage.Entry entry(Writer writer, Latest latest) {
    var alert = latest.alert();
    var words = writer.words();
    var first = alert.reports().getFirst();
    var updates = words.say("bundle.updates", Map.of("count", latest.updates()));
    return new BundlePage.Entry(
        writer.moment(alert.raised()),
        writer.headline().of(alert),
        writer.headline().certainty(alert) + (updates.isEmpty() ? "" : " · " + updates),
        writer.headline().kind(alert.kind())
            + " · "
            + words.say("severity." + alert.severity().name()),
        first.item().publisher().name() + ": " + first.item().title(),
        first.item().link());
  }
}
