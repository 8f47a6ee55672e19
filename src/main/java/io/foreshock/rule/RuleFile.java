package io.foreshock.rule;

/// A rule file and its text.
///
/// @param path as a person knows it, relative to the folder Foreshock runs in
/// @param text the DRL
public record RuleFile(String path, String text) {}
