/// The watch: signals over time → matches of the patterns in `rules/patterns`.
///
/// [Watch] is the face. It sees one entry of the signal log after the other and knows nothing but
/// the log, so that a live run, a replay and a rebuilt watch come to the same matches.
@NullMarked
package io.foreshock.pattern;

import org.jspecify.annotations.NullMarked;
