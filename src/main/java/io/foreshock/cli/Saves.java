package io.foreshock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/// Waits until something in a folder is saved. One thread only.
final class Saves implements AutoCloseable {
  /// An editor saves in several steps; this long after the last of them it is done.
  private static final long QUIET_MILLIS = 200;

  private final Path folder;
  private final WatchService service;

  /// Watches from here on.
  Saves(Path folder) throws IOException {
    this.folder = folder;
    this.service = folder.getFileSystem().newWatchService();
    register();
  }

  /// Registering a folder twice changes nothing.
  private void register() throws IOException {
    try (var folders = Files.walk(folder)) {
      for (var each : folders.filter(Files::isDirectory).toList()) {
        each.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
  }

  /// Returns when something was saved and nothing more is.
  void await() throws InterruptedException, IOException {
    var key = service.take();
    while (key != null) {
      key.pollEvents();
      key.reset();
      key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
    register(); // a folder may be new
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
