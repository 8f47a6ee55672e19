package io.foreshock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.alert.Change;
import io.foreshock.alert.Wishes;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;

/// Whatever a feed writes, a letter stays a letter.
class InjectionTest {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z-]+: .*|[ \\t].*");
  private static final MailSettings SETTINGS = Samples.settings(25);
  private static final Writer WRITER =
      new Drafts("foreshock@desk.example")
          .writer(new Recipient("anna@desk.example", "en", Wishes.all(), Rhythm.atOnce(), false));

  @Provide
  Arbitrary<String> hostile() {
    var pieces =
        Arbitraries.of(
            "\r\nBcc: a@b.example\r\n",
            "\r\n\r\n",
            "<script>",
            "</td></table>",
            "\" onload=\"x",
            "\u202E",
            "\u2028",
            "\u0000",
            "=?utf-8?q?x?=",
            "&lt;",
            "{0}",
            "'{",
            "cid:",
            "\uD800",
            "--=_Part",
            ".\r\n",
            "Вызвалілі",
            "ž",
            "🕊",
            "]]>");
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(12))
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "11", tries = 200)
  void no_title_begins_a_header_or_an_element(@ForAll("hostile") String title) throws Exception {
    var report = Samples.release("wire.example", title, 3);
    var alert = Samples.alert(0, Change.NEW_DEVELOPMENT, report);
    var reader = new Recipient("anna@desk.example", "en", Wishes.all(), Rhythm.atOnce(), false);
    var letter =
        WRITER
            .letter(alert, WRITER.sheet(alert), WRITER.footer(alert, reader, "desk@desk.example"))
            .under(title);

    var page = Jsoup.parse(letter.html());
    assertThat(page.select("script, [onload], iframe, link")).isEmpty();
    assertThat(page.select("table")).hasSizeLessThanOrEqualTo(3);
    assertThat(head(letter)).allMatch(line -> HEADER.matcher(line).matches());
    assertThat(head(letter)).noneMatch(line -> line.startsWith("Bcc"));
  }

  private static java.util.List<String> head(Letter letter) throws Exception {
    var session = Session.getInstance(new Properties());
    var message =
        new Messages(session, SETTINGS, "desk@desk.example")
            .of(
                new OutboxTable.Waiting(
                    "<1@desk.example>",
                    "<1@desk.example>",
                    "development",
                    0,
                    "anna@desk.example",
                    "en",
                    "prisoner-release",
                    "Severe",
                    "",
                    letter,
                    "",
                    Instant.EPOCH,
                    0));
    var out = new ByteArrayOutputStream();
    message.writeTo(out);
    var text = out.toString(StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf("\r\n\r\n")).lines().toList();
  }
}
