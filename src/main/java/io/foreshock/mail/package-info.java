/// Letters: what an alert says to whom, in which language, and how it gets there.
///
/// [Outbox] writes a letter down in the alert's own transaction; [Postman] delivers it, repeats
/// what must be repeated, and never lets one address stop another.
@NullMarked
package io.foreshock.mail;

import org.jspecify.annotations.NullMarked;
