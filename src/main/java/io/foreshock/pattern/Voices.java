package io.foreshock.pattern;

import io.foreshock.item.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Tells whose word an item is: that of an earlier item whose text it repeats, an agency's that it
/// carries, or its publisher family's. All editions of an item have one voice.
///
/// What a voice was is remembered for as long as the watch looks back, so that it does not change
/// when the texts that told it are forgotten.
final class Voices {
  private static final Duration TEXTS_KEPT = Duration.ofDays(3);
  private static final int MOST_TEXTS = 20_000;

  private final Agencies agencies;
  private final Echoes echoes = new Echoes();
  private final Deque<Heard> heard = new ArrayDeque<>();
  private final Map<String, Voice> byItem = new LinkedHashMap<>();
  private final Map<String, Voice> fresh = new LinkedHashMap<>();
  private final Set<String> unheard = new HashSet<>();

  Voices(Agencies agencies) {
    this.agencies = agencies;
  }

  private record Heard(Instant at, Echoes.Text text) {}

  /// Whose word this item is.
  ///
  /// @param now the watch's time, which never goes back
  String of(Item item, Instant now) {
    forgetTexts(now);
    var known = byItem.get(item.id());
    if (known == null) {
      var runs = runs(item);
      var voice = new Voice(tell(item, runs), now);
      byItem.put(item.id(), voice);
      fresh.put(item.id(), voice);
      hear(now, voice.name(), runs);
      return voice.name();
    }
    if (unheard.remove(item.id()) && known.since().equals(now)) {
      hear(now, known.name(), runs(item));
    }
    return known.name();
  }

  /// One text is one voice, whoever of those who carry it comes in first: so an agency whose text
  /// was heard already is not another voice.
  private String tell(Item item, Set<Integer> runs) {
    return echoes
        .earliestLike(runs)
        .or(() -> agencies.of(item))
        .orElseGet(() -> item.publisher().family());
  }

  private static Set<Integer> runs(Item item) {
    return Echoes.runs(item.title() + " " + item.summary());
  }

  private void hear(Instant now, String voice, Set<Integer> runs) {
    heard.add(new Heard(now, echoes.add(voice, runs)));
  }

  private void forgetTexts(Instant now) {
    var oldest = now.minus(TEXTS_KEPT);
    while (!heard.isEmpty()
        && (heard.size() >= MOST_TEXTS || heard.getFirst().at().isBefore(oldest))) {
      echoes.remove(heard.removeFirst().text());
    }
  }

  /// Forgets the voices of items that were heard before a time.
  void forgetBefore(Instant time) {
    byItem.values().removeIf(voice -> voice.since().isBefore(time));
    unheard.retainAll(byItem.keySet());
  }

  /// Remembers what the voices of items were; their texts are heard again with the log.
  void remember(Map<String, Voice> voices) {
    byItem.putAll(voices);
    unheard.addAll(voices.keySet());
  }

  /// The voices that were told since the last call, by item.
  Map<String, Voice> takeFresh() {
    var taken = Map.copyOf(fresh);
    fresh.clear();
    return taken;
  }
}
