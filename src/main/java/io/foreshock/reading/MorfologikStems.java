package io.foreshock.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import morfologik.stemming.IStemmer;

/// Base forms from a Morfologik dictionary; words that it does not have go through a fallback.
///
/// The dictionary's part-of-speech tags also tell a verb's aspect and form: in Polish and Ukrainian
/// a perfective verb that is not past speaks of the future.
final class MorfologikStems implements Stems {
  private final IStemmer dictionary;
  private final Function<String, Form> tags;
  private final Function<String, String> fallback;

  MorfologikStems(
      IStemmer dictionary, Function<String, Form> tags, Function<String, String> fallback) {
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
      senses.add(new Sense(fallback.apply(folded), Form.PLAIN));
    }
    return senses;
  }

  private void look(String word, List<Sense> senses) {
    for (var found : dictionary.lookup(word)) {
      var tag = found.getTag() == null ? "" : found.getTag().toString();
      var sense = new Sense(Folding.fold(found.getStem().toString()), tags.apply(tag));
      if (!senses.contains(sense)) {
        senses.add(sense);
      }
    }
  }

  /// Tags of the Polish dictionary (Morfologik 2, from PoliMorf).
  static Form polish(String tag) {
    if (tag.contains("verb:fin") && tag.contains(":perf")) {
      return Form.AHEAD;
    }
    if (tag.contains("verb:inf")) {
      return Form.BARE;
    }
    if (tag.startsWith("ger")) {
      return Form.NOUN;
    }
    return tag.startsWith("verb") || tag.startsWith("ppas") || tag.startsWith("pact")
        ? Form.TOLD
        : Form.PLAIN;
  }

  /// Tags of the Ukrainian dictionary (dict_uk).
  static Form ukrainian(String tag) {
    if (tag.contains(":futr")) {
      return Form.AHEAD;
    }
    if (tag.contains(":inf")) {
      return Form.BARE;
    }
    return tag.startsWith("verb") || tag.contains("&adjp") || tag.startsWith("advp")
        ? Form.TOLD
        : Form.PLAIN;
  }
}
