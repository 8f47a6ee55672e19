package io.foreshock.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a document says.
public sealed interface Parsed {
  /// A feed.
  ///
  /// @param title plain text
  /// @param link of the site, or empty
  /// @param language as declared, or empty
  /// @param entries in the document's order
  /// @param repairs what had to be mended before it could be read, for the operator
  /// @param pause how long the feed itself asks to be left alone (`ttl`, `sy:updatePeriod`),
  ///   minutes; 0 where it does not say
  record Document(
      String title,
      String link,
      String language,
      List<Entry> entries,
      List<String> repairs,
      int pause)
      implements Parsed {
    /// Copies the lists.
    public Document {
      entries = List.copyOf(entries);
      repairs = List.copyOf(repairs);
    }
  }

  /// No feed could be made of it, and why.
  record Unreadable(String reason) implements Parsed {}

  /// An entry of a feed.
  ///
  /// @param id guid or Atom id as written, or empty
  /// @param link absolute where it can be known, or empty
  /// @param title plain text
  /// @param summary text or HTML as the feed has it, or empty
  /// @param content further texts, such as `content:encoded`
  /// @param published when it says that it was published
  /// @param updated when it says that it was changed
  record Entry(
      String id,
      String link,
      String title,
      String summary,
      List<String> content,
      Optional<Instant> published,
      Optional<Instant> updated) {
    /// Copies the list.
    public Entry {
      content = List.copyOf(content);
    }
  }
}
