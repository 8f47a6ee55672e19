package io.foreshock.feed;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Tells addresses of the public Internet from those that a feed from outside must not lead to.
final class Addresses {
  private static final int EMBEDDED_FROM = 12;

  private Addresses() {}

  /// Whether an address is loopback, private, link-local, shared (RFC 6598), multicast, reserved,
  /// or an IPv6 address that carries such an IPv4 address (mapped, NAT64, 6to4).
  static boolean isInside(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    return switch (address) {
      case Inet4Address four -> isInside(four.getAddress());
      case Inet6Address six -> isInsideSix(six.getAddress());
      default -> true;
    };
  }

  private static boolean isInside(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    return first == 0
        || first == 10
        || first == 127
        || (first == 100 && second >= 64 && second < 128)
        || (first == 169 && second == 254)
        || (first == 172 && second >= 16 && second < 32)
        || (first == 192 && second == 168)
        || (first == 192 && second == 0)
        || (first == 198 && (second == 18 || second == 19))
        || first >= 224;
  }

  private static boolean isInsideSix(byte[] six) {
    boolean unique = (six[0] & 0xfe) == 0xfc;
    boolean sixToFour = (six[0] & 0xff) == 0x20 && (six[1] & 0xff) == 0x02;
    boolean nat64 =
        (six[0] & 0xff) == 0x00
            && (six[1] & 0xff) == 0x64
            && (six[2] & 0xff) == 0xff
            && (six[3] & 0xff) == 0x9b;
    boolean zeros = true;
    for (int i = 0; i < 10; i++) {
      zeros &= six[i] == 0;
    }
    if (sixToFour) {
      return isInside(Arrays.copyOfRange(six, 2, 6));
    }
    return unique || ((nat64 || zeros) && isInside(Arrays.copyOfRange(six, EMBEDDED_FROM, 16)));
  }
}
