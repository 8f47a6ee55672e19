package io.foreshock.pattern;

import io.foreshock.item.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whose word an item is: its publisher family's, an agency's that it carries, or that of an
/// earlier item whose text it repeats.
///
/// Two texts count as the same when their sets of three-word runs overlap by at least 0.55
/// (Jaccard; Broder 1997). Texts of the last 72 hours are compared, at most 2,000 of them.
final class Voices {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final double SAME = 0.55;
  private static final int RUN = 3;
  private static final int FEWEST_RUNS = 4;
  private static final int MOST_TEXTS = 2_000;
  private static final long WINDOW_MILLIS = 72L * 3_600_000;

  private final Agencies agencies;
  private final Deque<Heard> heard = new ArrayDeque<>();
  private final Map<String, String> byItem = new HashMap<>();

  Voices(Agencies agencies) {
    this.agencies = agencies;
  }

  private record Heard(long time, String item, String voice, Set<Integer> runs) {}

  /// Whose word this item is.
  String of(Item item) {
    var known = byItem.get(item.id());
    if (known != null) {
      return known;
    }
    forget(item.published().toEpochMilli());
    var runs = runs(item.title() + " " + item.summary());
    var voice = agencies.of(item).orElseGet(() -> earlier(runs, item.publisher().family()));
    heard.add(new Heard(item.published().toEpochMilli(), item.id(), voice, runs));
    byItem.put(item.id(), voice);
    return voice;
  }

  private String earlier(Set<Integer> runs, String family) {
    return heard.stream()
        .filter(each -> overlap(each.runs(), runs) >= SAME)
        .findFirst()
        .map(Heard::voice)
        .orElse(family);
  }

  private void forget(long now) {
    while (!heard.isEmpty()
        && (heard.size() >= MOST_TEXTS || heard.getFirst().time() < now - WINDOW_MILLIS)) {
      byItem.remove(heard.removeFirst().item());
    }
  }

  private static Set<Integer> runs(String text) {
    var words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(each -> each.group()).toList();
    var runs = new HashSet<Integer>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(words.subList(i, i + RUN).hashCode());
    }
    return runs;
  }

  private static double overlap(Set<Integer> one, Set<Integer> other) {
    if (Math.min(one.size(), other.size()) < FEWEST_RUNS) {
      return 0;
    }
    long shared = one.stream().filter(other::contains).count();
    return shared / (double) (one.size() + other.size() - shared);
  }
}
