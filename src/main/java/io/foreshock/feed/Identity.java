package io.foreshock.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What makes an entry the same item the next time: its guid, where that is its own in the
/// document; else guid and link; else the link; else its title and day.
final class Identity {
  private static final int ID_LENGTH = 32;

  private final String feed;
  private final Map<String, Integer> guids = new HashMap<>();

  /// @param feed the feed's URL: the same guid in two feeds is two items
  Identity(String feed, List<Parsed.Entry> entries) {
    this.feed = feed;
    entries.forEach(entry -> guids.merge(entry.id(), 1, Integer::sum));
  }

  /// Stable over polls and editions, 32 hexadecimal digits.
  String of(Parsed.Entry entry) {
    return hash(feed + "\n" + essence(entry));
  }

  private String essence(Parsed.Entry entry) {
    if (!entry.id().isEmpty() && guids.getOrDefault(entry.id(), 0) == 1) {
      return schemeless(entry.id());
    }
    if (!entry.id().isEmpty() && !entry.link().isEmpty()) {
      return schemeless(entry.id()) + "\n" + schemeless(entry.link());
    }
    if (!entry.link().isEmpty()) {
      return schemeless(entry.link());
    }
    var day = entry.published().map(at -> at.toString().substring(0, 10)).orElse("");
    return entry.title() + "\n" + day;
  }

  /// A move from http to https makes no new item.
  private static String schemeless(String id) {
    return id.replaceFirst("^https?://(www\\.)?", "//");
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
          .substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
