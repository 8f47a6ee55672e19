package io.foreshock.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Turns a phrase as a maintainer writes it into what it matches.
///
/// Words stand in their base form and match any form; `=word` is this form only, `word*` any word
/// that begins so, `*word` any compound that ends in it, `a|b` either, `word?` may be missing, `..`
/// bridges up to four words, `#` is a number and `@` the name of a country or bloc.
final class PhraseParser {
  private final Senses senses;

  /// @param senses the language's morphology
  PhraseParser(Senses senses) {
    this.senses = senses;
  }

  /// None where the text has no word to begin with.
  <T> Optional<Phrase<T>> parse(String source, T meaning) {
    var words = new ArrayList<Pattern>();
    int gap = 0;
    for (var part : source.strip().split("[\\s-]+", -1)) {
      if (part.equals("..") || part.equals("…")) {
        gap = Pattern.GAP;
      } else if (part.equals("...")) {
        gap = Pattern.WIDE_GAP;
      } else if (!part.isEmpty()) {
        words.add(word(part, words.isEmpty() ? 0 : gap));
        gap = 0;
      }
    }
    boolean usable = !words.isEmpty() && !words.getFirst().optional();
    return usable ? Optional.of(new Phrase<>(source, words, meaning)) : Optional.empty();
  }

  private Pattern word(String part, int gap) {
    boolean optional = part.length() > 1 && part.endsWith("?");
    var bare = optional ? part.substring(0, part.length() - 1) : part;
    var ways = Arrays.stream(bare.split("\\|", -1)).flatMap(each -> ways(each).stream()).toList();
    return new Pattern(ways, optional, gap);
  }

  private List<Pattern.Way> ways(String each) {
    if (each.equals("#")) {
      return List.of(new Pattern.Way.AnyNumber());
    }
    if (each.equals("@")) {
      return List.of(new Pattern.Way.AnyName());
    }
    if (each.startsWith("=")) {
      return List.of(new Pattern.Way.Exact(senses.folded(each.substring(1))));
    }
    if (each.endsWith("*")) {
      return List.of(new Pattern.Way.Prefix(senses.folded(each.substring(0, each.length() - 1))));
    }
    boolean end = each.length() > 1 && each.startsWith("*");
    return senses.of(end ? each.substring(1) : each).stream()
        .map(Sense::key)
        .distinct()
        .map(key -> end ? (Pattern.Way) new Pattern.Way.Suffix(key) : new Pattern.Way.Key(key))
        .toList();
  }
}
