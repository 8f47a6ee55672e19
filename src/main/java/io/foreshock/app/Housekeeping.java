package io.foreshock.app;

import io.foreshock.exit.WebhookTable;
import io.foreshock.item.ItemTable;
import io.foreshock.mail.OutboxTable;
import io.foreshock.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets what nobody needs any more: old items that said nothing, and what letters and webhook
/// calls said that went out long ago.
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final Store store;
  private final Duration keepItems;
  private final Duration keepLetters;
  private final InstantSource clock;

  Housekeeping(Store store, Duration keepItems, Duration keepLetters, InstantSource clock) {
    this.store = store;
    this.keepItems = keepItems;
    this.keepLetters = keepLetters;
    this.clock = clock;
  }

  /// What was forgotten.
  ///
  /// @param items that said nothing
  /// @param letters that have lost their texts
  /// @param calls of webhooks that have lost their bodies
  record Forgotten(int items, int letters, int calls) {
    private boolean isNothing() {
      return items + letters + calls == 0;
    }
  }

  Forgotten tidy() {
    var itemsBefore = clock.instant().minus(keepItems);
    var lettersBefore = clock.instant().minus(keepLetters);
    var forgotten =
        store.transaction(handle ->
            new Forgotten(
                new ItemTable(handle).forgetSilentBefore(itemsBefore),
                new OutboxTable(handle).forgetTexts(lettersBefore),
                new WebhookTable(handle).forgetBodies(lettersBefore)));
    if (!forgotten.isNothing()) {
      LOG.info(
          "forgot {} items published before {} that said nothing, the texts of {} letters and {}"
              + " webhook calls done with before {}",
          forgotten.items(),
          itemsBefore,
          forgotten.letters(),
          forgotten.calls(),
          lettersBefore);
    }
    return forgotten;
  }
}
