/// A news item, who published it, and what of it is kept.
@NullMarked
package io.foreshock.item;

import org.jspecify.annotations.NullMarked;
