package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Parses documents that were broken on purpose: no exception, but one of the declared outcomes.
///
/// Short by default; `-Dforeshock.fuzz=PT5M` sets how long, `-Dforeshock.fuzz.seed=7` where it
/// begins. A failure names its seed and round.
class FuzzTest {
  private static final List<String> SEEDS =
      List.of(
          Documents.rss(Documents.item("1", "https://wire.example/1", "A &amp; B", "2026-03-02")),
          "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pl\"><title type=\"html\">&lt;b&gt;"
              + "</title><entry><id>1</id><link href=\"/a\"/><content type=\"xhtml\"><div><p>x</p>"
              + "</div></content><updated>2026-03-02T12:00:00Z</updated></entry></feed>",
          "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"A\"}]}");
  private static final List<String> SHARDS =
      List.of(
          "<",
          ">",
          "&",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "<?",
          "?>",
          "&#x",
          "&#0;",
          "\0",
          "\uFFFF",
          "<!DOCTYPE x [",
          "<!ENTITY a \"b\">",
          "xmlns:a=\"\"",
          "xmlns=\"u\"",
          "<a:b>",
          "</channel>",
          "<item>",
          "<entry>",
          "\"",
          "'",
          "=",
          "\u202E",
          "<br/>",
          "xml:base=\"//[\"",
          "{",
          "}",
          "[",
          "mode=\"base64\"",
          "<guid>",
          "<ttl>9999999999</ttl>",
          "<pubDate>99999999999</pubDate>");

  private final FeedParser parser = new FeedParser(2_000);

  @Test
  void no_document_however_broken_gives_anything_but_an_outcome() throws IOException {
    var documents = documents();
    long seed = Long.getLong("foreshock.fuzz.seed", 1);
    var time = Duration.parse(System.getProperty("foreshock.fuzz", "PT2S"));
    var random = new Random(seed);
    long end = System.nanoTime() + time.toNanos();
    for (int round = 0; System.nanoTime() < end; round++) {
      var bytes = broken(documents.get(random.nextInt(documents.size())), random);
      var contentType = random.nextBoolean() ? "" : "text/xml; charset=" + random.nextInt(9);
      try {
        assertThat(parser.parse(bytes, contentType, Optional.empty())).isNotNull();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }
  }

  private static List<byte[]> documents() throws IOException {
    var documents = new ArrayList<byte[]>();
    SEEDS.forEach(each -> documents.add(each.getBytes(StandardCharsets.UTF_8)));
    var shared = Path.of("..", "shared");
    if (Files.exists(shared)) {
      try (var files = Files.walk(SharedFolder.path("conformance"))) {
        for (var file : files.filter(each -> each.toString().endsWith(".xml")).toList()) {
          documents.add(Files.readAllBytes(file));
        }
      }
      try (var files = Files.list(SharedFolder.path("data/rss"))) {
        for (var file : files.toList()) {
          documents.add(Files.readAllBytes(file));
        }
      }
    }
    return documents;
  }

  private static byte[] broken(byte[] document, Random random) {
    var bytes = document.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      bytes = bytes.length == 0 ? new byte[] {'<'} : brokenOnce(bytes, random);
    }
    return bytes;
  }

  private static byte[] brokenOnce(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = random.nextInt(Math.min(200, bytes.length - at) + 1);
    return switch (random.nextInt(6)) {
      case 0 -> spliced(bytes, at, length, new byte[0]);
      case 1 -> spliced(bytes, at, 0, java.util.Arrays.copyOfRange(bytes, at, at + length));
      case 2 -> {
        var shard = SHARDS.get(random.nextInt(SHARDS.size()));
        yield spliced(bytes, at, 0, shard.getBytes(StandardCharsets.UTF_8));
      }
      case 3 -> {
        var other = bytes.clone();
        other[at] = (byte) random.nextInt(256);
        yield other;
      }
      case 4 -> java.util.Arrays.copyOf(bytes, at);
      default -> {
        var shard = SHARDS.get(random.nextInt(SHARDS.size())).repeat(random.nextInt(400));
        yield spliced(bytes, at, length, shard.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private static byte[] spliced(byte[] bytes, int at, int length, byte[] instead) {
    var result = new byte[bytes.length - length + instead.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(instead, 0, result, at, instead.length);
    System.arraycopy(bytes, at + length, result, at + instead.length, bytes.length - at - length);
    return result;
  }
}
