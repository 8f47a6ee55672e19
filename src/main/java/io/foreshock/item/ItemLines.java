package io.foreshock.item;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Items as JSON Lines: `id`, `title`, and where known `lang`, `published`, `publisher`, `link`,
/// `summary`, `trusted`, `family`, `side`.
public final class ItemLines {
  private static final int LONGEST_LINE = 4 << 20;

  private final JsonMapper json = JsonMapper.shared();
  private final String name;
  private final Instant now;
  private final Consumer<String> complaints;
  private int bad;

  /// @param name of the input, for messages
  /// @param now the publication of an item that does not tell its own
  /// @param complaints told of each line that is no item
  public ItemLines(String name, Instant now, Consumer<String> complaints) {
    this.name = name;
    this.now = now;
    this.complaints = complaints;
  }

  /// Gives each item of the input, in order; a broken line is told and passed over.
  public void read(BufferedReader input, Consumer<Item> each) throws IOException {
    int number = 0;
    for (var line = input.readLine(); line != null; line = input.readLine()) {
      number++;
      if (!line.isBlank()) {
        item(line, number).ifPresent(each);
      }
    }
  }

  /// How many lines were no items.
  public int bad() {
    return bad;
  }

  private Optional<Item> item(String line, int number) {
    try {
      if (line.length() > LONGEST_LINE) {
        throw new IllegalArgumentException("the line is longer than 4 MiB");
      }
      return Optional.of(item(json.readTree(line)));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      bad++;
      var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      complaints.accept(
          name + ":" + number + ": no item (" + message + "); write {\"id\":…,\"title\":…}");
      return Optional.empty();
    }
  }

  private Item item(JsonNode node) {
    var published = text(node, "published");
    var at = published.isEmpty() ? now : OffsetDateTime.parse(published).toInstant();
    var publisher = text(node, "publisher").isEmpty() ? "unknown" : text(node, "publisher");
    var language = text(node, "lang");
    return new Item(
        text(node, "id"),
        new Publisher(
            publisher, text(node, "family"), side(node), node.path("trusted").asBoolean(false)),
        language.isEmpty() ? Optional.empty() : Optional.of(language),
        at,
        at,
        text(node, "link"),
        text(node, "title"),
        text(node, "summary"),
        0,
        false);
  }

  private static Side side(JsonNode node) {
    var side = text(node, "side");
    return side.isEmpty()
        ? Side.INDEPENDENT
        : Side.of(side)
            .orElseThrow(() -> new IllegalArgumentException("the side is one of " + Side.words()));
  }

  private static String text(JsonNode node, String key) {
    var value = node.path(key);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }
}
