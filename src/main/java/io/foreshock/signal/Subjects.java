package io.foreshock.signal;

import io.foreshock.reading.Case;
import io.foreshock.reading.Named;
import io.foreshock.reading.Reading;
import java.util.Comparator;
import java.util.stream.Stream;

/// Who may be the subject of an event's verb.
///
/// First a bare name or an adjective one noun before the verb ("Belarusian balloons enter"), then
/// an adjective or an owner farther off ("Belarusian authorities", "Lithuania's government"), then
/// the same behind a verb whose object goes before it; what stands in the verb's own clause goes
/// before what does not ("Estonia says that a Russian jet entered"). Of a list the first. Who
/// demands it does not do it.
final class Subjects {
  private static final int INVERTED_REACH = 6;

  private final Reading reading;

  Subjects(Reading reading) {
    this.reading = reading;
  }

  /// The likeliest first.
  Stream<Named> of(Draft draft) {
    var inside = names(draft).filter(name -> isInside(name, draft));
    var before =
        names(draft)
            .filter(name -> name.until() < draft.verb().at() && mayAct(name))
            .filter(name -> !isPatient(name, draft))
            .sorted(
                Comparator.<Named>comparingInt(name -> clausesBefore(name, draft))
                    .thenComparing(name -> !isSubject(name) && !isAttached(name, draft))
                    .thenComparingInt(name -> draft.verb().at() - name.until()));
    var behind =
        names(draft)
            .filter(name -> follows(name, draft) && mayAct(name) && mayBeNominative(name))
            .sorted(
                Comparator.<Named, Boolean>comparing(name -> !isSubject(name))
                    .thenComparingInt(Named::at));
    return Stream.of(inside, before, behind)
        .flatMap(each -> each)
        .filter(name -> !Attributes.ofObject(name, draft) && !demands(name, draft))
        .map(this::firstOfList);
  }

  private Stream<Named> names(Draft draft) {
    return reading.names().stream().filter(name -> name.sentence() == draft.verb().sentence());
  }

  private static boolean mayAct(Named name) {
    return isSubject(name) || Attributes.mayDescribe(name);
  }

  private static boolean mayBeNominative(Named name) {
    return name.cases().isEmpty() || name.cases().contains(Case.NOMINATIVE);
  }

  private static boolean isSubject(Named name) {
    return name.maySubject() && !name.kind().equals(Named.PEOPLE);
  }

  /// An adjective and its noun, then the verb.
  private static boolean isAttached(Named name, Draft draft) {
    return name.kind().equals(Named.PEOPLE) && draft.verb().at() - name.until() == 2;
  }

  /// In the words that tell all ("after @ talks with").
  private static boolean isInside(Named name, Draft draft) {
    boolean first = name.first() == draft.verb().first() && !name.kind().equals(Named.PEOPLE);
    return (first || !draft.verb().form().isVerbal())
        && Attributes.isInside(name, draft.verb())
        && name.last() < draft.verb().last()
        && isSubject(name);
  }

  /// What stands between an object and the verb behind it belongs to the object: "accounts of
  /// Belarusian firms are frozen".
  private static boolean isPatient(Named name, Draft draft) {
    return name.first() > draft.object().last() && !isSubject(name);
  }

  private int clausesBefore(Named name, Draft draft) {
    return (int)
        reading.clauses().stream()
            .filter(first -> first > name.last() && first < draft.verb().first())
            .count();
  }

  private static boolean follows(Named name, Draft draft) {
    boolean inverted = draft.object().at() < draft.verb().at() && draft.verb().form().isVerbal();
    int behind = name.at() - draft.verb().until();
    return inverted && behind > 0 && behind <= INVERTED_REACH;
  }

  private Named firstOfList(Named name) {
    return reading.names().stream()
        .filter(each -> each.sentence() == name.sentence() && each.list() == name.list())
        .filter(each -> each.markers().equals(name.markers()))
        .findFirst()
        .orElse(name);
  }

  private boolean demands(Named name, Draft draft) {
    return reading.cues().stream()
        .filter(cue -> cue.meaning().equals("demanded"))
        .filter(cue -> cue.governs(draft.verb().at(), draft.verb().until(), name.sentence()))
        .anyMatch(cue -> name.until() < cue.at() && cue.at() < draft.verb().at());
  }
}
