/// What an alert says, in a language: message bundles, headlines, how sure it is and why.
///
/// A language is a file under `letters/`, and nothing else; grammar that differs between languages
/// (plurals, cases of names) stands in the file, not in Java.
@NullMarked
package io.foreshock.wording;

import org.jspecify.annotations.NullMarked;
