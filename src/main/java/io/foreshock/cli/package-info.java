/// The command line: data goes to standard output, words to standard error; exit 0 fine, 1 found
/// problems, 2 wrong usage.
@NullMarked
package io.foreshock.cli;

import org.jspecify.annotations.NullMarked;
