package io.foreshock.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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
  private static final Set<String> SUMMARIES = Set.of("description", "summary");
  private static final List<String> CONTENTS = List.of("encoded", "content", "body", "fullitem");
  private static final Set<String> CAMELS =
      Set.of("pubDate", "lastBuildDate", "skipHours", "skipDays", "textInput", "fullItem");
  private static final Set<String> ADORNMENTS = Set.of(Namespaces.MEDIA, Namespaces.ITUNES);

  private final Element root;
  private final String base;
  private final int mostItems;
  private final List<String> repairs = new ArrayList<>();
  private final List<Facts> facts = new ArrayList<>();
  private String title = "";
  private String link = "";
  private String language = "";
  private Parsed.Pace pace = Parsed.Pace.FREE;

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
      toUsualNames(root);
    }
    var channel = channel();
    title = first(channel, "title").map(Tree::text).orElse("");
    link = link(channel);
    language =
        first(channel, "language")
            .map(Element::getTextTrim)
            .or(() -> xmlLanguage(channel))
            .orElse("")
            .replace('_', '-');
    pace = FeedPace.of(channel);
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

  /// RSS and CDF in capitals, attributes as elements.
  private void toUsualNames(Element element) {
    var name = element.getName();
    boolean shouted = !name.equals(name.toLowerCase(Locale.ROOT)) && !CAMELS.contains(name);
    if (shouted && element.getNamespace().equals(Namespace.NO_NAMESPACE)) {
      element.setName(
          CAMELS.stream()
              .filter(name::equalsIgnoreCase)
              .findFirst()
              .orElse(name.toLowerCase(Locale.ROOT)));
      for (var attribute : List.copyOf(element.getAttributes())) {
        attribute.setName(attribute.getName().toLowerCase(Locale.ROOT));
      }
    }
    element.getChildren().forEach(this::toUsualNames);
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

  /// The child that has the first of these names; one of the parent's own vocabulary goes before
  /// one of another that happens to have the same name.
  private static Optional<Element> first(Element parent, String... names) {
    return Stream.of(names)
        .flatMap(name ->
            all(parent, name).sorted(Comparator.comparingInt(each -> strangeness(parent, each))))
        .findFirst();
  }

  private static int strangeness(Element parent, Element child) {
    var uri = child.getNamespaceURI();
    return uri.equals(parent.getNamespaceURI()) ? 0 : Namespaces.isKnown(uri) ? 1 : 2;
  }

  private static Stream<Element> all(Element parent, String name) {
    return parent.getChildren().stream()
        .filter(child -> child.getName().equals(name))
        .filter(child -> !ADORNMENTS.contains(child.getNamespaceURI()));
  }

  /// What a media description says, where the entry itself says nothing.
  private static Optional<Element> media(Element entry, String name) {
    return Stream.concat(
            Stream.of(entry),
            entry.getChildren().stream().filter(child -> child.getName().equals("group")))
        .flatMap(parent -> parent.getChildren().stream())
        .filter(child -> child.getName().equals(name))
        .filter(child -> child.getNamespaceURI().equals(Namespaces.MEDIA))
        .findFirst();
  }

  private static String text(Element element) {
    return Markup.plain(Markup.inner(element));
  }

  private static Optional<String> xmlLanguage(Element element) {
    return Optional.ofNullable(element.getAttributeValue("lang", Namespace.XML_NAMESPACE));
  }

  private Facts facts(Element entry) {
    var guid = first(entry, "guid", "id", "identifier");
    var summaries = summaries(entry);
    var content =
        Stream.concat(
                CONTENTS.stream().flatMap(name -> all(entry, name)), summaries.stream().skip(1))
            .map(Markup::inner)
            .filter(text -> !text.isBlank())
            .toList();
    return new Facts(
        guid.map(element -> element.getTextTrim()).orElseGet(() -> about(entry)),
        link(entry),
        first(entry, "title").or(() -> media(entry, "title")).map(Tree::text).orElse(""),
        summaries.stream()
            .findFirst()
            .map(Markup::inner)
            .or(() -> content.stream().findFirst())
            .orElse(""),
        content,
        date(
            entry,
            "pubDate",
            "published",
            "issued",
            "date",
            "created",
            "modified",
            "updated",
            "lastmod"),
        date(entry, "updated", "modified", "date", "lastmod"));
  }

  /// The summary, and in RSS a second one that a publisher means as the content.
  private static List<Element> summaries(Element entry) {
    var own =
        first(entry, "description", "summary", "abstract").or(() -> media(entry, "description"));
    boolean both = first(entry, "description").isPresent() && first(entry, "summary").isPresent();
    return both && entry.getNamespaceURI().isEmpty()
        ? entry.getChildren().stream()
            .filter(child -> SUMMARIES.contains(child.getName()))
            .filter(child -> !ADORNMENTS.contains(child.getNamespaceURI()))
            .toList()
        : own.stream().toList();
  }

  private static String about(Element entry) {
    return Optional.ofNullable(
            entry.getAttributeValue("about", Namespace.getNamespace(Namespaces.RDF)))
        .orElse("");
  }

  private static Optional<Instant> date(Element entry, String... names) {
    return Stream.of(names)
        .flatMap(name ->
            Stream.concat(
                all(entry, name).map(Element::getText),
                Stream.ofNullable(entry.getAttributeValue(name))))
        .flatMap(text -> FeedDates.parse(text).stream())
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
        .or(() -> Optional.ofNullable(parent.getAttributeValue("href")))
        .orElse("");
  }

  private String resolved(Element element, String target) {
    var here = Markup.base(element, base);
    return Markup.resolve(here.isEmpty() && !parentIsChannel(element) ? link : here, target);
  }

  private boolean parentIsChannel(Element element) {
    return channel().equals(element.getParentElement());
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

  Parsed.Pace pace() {
    return pace;
  }

  List<String> repairs() {
    return List.copyOf(repairs);
  }
}
