package io.foreshock.feed;

import java.util.HashSet;
import java.util.Set;

/// Our own line to the network: whether it is down. Threads may share it.
///
/// Where three hosts could not be reached since anything last could, it is not their fault.
final class Line {
  private static final int HOSTS = 3;

  private final Set<String> unreachable = new HashSet<>();

  /// Some server answered, whatever it said.
  synchronized void answered() {
    unreachable.clear();
  }

  /// A host could not be reached.
  synchronized void silent(String host) {
    if (unreachable.size() < HOSTS) {
      unreachable.add(host);
    }
  }

  synchronized boolean isDown() {
    return unreachable.size() >= HOSTS;
  }
}
