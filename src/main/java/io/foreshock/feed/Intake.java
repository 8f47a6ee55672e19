package io.foreshock.feed;

import io.foreshock.item.Item;
import io.foreshock.item.ItemTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Takes the entries of a document in as items: recognises those that are known, holds a flood
/// back, and notices when items were probably missed.
final class Intake {
  private static final int FLOOD_FROM = 10;
  private static final int MISSED_FROM = 3;
  private static final Duration SLACK = Duration.ofHours(1);
  private static final int BAD_GUIDS_PERCENT = 5;
  private static final int LONGEST_LINK = 4_000;
  private static final int LONGEST_TITLE = 2_000;
  private static final int LONGEST_SUMMARY = 100_000;

  private static final String RENAMED =
      "all guids and links have changed; known by title (identity: title keeps it so)";

  private final Duration late;

  /// @param late an item found so long after its publication is background
  Intake(Duration late) {
    this.late = late;
  }

  /// What came of a document.
  ///
  /// @param changed items that are new or newly worded
  /// @param reappeared items that were gone for a while
  /// @param held items that were held back: stored, but raising nothing
  /// @param mayHaveMissed whether nothing was known, so that items may be lost in between
  /// @param remark what was odd, or empty
  record Taken(int changed, int reappeared, int held, boolean mayHaveMissed, String remark) {}

  /// An entry, and the item that it is known as.
  private record Known(Parsed.Entry entry, List<String> keys, Optional<String> item) {}

  /// Stores what is new in a document, in the caller's transaction.
  Taken take(Handle handle, Feed feed, FeedState before, Parsed.Document document, Instant now) {
    var items = new ItemTable(handle);
    boolean first = before.history().lastDocument().isEmpty();
    boolean hadEntries = before.content().entries() > 0;
    var keys = new Keys(feed, document.entries());
    var entries = recognised(items, keys, document.entries());
    boolean byTitle = hadEntries && isMostlyUnknown(entries);
    if (byTitle) {
      entries = recognisedByTitle(items, keys, entries);
    }
    boolean flood = hadEntries && isFlood(entries, before);
    boolean missed = hadEntries && !flood && isAllUnknown(entries);
    boolean relearn = byTitle && !before.content().remark().equals(RENAMED);
    var tally =
        new Storing(items, feed, document, keys, first || flood, now)
            .store(entries, before.history().lastDocument().orElse(now), relearn);
    return new Taken(
        tally.changed,
        tally.reappeared,
        flood ? tally.fresh : 0,
        missed,
        remark(keys, entries, flood ? tally.fresh : 0, missed, byTitle && tally.fresh == 0));
  }

  private static List<Known> recognised(ItemTable items, Keys keys, List<Parsed.Entry> entries) {
    var byEntry = entries.stream().map(entry -> new Known(entry, keys.of(entry), none())).toList();
    var known = items.known(byEntry.stream().flatMap(each -> each.keys().stream()).toList());
    return byEntry.stream().map(each -> resolved(each, each.keys(), known)).toList();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Known resolved(Known entry, List<String> keys, Map<String, String> known) {
    var item = keys.stream().filter(known::containsKey).map(known::get).findFirst();
    return new Known(entry.entry(), entry.keys(), entry.item().or(() -> item));
  }

  /// All keys have changed at once: titles tell which items these are.
  private static List<Known> recognisedByTitle(ItemTable items, Keys keys, List<Known> entries) {
    var known =
        items.known(
            entries.stream()
                .filter(each -> each.item().isEmpty())
                .flatMap(each -> keys.byTitle(each.entry()).stream())
                .toList());
    return entries.stream().map(each -> resolved(each, keys.byTitle(each.entry()), known)).toList();
  }

  private static long unknown(List<Known> entries) {
    return entries.stream().filter(each -> each.item().isEmpty()).count();
  }

  private static boolean isMostlyUnknown(List<Known> entries) {
    return unknown(entries) * 5 > entries.size() * 4L;
  }

  private static boolean isAllUnknown(List<Known> entries) {
    return entries.size() >= MISSED_FROM && unknown(entries) == entries.size();
  }

  /// Mostly unknown, and mostly from before the last document: these are no news.
  private static boolean isFlood(List<Known> entries, FeedState before) {
    if (unknown(entries) < FLOOD_FROM || !isMostlyUnknown(entries)) {
      return false;
    }
    var since = before.history().lastDocument().orElse(Instant.EPOCH).minus(SLACK);
    long old =
        entries.stream()
            .filter(each -> each.item().isEmpty())
            .filter(each -> each.entry().published().filter(at -> at.isBefore(since)).isPresent())
            .count();
    return old * 2 > unknown(entries);
  }

  private static final class Tally {
    private int fresh;
    private int changed;
    private int reappeared;
  }

  /// Storing the entries of one document.
  private final class Storing {
    private final ItemTable items;
    private final Feed feed;
    private final Parsed.Document document;
    private final Keys keys;
    private final boolean background;
    private final Instant now;

    Storing(
        ItemTable items,
        Feed feed,
        Parsed.Document document,
        Keys keys,
        boolean background,
        Instant now) {
      this.items = items;
      this.feed = feed;
      this.document = document;
      this.keys = keys;
      this.background = background;
      this.now = now;
    }

    /// @param relearn whether known items get the keys that they have now
    Tally store(List<Known> entries, Instant lastDocument, boolean relearn) {
      var newest =
          items.newest(entries.stream().flatMap(each -> each.item().stream()).distinct().toList());
      var tally = new Tally();
      var fresh = new LinkedHashMap<String, Item>();
      var learnt = new LinkedHashMap<String, String>();
      var seen = new HashSet<String>();
      for (var each : entries) {
        var id = each.item().orElseGet(() -> each.keys().getLast());
        if (!seen.add(id)) {
          continue;
        }
        var item = item(each.entry(), id);
        var known = Optional.ofNullable(newest.get(id));
        if (known.isPresent()) {
          count(tally, items.store(feed.url().toString(), item, known, lastDocument));
        } else {
          fresh.put(id, item);
        }
        if (each.item().isEmpty() || relearn) {
          all(each, keys).forEach(key -> learnt.putIfAbsent(key, id));
        }
      }
      items.add(feed.url().toString(), List.copyOf(fresh.values()));
      items.remember(learnt);
      tally.fresh = fresh.size();
      tally.changed += fresh.size();
      return tally;
    }

    private static String cut(String text, int longest) {
      return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    private Item item(Parsed.Entry entry, String id) {
      var published = entry.published().or(entry::updated).orElse(now);
      boolean isLate = published.plus(late).isBefore(now);
      var declared =
          document.language().isEmpty()
              ? Optional.<String>empty()
              : Optional.of(document.language());
      var summary =
          entry.summary().isEmpty() && !entry.content().isEmpty()
              ? entry.content().getFirst()
              : entry.summary();
      return new Item(
          id,
          feed.publisher(),
          feed.language().or(() -> declared),
          published,
          now,
          cut(entry.link(), LONGEST_LINK),
          cut(entry.title(), LONGEST_TITLE),
          cut(summary, LONGEST_SUMMARY),
          0,
          background || isLate);
    }
  }

  private static List<String> all(Known entry, Keys keys) {
    var all = new ArrayList<>(entry.keys());
    all.addAll(keys.byTitle(entry.entry()));
    return all;
  }

  private static void count(Tally tally, ItemTable.Stored stored) {
    switch (stored) {
      case NEW, EDITED -> tally.changed++;
      case REAPPEARED -> tally.reappeared++;
      case UNCHANGED -> {}
    }
  }

  private static String remark(
      Keys keys, List<Known> entries, int held, boolean missed, boolean renamed) {
    if (held > 0) {
      return "held back: " + held + " of " + entries.size() + " items are new, most of them old";
    }
    if (renamed) {
      return RENAMED;
    }
    if (missed) {
      return "nothing in it was known: items may have been missed";
    }
    boolean bad = keys.repeatedGuids() * 100 > entries.size() * BAD_GUIDS_PERCENT;
    return bad ? keys.repeatedGuids() + " guids are repeated; told apart by link" : "";
  }
}
