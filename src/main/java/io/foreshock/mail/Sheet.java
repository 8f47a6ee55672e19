package io.foreshock.mail;

import io.foreshock.alert.Severity;
import java.util.List;

/// What a letter says, before it becomes text or HTML: both are made from this, so that neither
/// says more than the other.
///
/// @param language ISO 639-1
/// @param severity gives the page its colour
/// @param kicker the words above the headline
/// @param headline what it is about
/// @param lead what is new
/// @param facts the facts at a glance
/// @param sure how sure, and why
/// @param meaning the pattern in plain words
/// @param story what led here
/// @param evidence what it rests on
/// @param ahead what to watch next
record Sheet(
    String language,
    Severity severity,
    List<String> kicker,
    String headline,
    String lead,
    List<Fact> facts,
    String sure,
    Titled meaning,
    Story story,
    Evidence evidence,
    Ahead ahead) {
  Sheet {
    kicker = List.copyOf(kicker);
    facts = List.copyOf(facts);
  }

  /// A labelled value.
  record Fact(String label, String value) {}

  /// Words under a title.
  record Titled(String title, String text) {}

  /// The steps that led here.
  ///
  /// @param lines one a step, oldest first; may be empty
  /// @param alt the picture in words
  /// @param picture PNG in Base64, or empty
  record Story(String title, List<String> lines, String alt, String picture) {
    Story {
      lines = List.copyOf(lines);
    }
  }

  /// What the alert rests on.
  ///
  /// @param columns the heads of the table
  /// @param rows newest first
  /// @param more what is left out, in words, or empty
  record Evidence(String title, List<String> columns, List<Row> rows, String more) {
    Evidence {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// One report.
  ///
  /// @param day on which it was published
  /// @param time of that day
  /// @param isNew whether it is what this letter is about
  /// @param mark the word for that
  /// @param publisher who says it
  /// @param side where that publisher stands, in words
  /// @param original the language of the quotation, in words
  /// @param code the language of the quotation, ISO 639-1, or empty
  /// @param title of the item; the link where it has none
  /// @param link to the item, or empty
  /// @param quote the item's own words
  /// @param understood what was understood of them
  record Row(
      String day,
      String time,
      boolean isNew,
      String mark,
      String publisher,
      String side,
      String original,
      String code,
      String title,
      String link,
      String quote,
      String understood) {

    /// Whether the link is one that a reader may follow.
    boolean isLinked() {
      return link.startsWith("https://") || link.startsWith("http://");
    }
  }

  /// What to watch next.
  record Ahead(String title, List<Fact> days) {
    Ahead {
      days = List.copyOf(days);
    }
  }

  /// Why this reader gets the letter, and how not to.
  ///
  /// @param notice words that go before everything, or empty
  /// @param lines each a sentence
  /// @param silence a `mailto:` that silences the development
  /// @param silenceWords its words
  record Footer(
      String notice, String title, List<String> lines, String silence, String silenceWords) {
    Footer {
      lines = List.copyOf(lines);
    }
  }
}
