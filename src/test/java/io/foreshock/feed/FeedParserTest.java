package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FeedParserTest {
  private final FeedParser parser = new FeedParser(2_000);

  private Parsed parse(String text) {
    return parser.parse(text.getBytes(StandardCharsets.UTF_8), "", Optional.empty());
  }

  private Parsed.Document document(String text) {
    return document(parse(text));
  }

  private static Parsed.Document document(Parsed parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Document.class);
    return (Parsed.Document) parsed;
  }

  private String title(String markup) {
    return document(Documents.rss("<item><title>" + markup + "</title></item>"))
        .entries()
        .getFirst()
        .title();
  }

  private String refusal(String text) {
    var parsed = parse(text);
    assertThat(parsed).isInstanceOf(Parsed.Unreadable.class);
    return ((Parsed.Unreadable) parsed).reason();
  }

  @Nested
  class Hostile {
    @Test
    void five_thousand_nested_elements_are_refused() {
      assertThat(refusal("<rss>" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</rss>"))
          .contains("nested deeper than 256");
      assertThat(refusal("<rss>" + "<a>".repeat(300_000))).contains("nested");
      parse("<rss>" + "<br>".repeat(100_000));
    }

    @Test
    void entity_bombs_do_not_go_off() {
      var bomb =
          """
          <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
          <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
          """;
      var document = document(bomb + Documents.rss("<item><title>&d; &a;</title></item>"));

      assertThat(document.entries().getFirst().title()).isEqualTo("&d; ha");
      assertThat(document.repairs()).contains("document type left out");
    }

    @Test
    void an_entity_used_over_and_over_does_not_fill_the_memory() {
      var value = "x".repeat(490);
      var text =
          "<!DOCTYPE rss [<!ENTITY a \""
              + value
              + "\">]>"
              + Documents.rss("<item><title>" + "&a;".repeat(300_000) + "</title></item>");

      assertThat(document(text).entries().getFirst().title().length()).isLessThan(12_000_000);
    }

    @Test
    void nothing_is_read_from_elsewhere() {
      var text =
          "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">"
              + "<!ENTITY % y SYSTEM \"http://127.0.0.1:1/\"> %y;]>"
              + Documents.rss("<item><title>A&x;B</title></item>");

      assertThat(document(text).entries().getFirst().title()).isEqualTo("A&x;B");
    }

    @Test
    void of_a_million_items_the_first_two_thousand_are_read() {
      var document = document(Documents.rss("<item><title>x</title></item>".repeat(340_000)));

      assertThat(document.entries()).hasSize(2_000);
      assertThat(document.repairs()).contains("only the first 2000 items are read");
    }

    @Test
    void null_bytes_and_forbidden_characters_are_left_out_and_told() {
      var document =
          document(Documents.rss("<item><title>Ta\0l\u0001ks\uFFFE \uD800</title></item>"));

      assertThat(document.entries().getFirst().title()).startsWith("Talks");
      assertThat(document.repairs()).contains("characters that XML does not allow");
    }

    @Test
    void titles_cannot_turn_their_direction_or_hide_anything() {
      assertThat(title("Safe \u202Egnp.exe\u202C \u2066x\u2069")).isEqualTo("Safe gnp.exe x");
      assertThat(title("&#x202E;x")).isEqualTo("x");
    }

    @Test
    void many_attributes_and_prefixes_and_ampersands_cost_linear_time() {
      var attributes = new StringBuilder();
      for (int i = 0; i < 50_000; i++) {
        attributes.append(" p").append(i).append(":a=\"&amp;\"");
      }
      parse("<rss" + attributes + "><channel/></rss>");
      parse(Documents.rss("<item><title>" + "&".repeat(2_000_000) + "</title></item>"));
      parse("<rss>" + "<![CDATA[".repeat(200_000));
      parse("<rss>" + "<!--".repeat(200_000));
      parse("<rss>" + "<!".repeat(500_000));
      parse("<rss>" + "<a b='".repeat(200_000));
      parse("<!DOCTYPE rss [" + "<!ENTITY a \"".repeat(200_000));
    }
  }

  @Test
  void a_long_text_is_read_to_its_end() {
    var text = "word ".repeat(200_000);
    var entry =
        document(Documents.rss("<item><description>" + text + "</description></item>"))
            .entries()
            .getFirst();

    assertThat(entry.summary()).hasSize(text.length());
  }

  @Nested
  class Mending {
    @Test
    void a_default_namespace_does_not_hide_the_items() {
      var document =
          document(
              "<rss xmlns=\"https://backend.userland.com/rss2\"><channel><title>W</title>"
                  + "<item><title>A</title></item></channel></rss>");

      assertThat(document.entries()).hasSize(1);
      assertThat(document.repairs().getFirst()).startsWith("default namespace");
    }

    @Test
    void undeclared_prefixes_and_unknown_entities_and_bare_ampersands_are_mended() {
      var document =
          document(
              Documents.rss(
                  "<item><title>A &nbsp;&laquo;B&raquo; & C &unknown; AT&T</title>"
                      + "<dc:date>2026-03-02</dc:date><odd:x>1</odd:x></item>"));

      assertThat(document.entries().getFirst().title()).isEqualTo("A «B» & C &unknown; AT&T");
      assertThat(document.entries().getFirst().published())
          .contains(Instant.parse("2026-03-02T00:00:00Z"));
    }

    @Test
    void a_document_that_ends_early_gives_what_came() {
      var whole = Documents.rss("<item><title>A</title></item>", "<item><title>B</title></item>");
      var document = document(whole.substring(0, whole.indexOf("B<") + 1));

      assertThat(document.entries()).extracting(Parsed.Entry::title).startsWith("A");
      assertThat(document.repairs()).anyMatch(repair -> repair.startsWith("not well formed"));
    }

    @Test
    void words_before_the_document_and_tags_that_do_not_match_are_forgiven() {
      assertThat(
              document("Warning: x\n" + Documents.rss("<item><title>A</title></item>")).entries())
          .hasSize(1);
      assertThat(document(Documents.rss("<item><title>A</title><b></item>")).entries()).hasSize(1);
    }

    @Test
    void markup_in_titles_becomes_text_however_it_is_written() {
      assertThat(title("&lt;b&gt;A&lt;/b&gt; &amp;amp; B")).isEqualTo("A & B");
      assertThat(title("<![CDATA[<i>A</i> &amp; B]]>")).isEqualTo("A & B");
      assertThat(title("<b>A</b> <i>B</i>")).isEqualTo("A B");
      assertThat(title("A &lt; B")).isEqualTo("A < B");
    }

    @Test
    void a_web_page_is_no_feed_and_says_what_to_do() {
      assertThat(refusal("<!DOCTYPE html><html><body>Hello</body></html>")).contains("feeds find");
      assertThat(refusal("")).contains("empty");
      assertThat(refusal("{\"a\":1}")).contains("no JSON Feed");
    }
  }

  @Nested
  class CharacterSets {
    private static final String TEXT = Documents.rss("<item><title>Польша</title></item>");

    private String title(byte[] bytes, String contentType) {
      return document(parser.parse(bytes, contentType, Optional.empty()))
          .entries()
          .getFirst()
          .title();
    }

    @Test
    void what_is_valid_utf_8_is_utf_8_whatever_anybody_says() {
      var bytes =
          ("<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + TEXT)
              .getBytes(StandardCharsets.UTF_8);

      assertThat(title(bytes, "text/xml; charset=iso-8859-1")).isEqualTo("Польша");
    }

    @Test
    void windows_1251_is_read_as_declared() {
      var bytes =
          ("<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + TEXT)
              .getBytes(Charset.forName("windows-1251"));

      assertThat(title(bytes, "")).isEqualTo("Польша");
    }

    @Test
    void a_few_broken_bytes_do_not_make_it_another_charset() {
      var bytes =
          Documents.rss("<item><title>Польша и Литва? снова</title></item>")
              .getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = bytes[i] == '?' ? (byte) 0xff : bytes[i];
      }

      assertThat(title(bytes, "")).startsWith("Польша и Литва");
    }

    @Test
    void utf_16_is_told_by_its_mark_or_its_width() {
      assertThat(title(TEXT.getBytes(StandardCharsets.UTF_16), "")).isEqualTo("Польша");
      assertThat(title(TEXT.getBytes(StandardCharsets.UTF_16LE), "")).isEqualTo("Польша");
    }
  }

  @Test
  void relative_links_are_resolved_against_what_is_nearest() {
    var text =
        "<rss><channel><link>https://wire.example/news/</link>"
            + "<item><title>A</title><link>a.html</link></item></channel></rss>";

    var parsed =
        parser.parse(
            text.getBytes(StandardCharsets.UTF_8),
            "",
            Optional.of(URI.create("https://feeds.example/rss")));

    assertThat(document(parsed).entries().getFirst().link()).startsWith("https://");
  }

  @Test
  void a_feed_says_when_it_wants_to_be_asked() {
    var text =
        Documents.rss()
            .replace(
                "<title>Wire",
                "<ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours>"
                    + "<skipDays><day>Sunday</day><day>Nonday</day></skipDays><title>Wire");

    var pace = document(text).pace();

    assertThat(pace.minutes()).isEqualTo(90);
    assertThat(pace.why()).isEqualTo("ttl 90 min");
    assertThat(pace.skipHours()).containsExactlyInAnyOrder(0, 3);
    assertThat(pace.skipDays()).containsExactly(DayOfWeek.SUNDAY);
  }

  @Test
  void json_feed_is_read_too() {
    var document =
        document(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Wire","language":"pl",
             "items":[{"id":"1","url":"https://wire.example/1","title":"Rozmowy",
               "content_text":"…","date_published":"2026-03-02T12:00:00+01:00"}]}
            """);

    assertThat(document.language()).isEqualTo("pl");
    assertThat(document.entries().getFirst().published())
        .contains(Instant.parse("2026-03-02T11:00:00Z"));
  }
}
