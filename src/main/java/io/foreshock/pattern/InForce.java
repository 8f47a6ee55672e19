package io.foreshock.pattern;

/// A line of the ledger: an emergency is known to be in force, or announced.
///
/// @param place where
/// @param since the first sighting of it
public record InForce(String place, Sighting since) {}
