/// Files that a person edits: what stands in them, on which line, and what is wrong with it.
@NullMarked
package io.foreshock.source;

import org.jspecify.annotations.NullMarked;
