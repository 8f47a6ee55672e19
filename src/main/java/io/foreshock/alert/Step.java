package io.foreshock.alert;

import io.foreshock.signal.Signal;
import java.time.Instant;

/// A dated step of the story behind an alert.
///
/// @param at when it was reported
/// @param role what part it plays, e.g. `early-sign`, `release`, `relief`; a word of the rules,
///   given a name in each language by the letters
/// @param signal what was reported
public record Step(Instant at, String role, Signal signal) {}
