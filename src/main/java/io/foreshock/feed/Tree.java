package io.foreshock.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// A feed's element tree: what ROME would trip over is normalised, and what it would drop or
/// misread is read here (dates, markup in titles, relative links, ids).
final class Tree {
  private static final Set<String> ENTRIES = Set.of("item", "entry");
  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
  private static final int MINUTES_A_DAY = 1_440;

  private final Element root;
  private final String base;
  private final int mostItems;
  private final List<String> repairs = new ArrayList<>();
  private final List<Facts> facts = new ArrayList<>();
  private String title = "";
  private String link = "";
  private String language = "";
  private int pause;

  /// What is read of an entry here.
  record Facts(
      String id,
      String link,
      String title,
      String summary,
      List<String> content,
      Optional<Instant> published,
      Optional<Instant> updated) {}

  Tree(Document document, String base, int mostItems) {
    this.root = document.getRootElement();
    this.base = base;
    this.mostItems = mostItems;
  }

  /// Reads what ROME would lose, then brings the tree into the form that ROME knows.
  void normalise() {
    if (isRss()) {
      toNoNamespace();
    }
    var channel = channel();
    title = first(channel, "title").map(Tree::text).orElse("");
    link = link(channel);
    language =
        first(channel, "language")
            .map(Element::getTextTrim)
            .or(() -> xmlLanguage(channel))
            .orElse("");
    pause = pause(channel);
    for (var entry : entries()) {
      facts.add(facts(entry));
    }
    dropDates();
  }

  private boolean isRss() {
    var name = root.getName().toLowerCase(java.util.Locale.ROOT);
    return name.equals("rss") || name.equals("channel");
  }

  /// `<rss xmlns="…">`: elements in a foreign default namespace are RSS all the same.
  private void toNoNamespace() {
    var uri = root.getNamespaceURI();
    var channel =
        root.getChildren().stream().filter(each -> each.getName().equals("channel")).findFirst();
    var inner = channel.map(Element::getNamespaceURI).orElse("");
    if (uri.isEmpty() && inner.isEmpty()) {
      return;
    }
    repairs.add("default namespace " + (uri.isEmpty() ? inner : uri));
    strip(root, uri.isEmpty() ? inner : uri);
  }

  private static void strip(Element element, String uri) {
    if (element.getNamespaceURI().equals(uri)) {
      element.setNamespace(Namespace.NO_NAMESPACE);
    }
    element.getChildren().forEach(child -> strip(child, uri));
  }

  private Element channel() {
    return root.getChildren().stream()
        .filter(child -> child.getName().equals("channel"))
        .findFirst()
        .orElse(root);
  }

  private List<Element> entries() {
    return Stream.concat(
            root.getChildren().stream(),
            channel().equals(root) ? Stream.empty() : channel().getChildren().stream())
        .filter(each -> ENTRIES.contains(each.getName()))
        .limit(mostItems)
        .toList();
  }

  private static Optional<Element> first(Element parent, String... names) {
    for (var name : names) {
      for (var child : parent.getChildren()) {
        if (child.getName().equals(name)
            && !child.getNamespaceURI().equals(Namespaces.MEDIA)
            && !child.getNamespaceURI().equals(Namespaces.ITUNES)) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<Element> all(Element parent, String name) {
    return parent.getChildren().stream().filter(child -> child.getName().equals(name));
  }

  private static String text(Element element) {
    return Markup.plain(Markup.inner(element));
  }

  private static Optional<String> xmlLanguage(Element element) {
    return Optional.ofNullable(element.getAttributeValue("lang", Namespace.XML_NAMESPACE));
  }

  private Facts facts(Element entry) {
    var guid = first(entry, "guid", "id", "identifier");
    var summary = first(entry, "description", "summary", "abstract");
    return new Facts(
        guid.map(element -> element.getTextTrim()).orElseGet(() -> about(entry)),
        link(entry),
        first(entry, "title").map(Tree::text).orElse(""),
        summary.map(Markup::inner).orElse(""),
        Stream.concat(all(entry, "encoded"), all(entry, "content"))
            .map(Markup::inner)
            .filter(text -> !text.isBlank())
            .toList(),
        date(entry, "pubDate", "published", "issued", "date", "created", "modified", "updated"),
        date(entry, "updated", "modified"));
  }

  private static String about(Element entry) {
    return Optional.ofNullable(
            entry.getAttributeValue("about", Namespace.getNamespace(Namespaces.RDF)))
        .orElse("");
  }

  private static Optional<Instant> date(Element entry, String... names) {
    return Stream.of(names)
        .flatMap(name -> all(entry, name))
        .flatMap(element -> FeedDates.parse(element.getText()).stream())
        .findFirst();
  }

  /// RSS has it as text, Atom as an attribute; the alternate one counts, a permalink guid serves.
  private String link(Element parent) {
    var atom =
        all(parent, "link")
            .filter(each -> each.getAttribute("href") != null)
            .filter(each -> List.of("", "alternate").contains(each.getAttributeValue("rel", "")))
            .findFirst();
    var plain = all(parent, "link").filter(each -> !each.getTextTrim().isEmpty()).findFirst();
    var guid =
        all(parent, "guid")
            .filter(each -> !"false".equals(each.getAttributeValue("isPermaLink")))
            .filter(each -> each.getTextTrim().startsWith("http"))
            .findFirst();
    return plain
        .map(element -> resolved(element, element.getTextTrim()))
        .or(() -> atom.map(element -> resolved(element, element.getAttributeValue("href"))))
        .or(() -> guid.map(Element::getTextTrim))
        .orElse("");
  }

  private String resolved(Element element, String target) {
    var here = Markup.base(element, base);
    return Markup.resolve(here.isEmpty() && !parentIsChannel(element) ? link : here, target);
  }

  private boolean parentIsChannel(Element element) {
    return channel().equals(element.getParentElement());
  }

  private static int pause(Element channel) {
    var ttl = first(channel, "ttl").map(element -> number(element.getTextTrim())).orElse(0);
    var period = first(channel, "updatePeriod").map(Element::getTextTrim).orElse("");
    int minutes =
        switch (period) {
          case "hourly" -> 60;
          case "daily" -> MINUTES_A_DAY;
          case "weekly", "monthly", "yearly" -> 7 * MINUTES_A_DAY;
          default -> 0;
        };
    int often =
        Math.max(
            1,
            first(channel, "updateFrequency")
                .map(element -> number(element.getTextTrim()))
                .orElse(1));
    return Math.min(MINUTES_A_DAY, Math.max(ttl, minutes / often));
  }

  private static int number(String text) {
    boolean plain =
        !text.isEmpty() && text.length() < 7 && text.chars().allMatch(Character::isDigit);
    return plain ? Integer.parseInt(text) : 0;
  }

  /// Dates are read already; ROME would refuse or misread some.
  private void dropDates() {
    for (Iterator<Element> each = root.getDescendants(new org.jdom2.filter.ElementFilter());
        each.hasNext(); ) {
      if (Set.of(
              "pubDate",
              "published",
              "updated",
              "modified",
              "issued",
              "created",
              "lastBuildDate",
              "ttl",
              "updateFrequency",
              "updatePeriod",
              "updateBase",
              "date")
          .contains(each.next().getName())) {
        each.remove();
      }
    }
  }

  /// Whether the root is that of a feed, or there are entries all the same.
  boolean isFeed() {
    return ROOTS.contains(root.getName().toLowerCase(java.util.Locale.ROOT)) || !facts.isEmpty();
  }

  List<Facts> facts() {
    return List.copyOf(facts);
  }

  String title() {
    return title;
  }

  String link() {
    return link;
  }

  String language() {
    return language;
  }

  int pauseMinutes() {
    return pause;
  }

  List<String> repairs() {
    return List.copyOf(repairs);
  }
}
