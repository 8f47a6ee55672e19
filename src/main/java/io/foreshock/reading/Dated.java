package io.foreshock.reading;

import java.time.LocalDate;

/// A day, or a year, that the text names.
///
/// @param from the first day
/// @param to the last day: of the range, of the year
/// @param isDay whether days were named, not only a year or month
/// @param first index of its first word
/// @param last index of its last word
/// @param at position of its first word, see [Word]
/// @param sentence number of its sentence
public record Dated(
    LocalDate from, LocalDate to, boolean isDay, int first, int last, int at, int sentence) {}
