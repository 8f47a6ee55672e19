package io.foreshock.pattern;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Keeps a flood out of the rules: of those who say the same on one day, it lets in as many as can
/// tell a pattern something new. The others are only counted.
///
/// Let in are the first two of each voice, up to twelve voices, and numbers that nobody had said,
/// up to twenty.
final class Crowd {
  private static final int MOST_OF_ONE_VOICE = 2;
  private static final int MOST_VOICES = 12;
  private static final int MOST_NUMBERS = 20;

  private final Map<String, Said> said = new HashMap<>();

  private static final class Said {
    private final Map<String, Integer> voices = new HashMap<>();
    private final Set<Long> numbers = new HashSet<>();
  }

  /// Whether this sighting is only one more of a crowd.
  boolean hides(Sighting sighting) {
    var same = said.computeIfAbsent(essence(sighting), _ -> new Said());
    boolean newNumber =
        same.numbers.size() < MOST_NUMBERS
            && same.numbers.add(sighting.count() + (sighting.due() << Integer.SIZE));
    boolean mayCome = same.voices.containsKey(sighting.voice()) || same.voices.size() < MOST_VOICES;
    boolean newVoice =
        mayCome && same.voices.merge(sighting.voice(), 1, Integer::sum) <= MOST_OF_ONE_VOICE;
    return !newNumber && !newVoice;
  }

  /// A new day: everybody may speak again.
  void disperse() {
    said.clear();
  }

  private static String essence(Sighting sighting) {
    return String.join(
        "|",
        sighting.type(),
        sighting.phase(),
        sighting.factuality(),
        sighting.place(),
        sighting.actor(),
        sighting.target(),
        sighting.trusted() ? "trusted" : "",
        sighting.background() ? "background" : "");
  }
}
