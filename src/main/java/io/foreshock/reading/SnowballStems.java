package io.foreshock.reading;

import java.util.List;
import org.tartarus.snowball.SnowballStemmer;

/// Stems by a Snowball algorithm.
final class SnowballStems implements Stems {
  private final SnowballStemmer stemmer;

  SnowballStems(SnowballStemmer stemmer) {
    this.stemmer = stemmer;
  }

  @Override
  public List<Sense> of(String written, String folded) {
    return List.of(Sense.plain(stem(folded)));
  }

  String stem(String folded) {
    stemmer.setCurrent(folded);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
