package io.foreshock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.foreshock.SettableClock;
import io.foreshock.alert.Alert;
import io.foreshock.alert.Certainty;
import io.foreshock.alert.Change;
import io.foreshock.alert.Severity;
import io.foreshock.item.Side;
import io.foreshock.store.Store;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private MimeMessage[] send(Alert... alerts) {
    return send("en", alerts);
  }

  private MimeMessage[] send(String language, Alert... alerts) {
    var anna =
        new Recipient(
            "anna@desk.example",
            language,
            Set.of(),
            Set.of(),
            Severity.MINOR,
            Certainty.POSSIBLE,
            false);
    var outbox = new Outbox(List.of(anna), settings(), clock);
    for (var alert : alerts) {
      store.run(handle -> outbox.take(handle, alert));
    }
    new Postman(store, settings(), List.of(), clock).deliver();
    return server.getReceivedMessages();
  }

  private MailSettings settings() {
    return Samples.settings(server.getSmtp().getPort());
  }

  private static String text(MimeMessage message) throws MessagingException, IOException {
    return new Received(message).text();
  }

  private static String html(MimeMessage message) throws MessagingException, IOException {
    return new Received(message).html();
  }

  @Test
  void a_letter_is_text_then_a_page_with_its_picture_beside_a_cap_document() throws Exception {
    var letter = send(Samples.exchange())[0];
    var outer = (MimeMultipart) letter.getContent();
    var readable = (MimeMultipart) outer.getBodyPart(0).getContent();

    assertThat(letter.getContentType()).startsWith("multipart/mixed");
    assertThat(readable.getContentType()).startsWith("multipart/alternative");
    assertThat(readable.getBodyPart(1).getContentType()).startsWith("multipart/related");
    assertThat(new Received(letter).types())
        .containsExactly("text/plain", "text/html", "image/png", "application/cap+xml");
  }

  @Test
  void a_letter_with_fewer_than_three_steps_has_no_picture() throws Exception {
    assertThat(new Received(send(Samples.alert())[0]).types())
        .containsExactly("text/plain", "text/html", "application/cap+xml");
  }

  @Test
  void the_picture_is_shown_where_the_page_refers_to_it_and_its_words_say_the_same()
      throws Exception {
    var received = new Received(send(Samples.exchange())[0]);
    var picture = received.part("image/png").orElseThrow();
    var shown = Jsoup.parse(received.html()).expectFirst("img");

    assertThat(picture.getHeader("Content-ID")[0])
        .isEqualTo("<" + shown.attr("src").substring("cid:".length()) + ">");
    assertThat(shown.attr("alt"))
        .contains("early sign: relief of sanctions, 17 days ahead")
        .contains("a release of prisoners, 123 people");
    assertThat(picture.getInputStream().readAllBytes()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void both_parts_say_what_happened_who_says_so_and_what_comes_next() throws Exception {
    var letter = send(Samples.alert())[0];

    for (var part :
        List.of(text(letter).replaceAll("\\s+", " "), Jsoup.parse(html(letter)).text())) {
      assertThat(part)
          .contains("Belarus frees 123 prisoners")
          .contains("Only one publisher reports it so far")
          .contains("wire.example")
          .contains("“frees political prisoners”")
          .contains("a release of prisoners, Belarus, 123 people, a fact")
          .contains("an assembly")
          .contains("18–19 Dec 2025")
          .contains("Sanctions on Belarus eased or lifted until then would make this an exchange")
          .contains("alerts silence \"prisoner-release BY\"");
    }
    assertThat(text(letter)).contains("https://wire.example/1");
    assertThat(Jsoup.parse(html(letter)).select("a[href=https://wire.example/1]")).hasSize(1);
  }

  @Test
  void the_first_lines_of_a_pattern_of_several_events_name_each() throws Exception {
    assertThat(text(send(Samples.exchange())[0]).replaceAll("\\s+", " "))
        .contains("The lifting of sanctions, the US → Belarus (13 Dec 2025)")
        .contains("a release of prisoners, Belarus, 123 people (13 Dec 2025)")
        .contains(
            "3 publishers, independently of each other, report its parts; one part rests on a single"
                + " publisher so far");
  }

  @Test
  void who_only_announced_it_does_not_confirm_it() throws Exception {
    var done = Samples.release("wire.example", "Belarus frees 123", 123);
    var planned =
        Samples.report(
            "2025-12-12T10:00:00Z",
            "other.example",
            Side.INDEPENDENT,
            "en",
            "Belarus will free prisoners",
            new io.foreshock.signal.Signal(
                "prisoner-release",
                "released",
                io.foreshock.signal.Factuality.PLANNED,
                "BY",
                "",
                "",
                0,
                io.foreshock.signal.CountQualifier.EXACT,
                Optional.empty(),
                "will free prisoners",
                "a rule"));

    assertThat(send(Samples.alert(0, Change.NEW_DEVELOPMENT, planned, done))[0].getSubject())
        .isEqualTo("Belarus frees 123 prisoners — one publisher so far");
  }

  @Test
  void evidence_tells_the_side_and_the_language_and_keeps_the_original_words() throws Exception {
    var rows = Jsoup.parse(html(send(Samples.exchange())[0])).select("table tr");

    assertThat(rows.eachText())
        .anyMatch(row -> row.contains("minsk-agency.example · state · Russian"))
        .anyMatch(row -> row.contains("“Вызвалілі 123 палітвязняў”"));
  }

  @Test
  void evidence_stands_newest_first_however_it_came_in() throws Exception {
    var rows = Jsoup.parse(html(send(Samples.exchange())[0])).select("td.when");

    assertThat(rows.eachText())
        .containsExactly("13 Dec 2025 12:10", "13 Dec 2025 11:30", "13 Dec 2025 09:05");
  }

  @Test
  void a_polish_letter_is_polish_throughout() throws Exception {
    var letter = send("pl", Samples.exchange())[0];

    assertThat(letter.getSubject())
        .isEqualTo(
            "Białoruś: 123 więźniów na wolności i ulga w sankcjach — jedną część podaje tylko jedno"
                + " źródło");
    assertThat(text(letter))
        .contains("NA CZYM SIĘ OPIERA")
        .contains("państwowe, rosyjski")
        .contains("17 dni wcześniej")
        .doesNotContain("Belarus", "publisher", " released");
  }

  @Test
  void nothing_in_the_page_is_loaded_from_elsewhere() throws Exception {
    var page = Jsoup.parse(html(send(Samples.exchange())[0]));

    assertThat(page.select("img:not([src^=cid:]), link, script, iframe, [style*=url(]")).isEmpty();
  }

  @Test
  void markup_in_a_title_stays_text() throws Exception {
    var report = Samples.release("wire.example", "Freed <script>alert(1)</script> & 'quoted'", 3);
    var page = Jsoup.parse(html(send(Samples.alert(0, Change.NEW_DEVELOPMENT, report))[0]));

    assertThat(page.select("script")).isEmpty();
    assertThat(page.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void a_link_that_is_no_web_address_is_not_followed() throws Exception {
    var item = Samples.release("javascript:alert(1)//wire.example", "A title", 3);
    var page = Jsoup.parse(html(send(Samples.alert(0, Change.NEW_DEVELOPMENT, item))[0]));

    assertThat(page.select("a[href^=javascript]")).isEmpty();
  }

  @Test
  void a_line_break_cannot_begin_another_header() {
    var letter = new Letter("One\r\nBcc: everybody@desk.example", "text", "html");

    assertThat(letter.subject()).isEqualTo("One Bcc: everybody@desk.example");
  }

  @Test
  void the_headers_tell_machines_what_this_is() throws Exception {
    var letter = send(Samples.exchange())[0];

    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getHeader("List-Id")[0]).contains("<alerts.desk.example>");
    assertThat(letter.getHeader("List-Unsubscribe")[0])
        .isEqualTo("<mailto:foreshock@desk.example?subject=unsubscribe%20anna%40desk.example>");
    assertThat(letter.getHeader("Importance")).containsExactly("high");
    assertThat(letter.getHeader("X-Foreshock-Kind")).containsExactly("exchange");
    assertThat(letter.getHeader("X-Foreshock-Key")).containsExactly("exchange BY");
    assertThat(letter.getHeader("X-Foreshock-Severity")).containsExactly("Severe");
    assertThat(letter.getHeader("X-Foreshock-Certainty")).containsExactly("Observed");
    assertThat(letter.getMessageID()).startsWith("<0123456789abcdef0123.0.");
  }

  @Test
  void a_subject_in_any_script_arrives_as_it_was_written_and_its_header_is_ascii()
      throws Exception {
    var letter = send("pl", Samples.exchange())[0];
    var header = letter.getHeader("Subject")[0];

    assertThat(header).matches("[\\x20-\\x7E\\r\\n\\t]+");
    assertThat(header.lines()).allMatch(line -> line.length() <= 78);
  }

  @Test
  void a_thread_of_alert_two_updates_and_end_hangs_on_its_first_letter() throws Exception {
    var first = Samples.release("wire.example", "Belarus frees 100", 100);
    var more = Samples.release("other.example", "Belarus frees 123", 123);
    var third = Samples.release("third.example", "123 are free in Belarus", 123);
    var denial =
        Samples.report(
            "2025-12-14T10:00:00Z",
            "minsk-agency.example",
            Side.STATE,
            "ru",
            "Никого не освобождали",
            new io.foreshock.signal.Signal(
                "prisoner-release",
                "released",
                io.foreshock.signal.Factuality.DENIED,
                "BY",
                "",
                "",
                0,
                io.foreshock.signal.CountQualifier.EXACT,
                Optional.empty(),
                "не освобождали",
                "a rule"));

    var letters =
        send(
            Samples.alert(0, Change.NEW_DEVELOPMENT, first),
            Samples.alert(1, Change.HIGHER_COUNT, first, more),
            Samples.alert(2, Change.CORROBORATED, first, more, third),
            Samples.alert(3, Change.DENIED, first, more, third, denial));

    assertThat(letters).hasSize(4);
    var root = letters[0].getMessageID();
    var ids = new ArrayList<String>();
    for (var letter : letters) {
      ids.add(letter.getMessageID());
      assertThat(letter.getSubject()).isEqualTo(letters[0].getSubject());
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(letters[0].getHeader("References")).isNull();
    for (int update = 1; update < 4; update++) {
      assertThat(letters[update].getHeader("References")).containsExactly(root);
      assertThat(letters[update].getHeader("In-Reply-To")).containsExactly(root);
    }
    assertThat(text(letters[1])).contains("other.example now counts 123 people; it was 100");
    assertThat(text(letters[2])).contains("third.example, independent of the first report");
    assertThat(text(letters[3]))
        .startsWith("Denied: Belarus frees 123 prisoners")
        .contains("minsk-agency.example denies what was reported");
  }

  @Test
  void the_same_alert_twice_is_one_letter() {
    assertThat(send(Samples.alert(), Samples.alert())).hasSize(1);
  }

  @Test
  void a_letter_with_all_its_evidence_in_cyrillic_stays_below_what_mail_programs_cut()
      throws Exception {
    var reports = new ArrayList<>(Samples.exchange().reports());
    for (int i = 0; i < 30; i++) {
      reports.add(
          Samples.report(
              "2025-12-13T13:%02d:00Z".formatted(i),
              "publisher-" + i + ".example",
              Side.INDEPENDENT,
              "uk",
              "Білорусь звільнила політв’язнів після переговорів зі Сполученими Штатами у Вільнюсі",
              Samples.signal(
                  "prisoner-release", "released", "BY", "", "", 123, "звільнила політв’язнів")));
    }
    var many =
        Samples.alert(
            "exchange",
            "BY",
            "",
            "",
            Severity.SEVERE,
            0,
            Change.NEW_DEVELOPMENT,
            Samples.exchange().story(),
            Samples.exchange().ahead(),
            reports.toArray(io.foreshock.signal.Report[]::new));

    var letter = send(many)[0];

    assertThat(letter.getSize()).isLessThan(100_000);
    assertThat(text(letter)).contains("21 further reports say the same");
  }
}
