/// Alerts for machines: CAP 1.2 documents, an Atom feed, signed webhook calls; all made from the
/// same alert as the letters.
@NullMarked
package io.foreshock.exit;

import org.jspecify.annotations.NullMarked;
