package io.foreshock.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import morfologik.stemming.IStemmer;

/// Base forms from a Morfologik dictionary, with what its tags tell; words that it does not have go
/// through a fallback.
final class MorfologikStems implements Stems {
  private final IStemmer dictionary;
  private final Tagset tags;
  private final Function<String, String> fallback;

  MorfologikStems(IStemmer dictionary, Tagset tags, Function<String, String> fallback) {
    this.dictionary = dictionary;
    this.tags = tags;
    this.fallback = fallback;
  }

  @Override
  public List<Sense> of(String written, String folded) {
    var senses = new ArrayList<Sense>(4);
    look(folded, senses);
    if (!written.equals(folded)) {
      look(written, senses);
    }
    if (senses.isEmpty()) {
      senses.add(Sense.plain(fallback.apply(folded)));
    }
    return senses;
  }

  private void look(String word, List<Sense> senses) {
    for (var found : dictionary.lookup(word)) {
      var tag = found.getTag() == null ? "" : found.getTag().toString();
      var key = Folding.fold(found.getStem().toString());
      add(
          new Sense(key, tags.form(tag), tags.cases(tag), tags.isNoun(tag), tags.amount(tag)),
          senses);
    }
  }

  /// One sense for each base form: a word that may be told or bare ("release", `aufheben`) tells
  /// neither.
  private static void add(Sense sense, List<Sense> senses) {
    for (int i = 0; i < senses.size(); i++) {
      var known = senses.get(i);
      if (known.key().equals(sense.key())) {
        senses.set(i, merged(known, sense));
        return;
      }
    }
    senses.add(sense);
  }

  private static Sense merged(Sense one, Sense other) {
    var cases = EnumSet.noneOf(Case.class);
    cases.addAll(one.cases());
    cases.addAll(other.cases());
    return new Sense(
        one.key(),
        one.form().or(other.form()),
        cases,
        one.isNoun() && other.isNoun(),
        one.amount().or(other.amount()));
  }
}
