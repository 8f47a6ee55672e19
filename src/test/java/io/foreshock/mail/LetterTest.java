package io.foreshock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.foreshock.SettableClock;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Change;
import io.foreshock.alert.Severity;
import io.foreshock.store.Store;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTest {
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2025-12-13T09:10:00Z");
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Store store;

  @BeforeEach
  void open() {
    server.start();
    store = Store.open("jdbc:sqlite:" + folder.resolve("mail.db"));
  }

  @AfterEach
  void close() {
    store.close();
    server.stop();
  }

  private MimeMessage[] send(io.foreshock.alert.Alert... alerts) {
    var anna =
        new Recipient(
            "anna@desk.example",
            "en",
            Set.of(),
            Set.of(),
            Severity.MINOR,
            Certainty.POSSIBLE,
            false);
    var outbox = new Outbox(List.of(anna), "desk.example", clock);
    for (var alert : alerts) {
      store.run(handle -> outbox.take(handle, alert));
    }
    new Postman(
            store,
            new MailSettings(
                "127.0.0.1",
                server.getSmtp().getPort(),
                MailSettings.Tls.NONE,
                Optional.empty(),
                "foreshock@desk.example",
                "desk.example",
                Duration.ofSeconds(5),
                Duration.ofDays(3)),
            clock)
        .deliver();
    return server.getReceivedMessages();
  }

  private static String part(MimeMessage message, int number)
      throws MessagingException, IOException {
    return (String) ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
  }

  @Test
  void a_letter_has_a_text_part_and_then_a_html_part() throws Exception {
    var letter = send(Samples.alert())[0];
    var parts = (MimeMultipart) letter.getContent();

    assertThat(letter.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
  }

  @Test
  void both_parts_say_what_happened_where_it_is_told_and_what_comes_next() throws Exception {
    var letter = send(Samples.alert())[0];

    for (int part = 0; part < 2; part++) {
      assertThat(part(letter, part))
          .contains("Belarus: 123 prisoners are free")
          .contains("wire.example")
          .contains("https://wire.example/1")
          .contains("an assembly")
          .contains("alerts silence");
    }
  }

  @Test
  void nothing_in_the_page_is_loaded_from_elsewhere() throws Exception {
    var page = Jsoup.parse(part(send(Samples.alert())[0], 1));

    assertThat(page.select("img[src^=http], link, script, iframe")).isEmpty();
  }

  @Test
  void markup_in_a_title_stays_text() throws Exception {
    var report = Samples.release("wire.example", "Freed <script>alert(1)</script> & 'quoted'", 3);
    var page = Jsoup.parse(part(send(Samples.alert(0, Change.NEW_DEVELOPMENT, report))[0], 1));

    assertThat(page.select("script")).isEmpty();
    assertThat(page.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void a_line_break_cannot_begin_another_header() throws Exception {
    var letter = new Letter("One\r\nBcc: everybody@desk.example", "text", "html");

    assertThat(letter.subject()).isEqualTo("One Bcc: everybody@desk.example");
  }

  @Test
  void the_headers_tell_machines_what_this_is() throws Exception {
    var letter = send(Samples.alert())[0];

    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getHeader("List-Id")[0]).contains("<alerts.desk.example>");
    assertThat(letter.getHeader("X-Foreshock-Kind")).containsExactly("prisoner-release");
    assertThat(letter.getHeader("X-Foreshock-Severity")).containsExactly("Moderate");
    assertThat(letter.getMessageID()).startsWith("<0123456789abcdef0123.0.");
  }

  @Test
  void an_update_answers_the_first_letter_under_its_subject() throws Exception {
    var first = Samples.alert();
    var more =
        Samples.alert(
            1,
            Change.HIGHER_COUNT,
            Samples.release("wire.example", "Belarus frees 123", 123),
            Samples.release("other.example", "Belarus frees 130", 130));

    var letters = send(first, more);

    assertThat(letters).hasSize(2);
    assertThat(letters[1].getHeader("References")).containsExactly(letters[0].getMessageID());
    assertThat(letters[1].getSubject()).isEqualTo(letters[0].getSubject());
    assertThat(part(letters[1], 0)).contains("more people than was known");
  }

  @Test
  void the_same_alert_twice_is_one_letter() {
    assertThat(send(Samples.alert(), Samples.alert())).hasSize(1);
  }

  @Test
  void a_letter_stays_far_below_what_mail_programs_cut() throws Exception {
    assertThat(send(Samples.alert())[0].getSize()).isLessThan(100_000);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 więzień na wolności",
    "2, 2 więźniów na wolności",
    "5, 5 więźniów na wolności",
    "22, 22 więźniów na wolności",
    "123, 123 więźniów na wolności"
  })
  void polish_counts_prisoners_by_its_own_grammar(int count, String words) {
    var polish = new Headline(new Words("pl"));
    var report = Samples.release("wire.example", "x", count);

    assertThat(polish.of(Samples.alert(0, Change.NEW_DEVELOPMENT, report)))
        .isEqualTo("Białoruś: " + words);
  }

  @Test
  void every_language_has_the_same_messages() {
    for (var language : Words.LANGUAGES) {
      assertThat(new Words(language).keys())
          .as(language)
          .containsExactlyInAnyOrderElementsOf(new Words("en").keys());
    }
  }
}
