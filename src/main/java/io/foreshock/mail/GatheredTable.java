package io.foreshock.mail;

import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Alerts in the database that wait to go out with others in one letter.
final class GatheredTable {
  private final Handle handle;

  /// In a transaction of the caller's.
  GatheredTable(Handle handle) {
    this.handle = handle;
  }

  /// An alert that waits.
  record Gathered(Alert alert, Recipient.Decision.Occasion occasion) {}

  /// Lays an alert aside, once.
  void add(Alert alert, String address, Recipient.Decision.Later later) {
    handle
        .createUpdate(
            """
            INSERT INTO gathered (development, sequence, address, occasion, due, message_id)
            VALUES (:development, :sequence, :address, :occasion, :due, '') ON CONFLICT DO NOTHING
            """)
        .bind("development", alert.development())
        .bind("sequence", alert.sequence())
        .bind("address", address)
        .bind("occasion", later.occasion().name())
        .bind("due", later.due().toEpochMilli())
        .execute();
  }

  /// What is due for an address, in the order in which it was raised.
  List<Gathered> due(String address, Instant now) {
    var alerts = new AlertTable(handle);
    return handle
        .createQuery(
            """
            SELECT development, sequence, occasion FROM gathered
            WHERE address = :address AND message_id = '' AND due <= :now
            """)
        .bind("address", address)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> {
          var occasion = Recipient.Decision.Occasion.valueOf(row.getString("occasion"));
          return alerts
              .find(row.getString("development"), row.getInt("sequence"))
              .map(alert -> new Gathered(alert, occasion));
        })
        .stream()
        .flatMap(Optional::stream)
        .sorted(
            java.util.Comparator.comparing((Gathered each) -> each.alert().raised())
                .thenComparingInt(each -> each.alert().sequence()))
        .toList();
  }

  /// Notes the letter in which an alert went out.
  void wentOut(Alert alert, String address, String messageId) {
    handle
        .createUpdate(
            "UPDATE gathered SET message_id = :id WHERE development = :development AND sequence ="
                + " :sequence AND address = :address")
        .bind("id", messageId)
        .bind("development", alert.development())
        .bind("sequence", alert.sequence())
        .bind("address", address)
        .execute();
  }

  /// The letter in which a development was first told to an address together with others.
  Optional<String> firstTold(String development, String address) {
    return handle
        .createQuery(
            "SELECT message_id FROM gathered WHERE development = :development AND address = :address"
                + " AND message_id <> '' ORDER BY sequence LIMIT 1")
        .bind("development", development)
        .bind("address", address)
        .mapTo(String.class)
        .findOne();
  }

  /// The last moment for which an address has had its digest.
  Optional<Instant> lastDigest(String address) {
    return handle
        .createQuery("SELECT written FROM digest WHERE address = :address")
        .bind("address", address)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /// Notes that moment.
  void digestWritten(String address, Instant moment) {
    handle
        .createUpdate(
            "INSERT INTO digest (address, written) VALUES (:address, :moment)"
                + " ON CONFLICT (address) DO UPDATE SET written = :moment")
        .bind("address", address)
        .bind("moment", moment.toEpochMilli())
        .execute();
  }
}
