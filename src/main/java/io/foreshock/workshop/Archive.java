package io.foreshock.workshop;

import io.foreshock.item.Item;
import io.foreshock.item.ItemLines;
import io.foreshock.item.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Items of the past in a file: JSON Lines, or tab-separated `first_seen title publisher` with a
/// head line.
public final class Archive {
  private static final int COLUMNS = 3;

  private Archive() {}

  /// Reads the file; a line that is no item is told and passed over.
  ///
  /// @param language of items that do not tell theirs, where known
  /// @param now publication of items that do not tell theirs
  public static List<Item> read(
      Path file, Optional<String> language, Instant now, Consumer<String> complaints)
      throws IOException {
    return file.toString().endsWith(".tsv")
        ? table(file, language, complaints)
        : lines(file, language, now, complaints);
  }

  private static List<Item> lines(
      Path file, Optional<String> language, Instant now, Consumer<String> complaints)
      throws IOException {
    var items = new ArrayList<Item>();
    try (var input = Files.newBufferedReader(file)) {
      new ItemLines(file.toString(), now, complaints)
          .read(input, item -> items.add(inLanguage(item, language)));
    }
    return items;
  }

  private static Item inLanguage(Item item, Optional<String> language) {
    return item.language().isPresent() || language.isEmpty()
        ? item
        : new Item(
            item.id(),
            item.publisher(),
            language,
            item.published(),
            item.seen(),
            item.link(),
            item.title(),
            item.summary(),
            item.edition(),
            item.background());
  }

  private static List<Item> table(Path file, Optional<String> language, Consumer<String> complaints)
      throws IOException {
    var items = new ArrayList<Item>();
    int number = 0;
    for (var line : Files.readAllLines(file)) {
      number++;
      var cells = line.split("\t", -1);
      if (number == 1) {
        continue; // the head
      }
      if (cells.length < COLUMNS) {
        complaints.accept(
            file + ":" + number + ": no item; write first_seen, title and publisher with tabs");
        continue;
      }
      items.add(item(number, cells, language));
    }
    return items;
  }

  private static Item item(int number, String[] cells, Optional<String> language) {
    var at = LocalDateTime.parse(cells[0]).toInstant(ZoneOffset.UTC);
    return new Item(
        "line-" + number, Publisher.named(cells[2]), language, at, at, "", cells[1], "", 0, false);
  }
}
