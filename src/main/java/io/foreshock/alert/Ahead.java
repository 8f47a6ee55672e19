package io.foreshock.alert;

import java.time.LocalDate;

/// Something to watch next.
///
/// @param what a word of the rules: `agenda` for a dated event that an item mentions, or the kind
///   of the pattern of which one half is still open
/// @param from the first day
/// @param to the last day
/// @param words the item's own words, or what is still awaited in English
public record Ahead(String what, LocalDate from, LocalDate to, String words) {}
