/// Quartz, and only here: the few duties that come round again and again.
@NullMarked
package io.foreshock.schedule;

import org.jspecify.annotations.NullMarked;
