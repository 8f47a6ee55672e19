package io.foreshock.exit;

import io.foreshock.alert.Alert;
import io.foreshock.alert.Exit;
import io.foreshock.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls addresses with each alert as signed JSON, with the guarantees of letters: a call is a row
/// in the alert's own transaction, made again with growing patience, and carries the same id each
/// time.
///
/// `Foreshock-Signature: t=SECONDS,v1=HEX` is HMAC-SHA256 with the shared secret over
/// `SECONDS.BODY`; a receiver compares it and refuses old times. Any 2xx is taken as received; 408,
/// 425, 429 and 5xx as "not now"; everything else as "not ever". Redirects are not followed: they
/// would carry the alert to whom nobody named.
public final class Webhooks implements Exit, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration GIVE_UP = Duration.ofDays(3);
  private static final int MOST_DOUBLINGS = 10;
  private static final int ROUND = 20;

  private final Store store;
  private final Map<String, ExitSettings.Hook> hooks = new HashMap<>();
  private final InstantSource clock;
  private final Bell bell;
  private final HttpClient client;

  /// Calls nobody yet.
  ///
  /// @param bell where operators are told of calls that are given up
  public Webhooks(Store store, ExitSettings settings, InstantSource clock, Bell bell) {
    this.store = store;
    this.clock = clock;
    this.bell = bell;
    settings.hooks().forEach(hook -> hooks.put(hook.url().toString(), hook));
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    if (!store.isShared()) {
      store.run(handle -> new WebhookTable(handle).endLeases());
    }
  }

  /// Where operators are told about calls.
  @FunctionalInterface
  public interface Bell {
    /// Notes down what they must read, once for each name, in the transaction that stores it.
    void ring(Handle transaction, String name, String title, List<String> lines);
  }

  /// What came of a call.
  sealed interface Called {
    /// It was received.
    record Received(int status) implements Called {}

    /// Not now; not before `after` where the receiver said so.
    record TryAgain(String reason, Optional<Duration> after) implements Called {}

    /// Not ever.
    record Refused(String reason) implements Called {}
  }

  @Override
  public void take(Handle transaction, Alert alert) {
    var table = new WebhookTable(transaction);
    var body = AlertJson.of(alert).put("development", alert.development()).toString();
    for (var hook : hooks.values()) {
      var against = hook.wishes().against(alert);
      if (against.isPresent()) {
        LOG.debug("no call of {} about {}: {}", hook.url(), alert.key(), against.get());
      } else {
        var id = alert.development() + "." + alert.sequence();
        table.add(id, hook.url().toString(), body, clock.instant());
      }
    }
  }

  /// Makes the calls that are due; returns how many were received.
  public synchronized int deliver() {
    int received = 0;
    for (var due = claim(); !due.isEmpty(); due = claim()) {
      for (var call : due) {
        received += note(call, call(call)) ? 1 : 0;
      }
    }
    return received;
  }

  private List<WebhookTable.Waiting> claim() {
    return store.transaction(handle ->
        new WebhookTable(handle).claimDue(clock.instant(), LEASE, ROUND, store.isShared()));
  }

  private Called call(WebhookTable.Waiting call) {
    var hook = hooks.get(call.url());
    if (hook == null) {
      return new Called.Refused("this address does not stand in foreshock.yml any more");
    }
    try {
      return answer(client.send(request(hook, call), HttpResponse.BodyHandlers.discarding()));
    } catch (IOException e) {
      return new Called.TryAgain(e.toString(), Optional.empty());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Called.TryAgain("interrupted", Optional.empty());
    }
  }

  private HttpRequest request(ExitSettings.Hook hook, WebhookTable.Waiting call) {
    return HttpRequest.newBuilder(URI.create(call.url()))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Foreshock")
        .header("Foreshock-Id", call.id())
        .header("Foreshock-Attempt", String.valueOf(call.attempts() + 1))
        .header("Foreshock-Signature", Signature.of(hook.secret(), call.body(), clock.instant()))
        .POST(HttpRequest.BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8))
        .build();
  }

  private static Called answer(HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Called.Received(status);
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      var after =
          response
              .headers()
              .firstValue("Retry-After")
              .filter(value -> value.matches("\\d{1,6}"))
              .map(value -> Duration.ofSeconds(Long.parseLong(value)));
      return new Called.TryAgain("HTTP " + status, after);
    }
    return new Called.Refused("HTTP " + status);
  }

  private boolean note(WebhookTable.Waiting call, Called called) {
    var now = clock.instant();
    return switch (called) {
      case Called.Received(var status) -> {
        write(call, "sent", "HTTP " + status, now);
        yield true;
      }
      case Called.TryAgain(var reason, var after) -> {
        if (call.made().plus(GIVE_UP).isBefore(now)) {
          yield giveUp(call, "given up: " + reason, now);
        }
        var next = now.plus(after.orElseGet(() -> patience(call)));
        LOG.warn("call of {} must wait until {}: {}", call.url(), next, reason);
        write(call, "waiting", reason, next);
        yield false;
      }
      case Called.Refused(var reason) -> giveUp(call, reason, now);
    };
  }

  private boolean giveUp(WebhookTable.Waiting call, String reason, Instant now) {
    LOG.error("call of {} about {} is not made again: {}", call.url(), call.id(), reason);
    store.run(handle -> {
      new WebhookTable(handle).note(call, "undeliverable", reason, now);
      bell.ring(
          handle,
          "webhook " + call.url() + " " + LocalDate.ofInstant(now, ZoneOffset.UTC), // one a day
          "Foreshock: a webhook does not take alerts",
          List.of(
              call.url() + " has not taken alert " + call.id() + ": " + reason,
              "It is not called again about that one; later ones are tried."));
    });
    return false;
  }

  /// Doubles with each attempt; a part that differs from call to call keeps them from coming at
  /// once.
  private static Duration patience(WebhookTable.Waiting call) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(call.attempts(), MOST_DOUBLINGS));
    var bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    int percent = Math.floorMod((call.id() + call.url()).hashCode(), 20);
    return bounded.plusMillis(bounded.toMillis() * percent / 100);
  }

  private void write(WebhookTable.Waiting call, String state, String answer, Instant next) {
    store.run(handle -> new WebhookTable(handle).note(call, state, answer, next));
  }

  @Override
  public void close() {
    client.close();
  }
}
