/// A recorded story played through the whole daemon with no network: feeds on loopback that grow as
/// the story goes on, a clock that follows it, and a mailbox.
@NullMarked
package io.foreshock.demo;

import org.jspecify.annotations.NullMarked;
