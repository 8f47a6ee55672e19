package io.foreshock.feed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a document says.
public sealed interface Parsed {
  /// A feed.
  ///
  /// @param title plain text
  /// @param link of the site, or empty
  /// @param language as declared, or empty
  /// @param entries in the document's order
  /// @param repairs what had to be mended before it could be read, for the operator
  /// @param pace when the feed itself wants to be asked
  record Document(
      String title,
      String link,
      String language,
      List<Entry> entries,
      List<String> repairs,
      Pace pace)
      implements Parsed {
    /// Copies the lists; leaves out characters that mean nothing.
    public Document {
      title = Characters.cleaned(title);
      link = Characters.cleaned(link);
      language = Characters.cleaned(language);
      entries = List.copyOf(entries);
      repairs = List.copyOf(repairs);
    }
  }

  /// When a feed wants to be asked.
  ///
  /// @param minutes how long it wants to be left alone; 0 where it does not say
  /// @param why what says so: `ttl`, `sy:updatePeriod`
  /// @param skipHours hours of the day (GMT) in which it has nothing new (RSS 2.0)
  /// @param skipDays days (GMT) on which it has nothing new (RSS 2.0)
  record Pace(int minutes, String why, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    /// It does not say.
    static final Pace FREE = new Pace(0, "", Set.of(), Set.of());

    /// Copies the sets; one that skips everything skips nothing.
    public Pace {
      skipHours = skipHours.size() >= 24 ? Set.of() : Set.copyOf(skipHours);
      skipDays = skipDays.size() >= 7 ? Set.of() : Set.copyOf(skipDays);
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
    /// Copies the list; leaves out characters that mean nothing.
    public Entry {
      id = Characters.cleaned(id);
      link = Characters.cleaned(link);
      title = Characters.cleaned(title);
      summary = Characters.cleaned(summary);
      content = content.stream().map(Characters::cleaned).toList();
    }
  }
}
