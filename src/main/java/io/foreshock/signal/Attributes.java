package io.foreshock.signal;

import io.foreshock.reading.Case;
import io.foreshock.reading.Form;
import io.foreshock.reading.Named;
import io.foreshock.reading.Said;

/// Which names describe a noun: "Belarusian prisoners", "Belarus's prisoners", "prisoners of
/// Belarus", `więźniowie Białorusi`.
final class Attributes {
  private static final int ATTACHED = 3;

  private Attributes() {}

  /// Whether the form of a name allows it to describe what follows.
  static boolean mayDescribe(Named name) {
    return name.markers().contains(Roles.OF)
        || (name.isBare() && (name.kind().equals(Named.PEOPLE) || name.isOwner()));
  }

  /// Whether a name describes what the event is about.
  static boolean ofObject(Named name, Draft draft) {
    return of(name, draft.object()) && !isParted(name, draft);
  }

  /// Whether a name describes the deed itself, told by a noun: "the Russian strike", "Russian
  /// strikes kill".
  static boolean ofDeed(Named name, Draft draft) {
    boolean isSubject = draft.object().until() < draft.verb().at();
    boolean isPart =
        isInside(name, draft.verb())
            && !isObjectOf(name, draft.verb())
            && (mayDescribe(name) || isAdjective(name) || isGenitiveInside(name, draft.verb()));
    boolean isGenitive =
        !name.cases().isEmpty() || name.markers().contains(Roles.OF) || mayDescribe(name);
    return isPart
        || (isGenitive
            && (isSubject
                ? of(name, draft.object())
                : !draft.verb().form().isVerbal() && of(name, draft.verb())));
  }

  /// What stands behind a verb in its own phrase is done to: "strikes Russian depots".
  private static boolean isObjectOf(Named name, Said verb) {
    boolean maySubject = name.cases().contains(Case.NOMINATIVE);
    return verb.form().isVerbal() && name.first() > verb.first() && !maySubject;
  }

  /// "Atak Rosji na …": a form of many cases behind the noun that it can belong to.
  private static boolean isGenitiveInside(Named name, Said deed) {
    return name.isBare() && name.cases().contains(Case.GENITIVE) && name.first() > deed.first();
  }

  static boolean isInside(Named name, Said said) {
    return name.first() >= said.first() && name.last() <= said.last();
  }

  private static boolean of(Named name, Said noun) {
    int before = noun.at() - name.until();
    int behind = name.at() - noun.until();
    return name.sentence() == noun.sentence()
        && ((mayDescribe(name) && isInside(name, noun))
            || (mayDescribe(name) && before > 0 && before <= ATTACHED && !noun.form().isVerbal())
            || isAdjunct(name, noun)
            || (owns(name, noun) && behind > 0 && behind <= reachBehind(name)));
  }

  /// "Russia sanctions", "Iran talks": a name without cases right before a noun.
  private static boolean isAdjunct(Named name, Said noun) {
    return name.isBare()
        && name.cases().isEmpty()
        && noun.form() == Form.PLAIN
        && noun.at() - name.until() == 1;
  }

  /// What an adjective behind a noun describes stands behind it: only next to the noun does the
  /// whole belong to it.
  private static int reachBehind(Named name) {
    return isAdjective(name) && !name.cases().isEmpty() ? 1 : ATTACHED;
  }

  private static boolean isAdjective(Named name) {
    return name.kind().equals(Named.PEOPLE) && !name.isNational();
  }

  /// Whether the verb stands between a name and the object.
  private static boolean isParted(Named name, Draft draft) {
    return draft.verb().at() > name.until() && draft.verb().until() < draft.object().at();
  }

  /// A genitive behind a noun; behind a verb it belongs to something else.
  private static boolean owns(Named name, Said noun) {
    boolean mayGenitive = name.cases().isEmpty() || name.cases().contains(Case.GENITIVE);
    return !noun.form().isVerbal()
        && (name.markers().contains(Roles.OF) || (name.isBare() && mayGenitive));
  }
}
