package io.foreshock.mail;

import io.foreshock.SettableClock;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.store.Store;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;

/// How fast letters leave, against a bare Angus Mail loop that sends the same messages over one
/// connection to the same server; both within one run, by turns.
///
/// The bare loop has nothing to remember; the postman claims each letter, notes what came of it
/// (with the database's fsync) and would survive being killed at any point.
final class PostmanBenchmark {
  private static final int RECIPIENTS = 500;
  private static final int ROUNDS = 7;

  private PostmanBenchmark() {}

  /// Prints letters a second of both, and their ratio; the middle one of seven rounds.
  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
    var ratios = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      double writing = 0;
      var folder = Files.createTempDirectory("postman");
      try (var server = new ScriptedSmtp();
          var store = Store.open("jdbc:sqlite:" + folder.resolve("mail.db"))) {
        writing = write(store, server);
        var letters = letters(store);
        double bare = bare(server, letters);
        double postman = postman(store, server);
        ratios.add(postman / bare);
        out.printf(
            "written %.0f/s, bare loop %.0f letters/s, postman %.0f letters/s, ratio %.2f%n",
            writing, bare, postman, postman / bare);
      } finally {
        delete(folder);
      }
    }
    ratios.sort(Comparator.naturalOrder());
    out.printf("%d recipients, ratio %.2f (median)%n", RECIPIENTS, ratios.get(ROUNDS / 2));
  }

  private static MailSettings settings(ScriptedSmtp server) {
    return new MailSettings(
        "127.0.0.1",
        server.port(),
        MailSettings.Tls.NONE,
        Optional.empty(),
        "foreshock@desk.example",
        "desk.example",
        Duration.ofSeconds(10),
        Duration.ofDays(3));
  }

  private static double write(Store store, ScriptedSmtp server) {
    var recipients =
        IntStream.range(0, RECIPIENTS)
            .mapToObj(number ->
                new Recipient(
                    "reader-" + number + "@desk.example",
                    "en",
                    Set.of(),
                    Set.of(),
                    Severity.MINOR,
                    Certainty.POSSIBLE,
                    false))
            .toList();
    var outbox =
        new Outbox(recipients, settings(server), new SettableClock("2025-12-13T09:10:00Z"));
    return perSecond(() -> store.run(handle -> outbox.take(handle, Samples.exchange())));
  }

  private static List<OutboxTable.Waiting> letters(Store store) {
    return store.transaction(handle ->
        new OutboxTable(handle)
            .claimDue(Instant.parse("2025-12-13T09:10:00Z"), Duration.ZERO, RECIPIENTS, false));
  }

  private static double bare(ScriptedSmtp server, List<OutboxTable.Waiting> letters)
      throws MessagingException {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(server.port()));
    properties.put("mail.smtp.from", "foreshock@desk.example");
    properties.put(
        "mail.smtp.socketFactory", new PromptSockets()); // else both wait for the network
    var session = Session.getInstance(properties);
    var messages = new Messages(session, settings(server), "foreshock@desk.example");
    try (var transport = session.getTransport("smtp")) {
      transport.connect();
      return perSecond(() -> {
        for (var letter : letters) {
          try {
            var message = messages.of(letter);
            transport.sendMessage(message, message.getAllRecipients());
          } catch (MessagingException e) {
            throw new IllegalStateException(e);
          }
        }
      });
    }
  }

  private static double postman(Store store, ScriptedSmtp server) {
    var postman = new Postman(store, settings(server), List.of(), InstantSource.system());
    return perSecond(() -> {
      int delivered = postman.deliver();
      if (delivered != RECIPIENTS) {
        throw new IllegalStateException("only " + delivered + " letters left");
      }
    });
  }

  private static double perSecond(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return RECIPIENTS * 1e9 / (System.nanoTime() - begin);
  }

  private static void delete(java.nio.file.Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
