package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import io.foreshock.exit.Cap;
import io.foreshock.wording.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What an alert says, written once for each language and zone, however many get it. One thread
/// only.
final class Drafts {
  private static final int MOST_WRITERS = 64;

  private final Cap cap;
  private final Map<Place, Writer> writers = new HashMap<>();

  Drafts(String sender) {
    this.cap = new Cap(sender);
  }

  private record Place(String language, ZoneId zone) {}

  /// The writer for a reader.
  Writer writer(Recipient reader) {
    var place = new Place(reader.language(), reader.rhythm().zone());
    if (writers.size() > MOST_WRITERS) {
      writers.clear();
    }
    return writers.computeIfAbsent(place, key -> new Writer(new Words(key.language()), key.zone()));
  }

  /// The drafts of an alert.
  Of of(Alert alert, Cap.Status status, Handle handle) {
    return new Of(alert, cap.document(alert, earlier(alert, handle), status));
  }

  private static Map<Integer, Instant> earlier(Alert alert, Handle handle) {
    var table = new AlertTable(handle);
    var earlier = new HashMap<Integer, Instant>();
    for (int sequence = 0; sequence < alert.sequence(); sequence++) {
      int number = sequence;
      table
          .find(alert.development(), sequence)
          .ifPresent(before -> earlier.put(number, before.raised()));
    }
    return earlier;
  }

  /// The drafts of one alert.
  final class Of {
    private final Alert alert;
    private final String document;
    private final Map<Writer, Sheet> sheets = new HashMap<>();

    private Of(Alert alert, String document) {
      this.alert = alert;
      this.document = document;
    }

    Alert alert() {
      return alert;
    }

    /// The alert as a CAP document.
    String document() {
      return document;
    }

    Letter letter(Recipient reader, String contact) {
      var writer = writer(reader);
      return letter(writer, writer.footer(alert, reader, contact));
    }

    /// The letter as a test: it says so before anything else.
    Letter test(Recipient reader, String contact) {
      var writer = writer(reader);
      var footer = writer.footer(alert, reader, contact);
      var words = writer.words();
      var letter =
          letter(
              writer,
              new Sheet.Footer(
                  words.say("test.notice"),
                  footer.title(),
                  footer.lines(),
                  footer.silence(),
                  footer.silenceWords()));
      return letter.under(words.say("test.subject", Map.of("headline", letter.subject())));
    }

    private Letter letter(Writer writer, Sheet.Footer footer) {
      return writer.letter(alert, sheets.computeIfAbsent(writer, one -> one.sheet(alert)), footer);
    }
  }
}
