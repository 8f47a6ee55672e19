package io.foreshock.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.foreshock.SettableClock;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.store.Store;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Letters through a real Postfix; it is installed and started by `src/test/scripts/postfix`.
///
///     mvn test -Dtest=PostfixTest -Dforeshock.postfix=yes
@EnabledIfSystemProperty(
    named = "foreshock.postfix",
    matches = "yes",
    disabledReason = "-Dforeshock.postfix=yes installs and starts a real Postfix")
class PostfixTest {
  private static final String SCRIPT = "src/test/scripts/postfix";
  private static final int CANNOT = 77;

  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  private final SettableClock clock = new SettableClock("2025-12-13T09:10:00Z");

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said;
    try (InputStream output = process.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assumeTrue(process.exitValue() != CANNOT, said.strip());
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static Recipient recipient(String name, boolean isOperator) {
    return new Recipient(
        name + "@desk.example",
        "pl",
        Set.of(),
        Set.of(),
        Severity.MINOR,
        Certainty.POSSIBLE,
        isOperator);
  }

  @Test
  void postfix_takes_every_letter_but_one_that_it_refuses_and_that_one_is_told() throws Exception {
    int port = freePort();
    run(SCRIPT, "start", folder.toString(), String.valueOf(port));
    try (var store = Store.open("jdbc:sqlite:" + folder.resolve("mail.db"))) {
      var settings =
          new MailSettings(
              "127.0.0.1",
              port,
              MailSettings.Tls.NONE,
              Optional.empty(),
              "foreshock@desk.example",
              "desk.example",
              Duration.ofSeconds(10),
              Duration.ofDays(3));
      var recipients =
          List.of(
              recipient("anna", false),
              recipient("nobody", false),
              recipient("ben", false),
              recipient("olga", true));
      var outbox = new Outbox(recipients, settings, clock);
      store.run(handle -> outbox.take(handle, Samples.exchange()));
      var postman = new Postman(store, settings, recipients, clock);

      assertThat(postman.deliver() + postman.deliver()).isEqualTo(4);

      var arrived = arrived(4);
      assertThat(arrived).hasSize(4);
      assertThat(
              store.<Integer>transaction(
                  handle -> new OutboxTable(handle).count(OutboxTable.UNDELIVERABLE)))
          .isOne();
      for (var letter : arrived) {
        assertThat(letter.getSubject())
            .satisfiesAnyOf(
                subject -> assertThat(subject).startsWith("Białoruś: 123 więźniów na wolności"),
                subject ->
                    assertThat(subject).isEqualTo("Niedoręczalne: list do nobody@desk.example"));
      }
    } finally {
      run(SCRIPT, "stop", folder.toString());
    }
  }

  /// What lies in the mailboxes, as soon as there are so many letters or patience ends.
  private List<MimeMessage> arrived(int wanted) throws Exception {
    var patience = InstantSource.system().instant().plusSeconds(30);
    var files = List.<Path>of();
    while (files.size() < wanted && InstantSource.system().instant().isBefore(patience)) {
      TimeUnit.MILLISECONDS.sleep(100); // another process delivers
      files = files();
    }
    var messages = new ArrayList<MimeMessage>();
    for (var file : files) {
      try (var in = Files.newInputStream(file)) {
        messages.add(new MimeMessage(Session.getInstance(new Properties()), in));
      }
    }
    return messages;
  }

  private List<Path> files() throws IOException {
    var inbox = folder.resolve("mail/all/new");
    if (!Files.isDirectory(inbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(inbox)) {
      return files.toList();
    }
  }
}
