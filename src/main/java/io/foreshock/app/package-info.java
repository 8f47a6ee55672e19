/// The whole, wired in one straight line: open, start, turn after turn, close.
@NullMarked
package io.foreshock.app;

import org.jspecify.annotations.NullMarked;
