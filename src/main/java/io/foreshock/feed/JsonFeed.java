package io.foreshock.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).
final class JsonFeed {
  private final int mostItems;

  JsonFeed(int mostItems) {
    this.mostItems = mostItems;
  }

  Parsed parse(String text) {
    try {
      var root = JsonMapper.shared().readTree(text);
      var version = root.path("version").asString("");
      if (!version.contains("jsonfeed.org") && !root.path("items").isArray()) {
        return new Parsed.Unreadable("JSON, but no JSON Feed: it has no items");
      }
      var entries = new ArrayList<Parsed.Entry>();
      for (var item : root.path("items")) {
        if (entries.size() < mostItems) {
          entries.add(entry(item));
        }
      }
      return new Parsed.Document(
          Markup.plain(root.path("title").asString("")),
          root.path("home_page_url").asString(""),
          root.path("language").asString(""),
          entries,
          List.of(),
          Parsed.Pace.FREE);
    } catch (JacksonException e) {
      return new Parsed.Unreadable("no JSON: " + e.getOriginalMessage());
    }
  }

  private static Parsed.Entry entry(JsonNode item) {
    var html = item.path("content_html").asString("");
    var content = html.isEmpty() ? item.path("content_text").asString("") : html;
    var summary = item.path("summary").asString("");
    return new Parsed.Entry(
        item.path("id").asString(""),
        item.path("url").asString(item.path("external_url").asString("")),
        Markup.plain(item.path("title").asString("")),
        summary.isEmpty() ? content : summary,
        content.isEmpty() ? List.of() : List.of(content),
        date(item, "date_published"),
        date(item, "date_modified"));
  }

  private static Optional<java.time.Instant> date(JsonNode item, String key) {
    return FeedDates.parse(item.path(key).asString(""));
  }
}
