package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/// Parses documents that were broken on purpose: no exception, but one of the declared outcomes.
///
/// Always the same few; `-Dforeshock.fuzz=PT5M` tries others for so long. A failure is shrunk, and
/// names the document, its wounds and jqwik's seed.
class FuzzTest {
  private static final List<String> OWN =
      List.of(
          Documents.rss(Documents.item("1", "https://wire.example/1", "A &amp; B", "2026-03-02")),
          "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pl\"><title type=\"html\">&lt;b&gt;"
              + "</title><entry><id>1</id><link href=\"/a\"/><content type=\"xhtml\"><div><p>x</p>"
              + "</div></content><updated>2026-03-02T12:00:00Z</updated></entry></feed>",
          "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"A\"}]}");
  private static final List<byte[]> DOCUMENTS = documents();

  private final FeedParser parser = new FeedParser(2_000);

  @Provide
  Arbitrary<Broken> broken() {
    return Broken.anyOf(DOCUMENTS.size());
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return Arbitraries.of(
        "",
        "text/xml",
        "text/xml; charset=windows-1251",
        "application/json; charset=utf-16",
        "text/html; charset=8");
  }

  @Property(seed = "7", tries = 400, edgeCases = EdgeCasesMode.NONE)
  void no_document_however_broken_gives_anything_but_an_outcome(
      @ForAll("broken") Broken broken, @ForAll("contentTypes") String contentType) {
    check(broken, contentType);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  @AddLifecycleHook(ForAsLongAsAsked.class)
  void nor_does_any_other(
      @ForAll("broken") Broken broken, @ForAll("contentTypes") String contentType) {
    check(broken, contentType);
  }

  private void check(Broken broken, String contentType) {
    assertThat(parser.parse(broken.of(DOCUMENTS), contentType, Optional.empty())).isNotNull();
  }

  private static List<byte[]> documents() {
    var documents = new ArrayList<byte[]>();
    OWN.forEach(each -> documents.add(each.getBytes(StandardCharsets.UTF_8)));
    if (Files.exists(Path.of("..", "shared"))) {
      documents.addAll(contents("conformance", ".xml"));
      documents.addAll(contents("data/rss", ""));
    }
    return documents;
  }

  private static List<byte[]> contents(String folder, String ending) {
    try (Stream<Path> files = Files.walk(SharedFolder.path(folder))) {
      var contents = new ArrayList<byte[]>();
      for (var file : files.sorted().toList()) {
        if (Files.isRegularFile(file) && file.toString().endsWith(ending)) {
          contents.add(Files.readAllBytes(file));
        }
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
