package io.foreshock.reading;

/// A number in the text.
///
/// @param value the whole number it stands for
/// @param qualifier `exact`, `at-least` or `about`
/// @param first index of its first word
/// @param last index of its last word
/// @param at position of its first word, see [Word]
/// @param sentence number of its sentence
/// @param ofPersons whether it may count people: nothing behind it says years, percent, euros
public record Counted(
    int value, String qualifier, int first, int last, int at, int sentence, boolean ofPersons) {}
