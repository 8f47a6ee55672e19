package io.foreshock.cli;

import io.foreshock.item.Item;
import io.foreshock.signal.LogEntry;
import io.foreshock.signal.Reader;
import io.foreshock.signal.Report;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.util.ArrayList;
import java.util.List;

/// The reports of the past: from the signal log, or read from an archive.
final class Past {
  private static final int BATCH = 500;

  private Past() {}

  /// All reports of the log, in its order.
  static List<Report> logged(Store store) {
    var reports = new ArrayList<Report>();
    long position = 0;
    while (true) {
      long from = position;
      var entries = store.transaction(handle -> new SignalTable(handle).after(from, BATCH));
      for (var entry : entries) {
        if (entry instanceof LogEntry.Reported(var report)) {
          reports.add(report);
        }
        position = entry.number();
      }
      if (entries.size() < BATCH) {
        return reports;
      }
    }
  }

  /// What a reader finds in items.
  static List<Report> read(Reader reader, List<Item> items) {
    var reports = new ArrayList<Report>();
    for (var item : items) {
      reader
          .read(item)
          .signals()
          .forEach(each -> reports.add(new Report(reports.size() + 1L, item, each)));
    }
    return reports;
  }
}
