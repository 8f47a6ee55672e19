package io.foreshock.reading;

/// One way to understand a word.
///
/// @param key base form or stem, lower-case; two words with a common key are forms of one word
/// @param form what this form tells
public record Sense(String key, Form form) {}
