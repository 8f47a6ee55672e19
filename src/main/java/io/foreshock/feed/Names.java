package io.foreshock.feed;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/// Looks names up, on threads of its own: the system's resolver cannot be interrupted, and would
/// hold the carriers of virtual threads.
final class Names implements Dns, AutoCloseable {
  private static final int AT_ONCE = 32;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("names-", 0).factory());
  private final Duration longest;

  /// @param longest how long one look-up may take
  Names(Duration longest) {
    this.longest = longest;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    var answer = threads.submit(() -> List.of(InetAddress.getAllByName(host)));
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException _) {
      throw new UnknownHostException(host);
    } catch (TimeoutException _) {
      answer.cancel(true);
      throw new UnknownHostException(host + " (no answer within " + longest.toSeconds() + " s)");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host + " (interrupted)");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
