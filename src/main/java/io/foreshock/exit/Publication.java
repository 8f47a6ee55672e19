package io.foreshock.exit;

import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import io.foreshock.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Publishes alerts as files: an Atom feed of the latest developments, and a CAP document each.
///
/// The files are made from the alerts in the database, so that what a crash left out is there after
/// the next time. A reader never sees half a file.
public final class Publication {
  private static final int LATEST = 200;

  private final Store store;
  private final ExitSettings settings;

  /// Writes nothing yet.
  public Publication(Store store, ExitSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /// Brings the files up to date; returns how many were written.
  public int publish() {
    if (settings.atom().isEmpty() && settings.capFolder().isEmpty()) {
      return 0;
    }
    var alerts = latest();
    int written = settings.capFolder().map(folder -> documents(folder, alerts)).orElse(0);
    settings.atom().ifPresent(file -> write(file, new AtomFeed(settings.sender()).of(alerts)));
    return written + (settings.atom().isPresent() ? 1 : 0);
  }

  /// Alerts that no silence holds back, oldest first.
  private List<Alert> latest() {
    var kept = store.transaction(handle -> new AlertTable(handle).latest(LATEST));
    return kept.reversed().stream()
        .filter(each -> each.held().isEmpty())
        .map(AlertTable.Kept::alert)
        .toList();
  }

  private int documents(Path folder, List<Alert> alerts) {
    var cap = new Cap(settings.sender());
    Map<String, Map<Integer, Instant>> earlier = new HashMap<>();
    var written = new ArrayList<Path>();
    for (var alert : alerts) {
      var before = earlier.computeIfAbsent(alert.development(), _ -> new HashMap<>());
      var file = folder.resolve(Cap.identifier(alert, alert.sequence()) + ".xml");
      if (!Files.exists(file)) {
        write(file, cap.document(alert, before, Cap.Status.ACTUAL));
        written.add(file);
      }
      before.put(alert.sequence(), alert.raised());
    }
    return written.size();
  }

  private static void write(Path file, String text) {
    try {
      var folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      var part = Files.createTempFile(folder, ".foreshock", ".part");
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + "; see exits in foreshock.yml", e);
    }
  }
}
