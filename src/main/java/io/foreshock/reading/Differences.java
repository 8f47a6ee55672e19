package io.foreshock.reading;

import io.foreshock.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells without reading an item whether two readers may find different things in it.
///
/// Two lexicons that differ in phrases or names alone find the same where none of the phrases that
/// only one of them has can match; any other difference may show anywhere.
public final class Differences {
  private static final PhraseBook.Marks ANYWHERE = new PhraseBook.Marks(_ -> true, _ -> true);

  private final ItemReader reader;
  private final Map<Language, OfLanguage> byLanguage;

  Differences(ItemReader reader, Map<Language, OfLanguage> byLanguage) {
    this.reader = reader;
    this.byLanguage = Map.copyOf(byLanguage);
  }

  /// How two lexicons of one language differ.
  sealed interface OfLanguage {
    /// Not at all.
    record None() implements OfLanguage {}

    /// In these phrases and names, which one has and the other has not.
    record Phrases(Lexicon lexicon, PhraseBook<Meaning> phrases, PhraseBook<NameMeaning> names)
        implements OfLanguage {}

    /// In something that shows anywhere.
    record Anything() implements OfLanguage {}
  }

  static OfLanguage between(Lexicon one, Lexicon other) {
    if (one == other) {
      return new OfLanguage.None();
    }
    boolean alike =
        one.numbers().equals(other.numbers())
            && one.calendar().equals(other.calendar())
            && one.abbreviations().equals(other.abbreviations())
            && one.bare().equals(other.bare())
            && one.and().equals(other.and())
            && one.home().equals(other.home());
    return alike
        ? new OfLanguage.Phrases(
            one,
            new PhraseBook<>(onlyInOne(one.phrases().all(), other.phrases().all())),
            new PhraseBook<>(onlyInOne(one.names().all(), other.names().all())))
        : new OfLanguage.Anything();
  }

  /// What stands in one list and not in the other; where the rest stands in another order, all of
  /// it.
  private static <T> List<Phrase<T>> onlyInOne(List<Phrase<T>> one, List<Phrase<T>> other) {
    var lost = new ArrayList<>(one);
    lost.removeAll(new java.util.HashSet<>(other));
    var gained = new ArrayList<>(other);
    gained.removeAll(new java.util.HashSet<>(one));
    var keptOfOne = new ArrayList<>(one);
    keptOfOne.removeAll(new java.util.HashSet<>(lost));
    var keptOfOther = new ArrayList<>(other);
    keptOfOther.removeAll(new java.util.HashSet<>(gained));
    if (!keptOfOne.equals(keptOfOther)) {
      lost.addAll(other);
      lost.addAll(one);
      return lost;
    }
    lost.addAll(gained);
    return lost;
  }

  /// Whether the two may find different things in an item.
  public boolean mayTouch(Item item) {
    return reader.language(item).map(each -> mayTouch(item, each)).orElse(false);
  }

  private boolean mayTouch(Item item, Language language) {
    return switch (byLanguage.getOrDefault(language, new OfLanguage.Anything())) {
      case OfLanguage.None() -> false;
      case OfLanguage.Anything() -> true;
      case OfLanguage.Phrases(var lexicon, var phrases, var names) -> {
        var words = ItemReader.words(item, lexicon);
        yield !phrases.in(words, ANYWHERE).isEmpty() || !names.in(words, ANYWHERE).isEmpty();
      }
    };
  }
}
