package io.foreshock.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps a second daemon away from a database file; a shared database needs no such guard.
///
/// The operating system lets go of it when the process ends, however it ends.
final class SingleInstance implements AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";

  private final FileChannel channel;

  private SingleInstance(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock beside the database file; none for a shared database or one in memory.
  ///
  /// @throws IllegalStateException where another process has it
  static Optional<SingleInstance> of(String url) {
    if (!url.startsWith(SQLITE) || url.contains(":memory:")) {
      return Optional.empty();
    }
    var file = Path.of(url.substring(SQLITE.length()).split("\\?", 2)[0] + ".lock");
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new IllegalStateException(
            "another Foreshock runs on this database (" + file + " is locked); stop it first");
      }
      return Optional.of(new SingleInstance(channel));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // this very process has it
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give the lock back", e);
    }
  }
}
