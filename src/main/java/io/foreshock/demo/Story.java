package io.foreshock.demo;

import io.foreshock.item.Item;
import io.foreshock.item.ItemLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The recorded items, in the order of their publication.
///
/// @param items written for this project; their publishers are invented
record Story(List<Item> items) {
  private static final String RECORDED = "/demo/items.jsonl";

  Story {
    items = items.stream().sorted(Comparator.comparing(Item::published)).toList();
  }

  /// The story that Foreshock ships.
  static Story recorded() {
    var stream = Objects.requireNonNull(Story.class.getResourceAsStream(RECORDED), RECORDED);
    var items = new ArrayList<Item>();
    var lines =
        new ItemLines(
            RECORDED,
            Instant.EPOCH,
            complaint -> {
              throw new IllegalStateException(complaint);
            });
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines.read(reader, items::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RECORDED, e);
    }
    return new Story(items);
  }

  Instant beginning() {
    return items.getFirst().published();
  }

  /// The moments at which something is published, in order.
  List<Instant> moments() {
    return items.stream().map(Item::published).distinct().toList();
  }

  List<String> publishers() {
    return items.stream().map(item -> item.publisher().name()).distinct().sorted().toList();
  }

  /// What a publisher has published until now, newest first.
  List<Item> published(String publisher, Instant now) {
    return items.stream()
        .filter(item -> item.publisher().name().equals(publisher))
        .filter(item -> !item.published().isAfter(now))
        .sorted(Comparator.comparing(Item::published).reversed())
        .toList();
  }
}
