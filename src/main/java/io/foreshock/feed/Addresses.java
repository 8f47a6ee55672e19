package io.foreshock.feed;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Tells addresses of the public Internet from those that a feed from outside must not lead to
/// (IANA's special-purpose registries, RFC 6890).
final class Addresses {
  private static final List<Range> FOUR =
      List.of(
          Range.of(8, 0),
          Range.of(8, 10),
          Range.of(10, 100, 64), // shared, RFC 6598
          Range.of(8, 127),
          Range.of(16, 169, 254),
          Range.of(12, 172, 16),
          Range.of(24, 192, 0, 0),
          Range.of(24, 192, 0, 2),
          Range.of(24, 192, 88, 99),
          Range.of(16, 192, 168),
          Range.of(15, 198, 18),
          Range.of(24, 198, 51, 100),
          Range.of(24, 203, 0, 113),
          Range.of(3, 224)); // multicast and what is reserved above it
  private static final List<Range> SIX =
      List.of(
          Range.of(7, 0xfc), // unique local, RFC 4193
          Range.of(9, 0xfe, 0x80), // link-local and the former site-local
          Range.of(8, 0xff),
          Range.of(64, 1, 0, 0, 0, 0, 0, 0, 0), // discard, RFC 6666
          Range.of(32, 0x20, 1, 0x0d, 0xb8)); // documentation
  private static final Range SIX_TO_FOUR = Range.of(16, 0x20, 2);
  private static final Range TEREDO = Range.of(32, 0x20, 1, 0, 0);
  private static final Range NAT64 = Range.of(32, 0, 0x64, 0xff, 0x9b);
  private static final Range MAPPED = Range.of(80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final Range METADATA = Range.of(16, 169, 254);

  private Addresses() {}

  /// The first `bits` of an address.
  private record Range(int bits, List<Integer> start) {
    static Range of(int bits, Integer... start) {
      return new Range(bits, List.of(start));
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int place = bit / 8;
        int mask = 0x80 >> (bit % 8);
        int wanted = place < start.size() ? start.get(place) : 0;
        if ((address[place] & mask) != (wanted & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /// Whether an address is loopback, private, link-local, shared, multicast, reserved, or an IPv6
  /// address that carries such an IPv4 address (mapped, NAT64, 6to4, Teredo, ISATAP).
  static boolean isInside(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> isInsideFour(four.getAddress());
      case Inet6Address six -> isInsideSix(six.getAddress());
      default -> true;
    };
  }

  /// Whether an address is where clouds keep their metadata (169.254.0.0/16, `fd00:ec2::254`), or
  /// no address of one machine: forbidden even in a private network.
  static boolean isNeverAsked(InetAddress address) {
    var bytes = address.getAddress();
    boolean metadata =
        bytes.length == 4
            ? METADATA.contains(bytes)
            : METADATA.contains(carried(bytes))
                || Range.of(32, 0xfd, 0, 0x0e, 0xc2).contains(bytes);
    return metadata || address.isMulticastAddress() || address.isAnyLocalAddress();
  }

  private static boolean isInsideFour(byte[] four) {
    return FOUR.stream().anyMatch(range -> range.contains(four));
  }

  private static boolean isInsideSix(byte[] six) {
    boolean carries = SIX_TO_FOUR.contains(six) || TEREDO.contains(six) || isLastFour(six);
    return SIX.stream().anyMatch(range -> range.contains(six))
        || (carries && isInsideFour(carried(six)));
  }

  private static boolean isLastFour(byte[] six) {
    boolean isatap = six[10] == 0x5e && (six[11] & 0xff) == 0xfe && (six[8] & 0xfd) == 0;
    return NAT64.contains(six) || MAPPED.contains(six) || isatap;
  }

  /// The IPv4 address inside.
  private static byte[] carried(byte[] six) {
    if (SIX_TO_FOUR.contains(six)) {
      return Arrays.copyOfRange(six, 2, 6);
    }
    var four = Arrays.copyOfRange(six, 12, 16);
    if (TEREDO.contains(six)) {
      for (int i = 0; i < four.length; i++) {
        four[i] = (byte) ~four[i];
      }
    }
    return four;
  }
}
