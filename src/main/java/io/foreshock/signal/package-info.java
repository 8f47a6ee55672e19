/// A signal: what an item says has happened, will, may or did not.
@NullMarked
package io.foreshock.signal;

import org.jspecify.annotations.NullMarked;
