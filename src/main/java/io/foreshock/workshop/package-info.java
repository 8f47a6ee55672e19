/// The maintainers' workshop: a folder of rules opened, tested, measured and compared with another.
@NullMarked
package io.foreshock.workshop;

import org.jspecify.annotations.NullMarked;
