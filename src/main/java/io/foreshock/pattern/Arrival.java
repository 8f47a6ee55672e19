package io.foreshock.pattern;

/// A sighting that has just come in; gone before the next one. Rules about what was *not* said
/// before begin with it, else they would fire when an old sighting is forgotten.
///
/// @param sighting which
public record Arrival(Sighting sighting) {}
