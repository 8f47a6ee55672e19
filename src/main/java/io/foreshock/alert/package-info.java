/// Alerts: what a completed pattern means for the people who must know.
@NullMarked
package io.foreshock.alert;

import org.jspecify.annotations.NullMarked;
