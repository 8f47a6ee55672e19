/// The database: opened, migrated, and asked in transactions.
@NullMarked
package io.foreshock.store;

import org.jspecify.annotations.NullMarked;
