package io.foreshock.pattern;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/// A day has ended (UTC): the moment for rules about what did not happen.
///
/// @param time the moment, milliseconds since 1970
/// @param ended the day that ended, as days since 1970
@Role(Role.Type.EVENT)
@Timestamp("time")
@Expires("1d")
public record Midnight(long time, long ended) {}
