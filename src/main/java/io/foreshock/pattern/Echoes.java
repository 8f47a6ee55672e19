package io.foreshock.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The texts heard lately, by their runs of three words: finds the earliest that a new text
/// repeats.
///
/// Two texts count as the same when their sets of runs overlap by at least 0.55 (Jaccard; Broder
/// 1997, "On the resemblance and containment of documents"). Texts are found through the runs they
/// share; a run that 64 texts have tells none of the others, so that a flood stays linear.
final class Echoes {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final double SAME = 0.55;
  private static final int RUN = 3;
  private static final int FEWEST_RUNS = 4;
  private static final int MOST_RUNS = 200;
  private static final int MOST_SHARING = 64;

  private final Map<Integer, List<Text>> byRun = new HashMap<>();
  private long count;

  /// A text as it is remembered.
  ///
  /// @param number in the order of coming
  /// @param voice whose word it is
  /// @param runs hashes of its runs of three words
  record Text(long number, String voice, Set<Integer> runs) {
    Text {
      runs = Set.copyOf(runs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text(var same, _, _) && same == number;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(number);
    }
  }

  /// The runs of three words of a text, at most 200.
  static Set<Integer> runs(String text) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.size() < MOST_RUNS + RUN && matcher.find()) {
      words.add(matcher.group());
    }
    var runs = new HashSet<Integer>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(words.subList(i, i + RUN).hashCode());
    }
    return runs;
  }

  /// The voice of the earliest text that these runs repeat.
  Optional<String> earliestLike(Set<Integer> runs) {
    if (runs.size() < FEWEST_RUNS) {
      return Optional.empty();
    }
    var shared = new HashMap<Text, Integer>();
    runs.forEach(run ->
        byRun.getOrDefault(run, List.of()).forEach(text -> shared.merge(text, 1, Integer::sum)));
    return shared.entrySet().stream()
        .filter(each -> overlap(each.getKey().runs(), runs, each.getValue()) >= SAME)
        .map(Map.Entry::getKey)
        .min((one, other) -> Long.compare(one.number(), other.number()))
        .map(Text::voice);
  }

  private static double overlap(Set<Integer> one, Set<Integer> other, int shared) {
    return one.size() < FEWEST_RUNS ? 0 : shared / (double) (one.size() + other.size() - shared);
  }

  Text add(String voice, Set<Integer> runs) {
    var text = new Text(count++, voice, runs);
    for (var run : text.runs()) {
      var sharing = byRun.computeIfAbsent(run, _ -> new ArrayList<>(1));
      if (sharing.size() < MOST_SHARING) {
        sharing.add(text);
      }
    }
    return text;
  }

  void remove(Text text) {
    for (var run : text.runs()) {
      byRun.computeIfPresent(
          run,
          (_, sharing) -> {
            sharing.remove(text);
            return sharing.isEmpty() ? null : sharing;
          });
    }
  }
}
