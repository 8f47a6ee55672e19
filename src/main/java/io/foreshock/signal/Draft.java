package io.foreshock.signal;

import io.foreshock.reading.Said;
import java.util.List;

/// What a reading rule concluded: this event, from these concepts.
///
/// @param type the signal's type
/// @param phase its phase
/// @param rule the rule's name
/// @param verb the concept that tells the event; its form and its cues decide the factuality
/// @param object what the event is about; the same as `verb` where one phrase says it all
/// @param sureness the least that the rule itself knows: `actual` leaves it to the text
record Draft(String type, String phase, String rule, Said verb, Said object, Factuality sureness) {

  /// The same told by another deed of the item.
  Draft toldBy(Said deed) {
    return new Draft(type, phase, rule, deed, deed, sureness);
  }

  /// The words it rests on, in the order of the text.
  List<Said> words() {
    return verb.at() <= object.at() ? List.of(verb, object) : List.of(object, verb);
  }

  int distance() {
    return verb.distance(object);
  }

  int from() {
    return Math.min(verb.at(), object.at());
  }

  int until() {
    return Math.max(verb.until(), object.until());
  }

  int first() {
    return Math.min(verb.first(), object.first());
  }

  int last() {
    return Math.max(verb.last(), object.last());
  }
}
