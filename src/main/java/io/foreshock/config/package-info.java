/// `foreshock.yml` and `feeds.yml` → the settings records that each room owns.
@NullMarked
package io.foreshock.config;

import org.jspecify.annotations.NullMarked;
