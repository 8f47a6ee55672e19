package io.foreshock.pattern;

import java.time.Instant;

/// Whose word an item is.
///
/// @param name a publisher family's, or an agency's
/// @param since when the item was first heard, on the watch's clock
public record Voice(String name, Instant since) {}
