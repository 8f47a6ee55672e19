package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Suites and captured feeds that lie beside the checkout.
class ConformanceTest {
  private final FeedParser parser = new FeedParser(2_000);

  @Test
  void dates_are_read_as_meant_and_none_is_silently_wrong() throws IOException {
    var wrong = new ArrayList<String>();
    int right = 0;
    for (var line : Files.readAllLines(SharedFolder.path("conformance/dates.jsonl"))) {
      var node = JsonMapper.shared().readTree(line);
      var parsed = FeedDates.parse(node.path("input").asString());
      boolean same = parsed.filter(at -> at.toEpochMilli() == node.path("ms").asLong()).isPresent();
      right += same ? 1 : 0;
      if (!same && parsed.isPresent()) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(right).isGreaterThanOrEqualTo(40);
  }

  @Test
  void nearly_all_documents_of_the_suite_can_be_read() throws IOException {
    var cases = SharedFolder.path("conformance/cases.jsonl");
    int all = 0;
    int read = 0;
    for (var line : Files.readAllLines(cases)) {
      var node = JsonMapper.shared().readTree(line);
      var bytes = Files.readAllBytes(cases.resolveSibling(node.path("path").asString()));
      var parsed = parser.parse(bytes, node.path("contentType").asString(""), Optional.empty());
      all++;
      read += parsed instanceof Parsed.Document ? 1 : 0;
    }
    assertThat(read * 100.0 / all).isGreaterThanOrEqualTo(99);
  }

  @Test
  void every_captured_feed_gives_its_items_with_titles_and_dates() throws IOException {
    try (var files = Files.list(SharedFolder.path("data/rss"))) {
      for (var file : files.toList()) {
        var parsed = parser.parse(Files.readAllBytes(file), "", Optional.empty());
        assertThat(parsed).as(file.toString()).isInstanceOf(Parsed.Document.class);
        assertThat(((Parsed.Document) parsed).entries())
            .as(file.toString())
            .isNotEmpty()
            .allSatisfy(entry -> {
              assertThat(entry.title()).isNotBlank().doesNotContain("\uFFFD").doesNotContain("<");
              assertThat(entry.link()).startsWith("http");
              assertThat(entry.published()).isPresent();
            });
      }
    }
  }
}
