package io.foreshock.app;

import io.foreshock.feed.FeedTable;
import io.foreshock.item.ItemTable;
import io.foreshock.mail.OutboxTable;
import io.foreshock.signal.SignalTable;
import io.foreshock.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a dead man's switch that everything works: feeds were polled, items are read, the watch
/// has seen all of the log, letters leave. Where one of these does not, it keeps silent, and the
/// switch raises the alarm from outside.
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration POLLED_WITHIN = Duration.ofHours(2);
  private static final Duration READ_WITHIN = Duration.ofMinutes(15);
  private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(30);

  private final Store store;
  private final Optional<URI> url;
  private final boolean hasFeeds;
  private final InstantSource clock;
  private final HttpClient client;

  Heartbeat(Store store, Optional<URI> url, boolean hasFeeds, InstantSource clock) {
    this.store = store;
    this.url = url;
    this.hasFeeds = hasFeeds;
    this.clock = clock;
    this.client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  }

  /// What came of a beat.
  sealed interface Beat {
    /// The switch knows that all is well.
    record Told() implements Beat {}

    /// Something does not work: it was not told.
    record Withheld(List<String> reasons) implements Beat {
      /// Copies the list.
      public Withheld {
        reasons = List.copyOf(reasons);
      }
    }

    /// All is well, but the switch cannot be reached.
    record Unreachable(String reason) implements Beat {}
  }

  /// One beat, for the schedule.
  void beat() {
    url.ifPresent(target -> {
      switch (beat(target)) {
        case Beat.Told() -> LOG.debug("heartbeat told to {}", target.getHost());
        case Beat.Withheld(var reasons) ->
            LOG.error("no heartbeat, so that the switch raises the alarm: {}", reasons);
        case Beat.Unreachable(var reason) ->
            LOG.warn("the switch at {} does not answer: {}", target.getHost(), reason);
      }
    });
  }

  Beat beat(URI target) {
    var reasons = ailments();
    if (!reasons.isEmpty()) {
      return new Beat.Withheld(reasons);
    }
    try {
      var request = HttpRequest.newBuilder(target).timeout(TIMEOUT).GET().build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? new Beat.Told() : new Beat.Unreachable("HTTP " + status);
    } catch (IOException e) {
      return new Beat.Unreachable(e.toString());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Beat.Unreachable("interrupted");
    }
  }

  /// What does not work, for people; empty where everything does.
  List<String> ailments() {
    return store.transaction(this::ailments);
  }

  private List<String> ailments(Handle handle) {
    var now = clock.instant();
    var reasons = new ArrayList<String>();
    if (hasFeeds && !isPolled(handle, now)) {
      reasons.add("poll: no feed has answered for two hours");
    }
    if (new ItemTable(handle)
        .unread(1).stream().anyMatch(item -> item.seen().isBefore(now.minus(READ_WITHIN)))) {
      reasons.add("read: an item has waited to be read for a quarter of an hour");
    }
    var log = new SignalTable(handle);
    if (!log.after(log.position(), 1).isEmpty()) {
      reasons.add("watch: the log has entries that the patterns have not seen");
    }
    if (new OutboxTable(handle)
        .oldestWaiting().stream().anyMatch(made -> made.isBefore(now.minus(DELIVERED_WITHIN)))) {
      reasons.add("mail: a letter has waited for half an hour");
    }
    return reasons;
  }

  private static boolean isPolled(Handle handle, Instant now) {
    return new FeedTable(handle)
        .all().stream()
            .map(state -> state.history().lastSuccess())
            .flatMap(Optional::stream)
            .anyMatch(last -> last.isAfter(now.minus(POLLED_WITHIN)));
  }

  @Override
  public void close() {
    client.close();
  }
}
