package io.foreshock.reading;

import java.util.Set;

/// A country or bloc that the text names, or something that stands for it.
///
/// @param code ISO 3166-1 alpha-2, or `EU`, `UN`, `NATO`, `OSCE`, `G7`
/// @param kind what the name is: [#NAME], [#PEOPLE], [#CAPITAL], [#PLACE], [#BODY] or [#PERSON]
/// @param across of a border crossing, the code of the country on the other side; else empty
/// @param markers what the preposition or the case that governs it may mean (`in`, `against`, `by`
///   …); none where it stands bare
/// @param cases the cases in which it may stand; none where nothing tells them
/// @param isNoun whether it is certainly a noun
/// @param first index of its first word
/// @param last index of its last word
/// @param at position of its first word, see [Word]
/// @param until position of its last word
/// @param sentence number of its sentence
/// @param list number of the list that it stands in with others ("Latvia, Lithuania and Poland");
///   names of one list share it
public record Named(
    String code,
    String kind,
    String across,
    Set<String> markers,
    Set<Case> cases,
    boolean isNoun,
    int first,
    int last,
    int at,
    int until,
    int sentence,
    int list) {
  private static final Set<String> BLOCS = Set.of("EU", "UN", "NATO", "OSCE", "G7");

  /// Marker of a name before a hyphen: `US-Angriff`.
  public static final String HYPHEN = "hyphen";

  /// Marker of the city where an agency's text was written.
  public static final String DATELINE = "dateline";

  /// The country or bloc itself.
  public static final String NAME = "name";

  /// Its people or the adjective.
  public static final String PEOPLE = "people";

  /// Its capital: the place and the government.
  public static final String CAPITAL = "capital";

  /// A place in it.
  public static final String PLACE = "place";

  /// An organ of the state or what stands for it.
  public static final String BODY = "body";

  /// Somebody who acts for it.
  public static final String PERSON = "person";

  /// Copies the sets.
  public Named {
    markers = Set.copyOf(markers);
    cases = Set.copyOf(cases);
  }

  /// The country on the other side, named by its crossing.
  public Named neighbour() {
    return new Named(
        across, kind, "", markers, cases, isNoun, first, last, at, until, sentence, list);
  }

  /// Whether no preposition and no case tells its part.
  public boolean isBare() {
    return markers.isEmpty();
  }

  /// Whether it names people of a country, not what else is of it: `Białorusin`.
  public boolean isNational() {
    return isNoun && kind.equals(PEOPLE);
  }

  /// Whether it is a country, not a bloc of several.
  public boolean isCountry() {
    return !BLOCS.contains(code);
  }

  /// Whether it may be the subject.
  public boolean maySubject() {
    return isBare() && (cases.isEmpty() || cases.contains(Case.NOMINATIVE));
  }

  /// Whether it may be the object.
  public boolean mayObject() {
    return isBare() && !cases.equals(Set.of(Case.NOMINATIVE));
  }

  /// Whether its form alone tells that something is its: `Lithuania's`, `Lietuvos`.
  public boolean isOwner() {
    return cases.equals(Set.of(Case.GENITIVE));
  }

  /// How far the name is from a concept; see [Said#distance].
  public int distance(Said said) {
    return Math.max(0, Math.max(said.at() - until, at - said.until()));
  }
}
