package io.foreshock.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What makes an entry of a document the same item the next time.
///
/// Guids are repeated, changed from http to https, or missing; so an entry has several keys, the
/// most telling first: guid and link, the guid where it is its own in the document, the link where
/// there is no guid. An item is known by all the keys that it ever had.
final class Keys {
  private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?");
  private static final int HASH_LENGTH = 32;
  private static final int DAY_LENGTH = 10;

  private final String feed;
  private final Feed.Identity identity;
  private final Map<String, Integer> guids = new HashMap<>();
  private final Map<String, Integer> links = new HashMap<>();
  private final Map<String, Integer> titles = new HashMap<>();

  /// @param feed the same guid in two feeds is two items
  Keys(Feed feed, List<Parsed.Entry> entries) {
    this.feed = feed.url().toString();
    this.identity = feed.identity();
    for (var entry : entries) {
      guids.merge(schemeless(entry.id()), 1, Integer::sum);
      links.merge(schemeless(entry.link()), 1, Integer::sum);
      titles.merge(titleAndDay(entry), 1, Integer::sum);
    }
  }

  /// By what an entry may be known, most telling first; at least one.
  List<String> of(Parsed.Entry entry) {
    var keys = new ArrayList<String>();
    var guid = schemeless(entry.id());
    var link = schemeless(entry.link());
    if (identity == Feed.Identity.GUID && !guid.isEmpty()) {
      if (!link.isEmpty()) {
        keys.add(hash("guid and link", guid + "\n" + link));
      }
      if (guids.getOrDefault(guid, 0) == 1) {
        keys.add(hash("guid", guid));
      }
    }
    boolean byLink = keys.isEmpty() && identity != Feed.Identity.TITLE && !link.isEmpty();
    if (byLink && links.getOrDefault(link, 0) == 1) {
      keys.add(hash("link", link));
    }
    if (keys.isEmpty()) {
      keys.add(hash("title", link + "\n" + titleAndDay(entry)));
    }
    return keys;
  }

  /// A key to recognise an item by whose others have all changed: its title and day, where no other
  /// entry has the same. Empty where it has no title.
  List<String> byTitle(Parsed.Entry entry) {
    var title = titleAndDay(entry);
    return entry.title().isBlank() || titles.getOrDefault(title, 0) != 1
        ? List.of()
        : List.of(hash("again", title));
  }

  /// How many entries share their guid with another one.
  int repeatedGuids() {
    return guids.entrySet().stream()
        .filter(each -> !each.getKey().isEmpty() && each.getValue() > 1)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static String titleAndDay(Parsed.Entry entry) {
    var day = entry.published().map(at -> at.toString().substring(0, DAY_LENGTH)).orElse("");
    return entry.title().toLowerCase(Locale.ROOT) + "\n" + day;
  }

  /// A move from http to https makes no new item.
  private static String schemeless(String id) {
    return SCHEME.matcher(id.strip()).replaceFirst("//");
  }

  private String hash(String kind, String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var whole = feed + "\n" + kind + "\n" + text;
      return HexFormat.of()
          .formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)))
          .substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
