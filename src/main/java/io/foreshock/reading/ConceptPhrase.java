package io.foreshock.reading;

import java.util.Optional;

/// A phrase of a lexicon that names a concept.
///
/// @param language ISO 639-1 code
/// @param concept what it means
/// @param form `noun`, `ahead`, `bare` or `told` where the lexicon fixes it, else empty
/// @param phrase as the lexicon writes it
/// @param cancelledBy the phrase under `cancel:` that takes every match of it away; none where it
///   can count
public record ConceptPhrase(
    String language, String concept, String form, String phrase, Optional<String> cancelledBy) {}
