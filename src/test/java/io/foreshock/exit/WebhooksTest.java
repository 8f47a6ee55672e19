package io.foreshock.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.foreshock.SettableClock;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Change;
import io.foreshock.alert.Severity;
import io.foreshock.alert.Wishes;
import io.foreshock.mail.Samples;
import io.foreshock.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WebhooksTest {
  private static final String SECRET = "a secret of a good length";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2025-12-13T13:00:00Z");
  private final Queue<Integer> answers = new ArrayDeque<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Store store;

  private final Map<String, List<String>> told = new LinkedHashMap<>();

  private record Call(String id, String signature, String body) {}

  @BeforeEach
  void open() throws IOException {
    store = Store.open("jdbc:sqlite:" + folder.resolve("hooks.db"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void close() {
    store.close();
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      calls.add(
          new Call(
              headers.getFirst("Foreshock-Id"),
              headers.getFirst("Foreshock-Signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      int status = answers.isEmpty() ? 204 : answers.remove();
      if (status == 429) {
        exchange.getResponseHeaders().set("Retry-After", "600");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private Webhooks hooks() {
    return hooks(Wishes.all());
  }

  private Webhooks hooks(Wishes wishes) {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    return new Webhooks(
        store,
        new ExitSettings(
            Optional.empty(),
            Optional.empty(),
            "foreshock@desk.example",
            List.of(new ExitSettings.Hook(url, SECRET, wishes))),
        clock,
        (_, name, _, lines) -> told.put(name, lines));
  }

  private int count(String state) {
    return store.transaction(handle -> new WebhookTable(handle).count(state));
  }

  private void take(Webhooks hooks) {
    store.run(handle -> hooks.take(handle, Samples.exchange()));
  }

  @Test
  void an_alert_is_told_once_and_signed() {
    try (var hooks = hooks()) {
      take(hooks);
      take(hooks);

      assertThat(hooks.deliver()).isOne();
      assertThat(hooks.deliver()).isZero();
    }

    var call = calls.getFirst();
    assertThat(calls).hasSize(1);
    assertThat(call.signature()).isEqualTo(Signature.of(SECRET, call.body(), clock.instant()));
    assertThat(JsonMapper.shared().readTree(call.body()).path("key").asString())
        .isEqualTo("exchange BY");
  }

  @Test
  void a_signature_is_the_one_that_another_program_computes() {
    // printf '1765630800.{}' | openssl dgst -sha256 -hmac 'key'
    assertThat(Signature.of("key", "{}", clock.instant()))
        .isEqualTo(
            "t=1765630800,v1=53df6186295f74978bbc666dce50da3a0f690068f0e9b6a433d3aa0dfcaf731c");
  }

  @Test
  void a_receiver_that_is_not_ready_is_called_again_with_the_same_id() {
    answers.add(503);
    try (var hooks = hooks()) {
      take(hooks);

      assertThat(hooks.deliver()).isZero();
      assertThat(hooks.deliver()).as("too early").isZero();
      clock.pass(Duration.ofMinutes(1));
      assertThat(hooks.deliver()).isOne();
    }
    assertThat(calls).hasSize(2);
    assertThat(calls.getFirst().id()).isEqualTo(calls.getLast().id());
  }

  @Test
  void a_receiver_that_says_when_is_not_called_before() {
    answers.add(429);
    try (var hooks = hooks()) {
      take(hooks);
      hooks.deliver();
      clock.pass(Duration.ofMinutes(9));
      assertThat(hooks.deliver()).isZero();
      clock.pass(Duration.ofMinutes(1));
      assertThat(hooks.deliver()).isOne();
    }
  }

  @Test
  void a_receiver_that_refuses_is_not_called_again() {
    answers.add(403);
    try (var hooks = hooks()) {
      take(hooks);
      hooks.deliver();
      clock.pass(Duration.ofDays(1));
      assertThat(hooks.deliver()).isZero();
    }
    assertThat(count("undeliverable")).isOne();
  }

  @Test
  void a_call_that_is_given_up_is_told_to_the_operators_once_a_day() {
    answers.addAll(List.of(403, 410));
    try (var hooks = hooks()) {
      take(hooks);
      var report = Samples.release("wire.example", "Belarus frees 9", 9);
      var update = Samples.alert(1, Change.HIGHER_COUNT, report);
      store.run(handle -> hooks.take(handle, update));
      hooks.deliver();
    }

    assertThat(count("undeliverable")).isEqualTo(2);
    assertThat(told).hasSize(1);
    assertThat(told.values().iterator().next().getFirst()).contains("/hook has not taken alert");
  }

  @Test
  void a_hook_is_called_about_what_it_wishes_alone() {
    try (var hooks =
        hooks(new Wishes(Set.of(), Set.of("exchange"), Severity.MINOR, Certainty.POSSIBLE))) {
      take(hooks);
      store.run(handle -> hooks.take(handle, Samples.alert()));
      hooks.deliver();
    }

    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().body()).contains("\"exchange BY\"");
  }

  @Test
  void a_redirect_is_not_followed() {
    answers.add(307);
    try (var hooks = hooks()) {
      take(hooks);
      assertThat(hooks.deliver()).isZero();
    }
    assertThat(count("undeliverable")).isOne();
  }

  @Test
  void a_receiver_that_stays_silent_for_days_is_given_up() {
    answers.addAll(List.of(500, 500));
    try (var hooks = hooks()) {
      take(hooks);
      hooks.deliver();
      clock.pass(Duration.ofDays(4));
      hooks.deliver();
    }
    assertThat(count("undeliverable")).isOne();
  }

  @Test
  void a_hook_in_the_open_or_with_a_short_secret_is_refused_and_no_secret_is_printed() {
    assertThatThrownBy(() -> new ExitSettings.Hook(URI.create("http://desk.example/hook"), SECRET))
        .hasMessageContaining("no https address");
    assertThatThrownBy(() -> new ExitSettings.Hook(URI.create("https://desk.example/"), "short"))
        .hasMessageContaining("shorter than 16");
    assertThat(new ExitSettings.Hook(URI.create("https://desk.example/"), SECRET).toString())
        .doesNotContain(SECRET);
  }
}
