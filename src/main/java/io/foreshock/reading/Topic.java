package io.foreshock.reading;

/// A topic that makes an item somebody else's news.
///
/// @param name e.g. `sport`
public record Topic(String name) {}
