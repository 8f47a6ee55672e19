package io.foreshock.signal;

import io.foreshock.reading.Dated;
import io.foreshock.reading.Said;
import java.util.ArrayList;
import java.util.List;

/// What the reading rules conclude about one item: the global `signals` of `rules/reading`.
///
/// One thread only; cleared between items.
public final class Drafts {
  private static final int MOST = 64;

  /// A day and what it brings.
  record Ahead(Dated when, Said what) {}

  private final List<Draft> drafts = new ArrayList<>();
  private final List<String> silenced = new ArrayList<>();
  private final List<Ahead> agenda = new ArrayList<>();
  private String rule = "";
  private int dropped;

  /// An event whose phrase is filed under the signal's own name, `type/phase`.
  public void say(Said event) {
    var name = event.concept().split("/", 2);
    say(name[0], name[1], event);
  }

  /// An event told by one phrase.
  public void say(String type, String phase, Said event) {
    say(type, phase, event, event);
  }

  /// An event told by a verb about an object.
  public void say(String type, String phase, Said verb, Said object) {
    add(new Draft(type, phase, rule, verb, object, Factuality.ACTUAL));
  }

  /// An event that is at most possible, whatever the words around it say: a plot, a charge.
  public void suspect(String type, String phase, Said verb, Said object) {
    add(new Draft(type, phase, rule, verb, object, Factuality.POSSIBLE));
  }

  /// A dated event ahead that the item mentions.
  public void ahead(Dated when, Said what) {
    if (agenda.size() < MOST) {
      agenda.add(new Ahead(when, what));
    } else {
      dropped++;
    }
  }

  /// The item is somebody else's news; it says nothing.
  public void silence() {
    silenced.add(rule);
  }

  /// The rule that is about to conclude something.
  void by(String ruleName) {
    rule = ruleName;
  }

  private void add(Draft draft) {
    if (drafts.size() < MOST) {
      drafts.add(draft);
    } else {
      dropped++;
    }
  }

  void clear() {
    drafts.clear();
    silenced.clear();
    agenda.clear();
    dropped = 0;
  }

  List<Draft> all() {
    return List.copyOf(drafts);
  }

  List<Ahead> agenda() {
    return List.copyOf(agenda);
  }

  List<String> silencedBy() {
    return List.copyOf(silenced);
  }

  int dropped() {
    return dropped;
  }
}
