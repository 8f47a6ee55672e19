package io.foreshock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.foreshock.SettableClock;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostmanTest {
  private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (.*)$");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2025-12-13T09:10:00Z");
  private final ScriptedSmtp server = new ScriptedSmtp();
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open("jdbc:sqlite:" + folder.resolve("mail.db"));
  }

  @AfterEach
  void close() {
    store.close();
    server.close();
  }

  private MailSettings settings(MailSettings.Tls tls, Optional<MailSettings.Login> login) {
    return new MailSettings(
        "127.0.0.1",
        server.port(),
        tls,
        login,
        "foreshock@desk.example",
        "desk.example",
        Duration.ofMillis(700),
        Duration.ofDays(3));
  }

  private Postman postman() {
    return new Postman(store, settings(MailSettings.Tls.NONE, Optional.empty()), List.of(), clock);
  }

  private void write(String... addresses) {
    var recipients =
        Stream.of(addresses)
            .map(address ->
                new Recipient(
                    address, "en", Set.of(), Set.of(), Severity.MINOR, Certainty.POSSIBLE, false))
            .toList();
    var outbox = new Outbox(recipients, settings(MailSettings.Tls.NONE, Optional.empty()), clock);
    store.run(handle -> outbox.take(handle, Samples.alert()));
  }

  private int count(String state) {
    return store.transaction(handle -> new OutboxTable(handle).count(state));
  }

  private List<String> ids() {
    return server.messages().stream()
        .map(message -> ID.matcher(message).results().findFirst().orElseThrow().group(1))
        .toList();
  }

  @Test
  void a_letter_that_the_server_takes_is_sent_once() {
    write("anna@desk.example");

    assertThat(postman().deliver()).isOne();
    assertThat(postman().deliver()).isZero();
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void a_temporary_refusal_is_tried_again_later_and_not_before() {
    server.answer("RCPT TO:<anna@", "451 try later");
    write("anna@desk.example");

    assertThat(postman().deliver()).isZero();
    assertThat(postman().deliver()).as("too early").isZero();
    clock.pass(Duration.ofMinutes(1));
    assertThat(postman().deliver()).isOne();
  }

  @Test
  void patience_grows_with_each_refusal() {
    server.answer("RCPT TO:<anna@", "451 no", "451 no", "451 no");
    write("anna@desk.example");

    postman().deliver();
    clock.pass(Duration.ofMinutes(1));
    postman().deliver();
    clock.pass(Duration.ofMinutes(1));
    assertThat(postman().deliver()).as("a minute is too early after the second").isZero();
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void one_unknown_recipient_does_not_stop_the_others() {
    server.answer("RCPT TO:<ben@", "550 no such user");
    write("anna@desk.example", "ben@desk.example", "chris@desk.example");

    assertThat(postman().deliver()).isEqualTo(2);
    assertThat(count("undeliverable")).isOne();
    assertThat(count("waiting")).isZero();
  }

  @Test
  void a_repeat_after_a_cut_connection_carries_the_same_message_id() {
    server.answer(".", "cut");
    write("anna@desk.example");

    assertThat(postman().deliver()).isZero();
    clock.pass(Duration.ofMinutes(1));
    assertThat(postman().deliver()).isOne();

    assertThat(ids()).hasSize(2);
    assertThat(ids().getFirst()).isEqualTo(ids().getLast()).contains("@desk.example>");
  }

  @Test
  void a_server_that_closes_at_the_greeting_is_tried_again() {
    server.answer("greeting", "421 too busy");
    write("anna@desk.example");

    assertThat(postman().deliver()).isZero();
    assertThat(count("waiting")).isOne();
    clock.pass(Duration.ofMinutes(1));
    assertThat(postman().deliver()).isOne();
  }

  @Test
  void a_server_that_says_nothing_does_not_hold_the_postman_forever() {
    server.answer("greeting", "cut");
    write("anna@desk.example");

    assertThat(postman().deliver()).isZero();
    assertThat(count("waiting")).isOne();
  }

  @Test
  void nothing_goes_out_unprotected_where_starttls_is_required() {
    write("anna@desk.example");
    var strict =
        new Postman(store, settings(MailSettings.Tls.STARTTLS, Optional.empty()), List.of(), clock);

    assertThat(strict.deliver()).isZero();
    assertThat(server.messages()).isEmpty();
    assertThat(count("waiting")).isOne();
  }

  @Test
  void a_refused_login_pauses_all_letters() {
    server.answer("EHLO", "250-hello\r\n250 AUTH PLAIN").answer("AUTH", "535 wrong password");
    write("anna@desk.example", "ben@desk.example");
    var login = Optional.of(new MailSettings.Login("desk", "wrong"));
    var postman = new Postman(store, settings(MailSettings.Tls.NONE, login), List.of(), clock);

    assertThat(postman.deliver()).isZero();
    assertThat(postman.deliver()).as("paused").isZero();
    assertThat(count("waiting")).isEqualTo(2);
    assertThat(count("undeliverable")).isZero();
  }

  @Test
  void a_letter_that_cannot_be_delivered_for_days_is_given_up() {
    server.answer("RCPT TO:<anna@", "451 no", "451 no");
    write("anna@desk.example");

    postman().deliver();
    clock.pass(Duration.ofDays(4));
    postman().deliver();

    assertThat(count("undeliverable")).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "greeting, hang",
    "greeting, cut",
    "greeting, 421 too busy",
    "EHLO, 421 closing",
    "MAIL FROM, 451 not now",
    "RCPT TO, 451 greylisted",
    "RCPT TO, hang",
    "DATA, 421 closing",
    "DATA, cut",
    "., 451 could not be stored",
    "., cut",
    "., hang"
  })
  void no_letter_is_lost_whatever_fails_and_a_repeat_is_the_same_message(
      String where, String failure) {
    server.answer(where, failure);
    write("anna@desk.example", "ben@desk.example", "chris@desk.example");

    postman().deliver();
    clock.pass(Duration.ofMinutes(1));
    postman().deliver();

    assertThat(count("sent")).isEqualTo(3);
    assertThat(ids().stream().distinct()).hasSize(3);
  }

  @Test
  void a_server_that_cannot_be_talked_to_is_asked_once_a_round_and_not_once_a_letter() {
    server.answer("greeting", "421 no", "421 no", "421 no");
    write("anna@desk.example", "ben@desk.example", "chris@desk.example");

    postman().deliver();

    assertThat(waiting(0)).as("not tried").isEqualTo(2);
    assertThat(waiting(1)).as("tried").isEqualTo(1);
  }

  private long waiting(int attempts) {
    clock.pass(Duration.ofMinutes(1));
    return store.transaction(handle ->
        new OutboxTable(handle)
            .claimDue(clock.instant(), Duration.ZERO, 50, false).stream()
                .filter(letter -> letter.attempts() == attempts)
                .count());
  }

  @Test
  void a_server_that_refuses_starttls_gets_nothing() {
    server.answer("EHLO", "250-hello\r\n250 STARTTLS").answer("STARTTLS", "454 not available");
    write("anna@desk.example");

    var strict =
        new Postman(store, settings(MailSettings.Tls.STARTTLS, Optional.empty()), List.of(), clock);

    assertThat(strict.deliver()).isZero();
    assertThat(server.messages()).isEmpty();
    assertThat(count("waiting")).isOne();
  }

  @Test
  void a_certificate_that_nobody_vouches_for_gets_nothing() {
    var impostor = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    impostor.start();
    try {
      write("anna@desk.example");
      var settings =
          new MailSettings(
              "127.0.0.1",
              impostor.getSmtps().getPort(),
              MailSettings.Tls.IMPLICIT,
              Optional.empty(),
              "foreshock@desk.example",
              "desk.example",
              Duration.ofSeconds(5),
              Duration.ofDays(3));

      assertThat(new Postman(store, settings, List.of(), clock).deliver()).isZero();
      assertThat(impostor.getReceivedMessages()).isEmpty();
      assertThat(count("waiting")).isOne();
    } finally {
      impostor.stop();
    }
  }

  @Test
  void the_operator_is_told_of_a_letter_that_is_undeliverable_once() {
    var operator =
        new Recipient(
            "olga@desk.example",
            "pl",
            Set.of(),
            Set.of("surge"),
            Severity.MINOR,
            Certainty.POSSIBLE,
            true);
    server.answer("RCPT TO:<ben@", "550 no such user");
    write("ben@desk.example");
    var settings = settings(MailSettings.Tls.NONE, Optional.empty());
    var postman = new Postman(store, settings, List.of(operator), clock);

    postman.deliver();
    postman.deliver();

    assertThat(server.messages()).hasSize(1);
    assertThat(server.messages().getFirst())
        .contains("To: olga@desk.example")
        .contains("550 no such user");
  }

  @Test
  void a_notice_that_is_undeliverable_leads_to_no_further_notice() {
    var operator =
        new Recipient(
            "olga@desk.example",
            "en",
            Set.of(),
            Set.of("surge"),
            Severity.MINOR,
            Certainty.POSSIBLE,
            true);
    server.answer("RCPT TO:<ben@", "550 no").answer("RCPT TO:<olga@", "550 no");
    write("ben@desk.example");
    var settings = settings(MailSettings.Tls.NONE, Optional.empty());
    var postman = new Postman(store, settings, List.of(operator), clock);

    postman.deliver();
    postman.deliver();

    assertThat(count("undeliverable")).isEqualTo(2);
    assertThat(count("waiting")).isZero();
  }

  @Test
  void many_letters_leave_over_one_connection() {
    write("anna@desk.example", "ben@desk.example", "chris@desk.example");

    postman().deliver();

    assertThat(server.connections()).isOne();
  }
}
