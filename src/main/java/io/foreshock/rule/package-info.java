/// Drools, and only here: a folder of rules compiled, checked and run.
@NullMarked
package io.foreshock.rule;

import org.jspecify.annotations.NullMarked;
