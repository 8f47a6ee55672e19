package io.foreshock.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/// Subscription lists as other feed readers have them (OPML 2.0, opml.org).
public final class Opml {
  private static final int MOST_OUTLINES = 20_000;

  private Opml() {}

  /// What became of reading a list.
  public sealed interface Read {
    /// Its subscriptions, groups left aside.
    ///
    /// @param left outlines without an http or https address, by their names
    record Subscriptions(List<Subscription> subscriptions, List<String> left) implements Read {
      /// Copies the lists.
      public Subscriptions {
        subscriptions = List.copyOf(subscriptions);
        left = List.copyOf(left);
      }
    }

    /// It is no OPML.
    record Unreadable(String reason) implements Read {}
  }

  /// A feed in a list.
  ///
  /// @param name of the feed
  /// @param url of the feed
  /// @param language as the list has it, or empty
  public record Subscription(String name, URI url, String language) {}

  /// Reads a list.
  public static Read read(byte[] bytes) {
    try {
      var text = new XmlText(MOST_OUTLINES).mend(Charsets.decode(bytes, "").text());
      var root = Xml.build(text).getRootElement();
      if (!root.getName().equalsIgnoreCase("opml")) {
        return new Read.Unreadable("<" + root.getName() + "> is no OPML");
      }
      var subscriptions = new ArrayList<Subscription>();
      var left = new ArrayList<String>();
      root.getChildren().forEach(child -> collect(child, subscriptions, left));
      return new Read.Subscriptions(subscriptions, left);
    } catch (JDOMException | IllegalArgumentException e) {
      return new Read.Unreadable("no OPML can be made of it: " + e.getMessage());
    }
  }

  private static void collect(
      Element element, List<Subscription> subscriptions, List<String> left) {
    attribute(element, "xmlUrl").ifPresent(url -> add(element, url, subscriptions, left));
    element.getChildren().forEach(child -> collect(child, subscriptions, left));
  }

  private static void add(
      Element outline, String url, List<Subscription> subscriptions, List<String> left) {
    var name = attribute(outline, "title").or(() -> attribute(outline, "text")).orElse(url);
    try {
      var address = URI.create(url);
      var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
      if (usable) {
        subscriptions.add(
            new Subscription(name, address, attribute(outline, "language").orElse("")));
        return;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    left.add(name + " (" + url + ")");
  }

  private static Optional<String> attribute(Element element, String name) {
    return element.getAttributes().stream()
        .filter(each -> each.getName().equalsIgnoreCase(name))
        .map(each -> each.getValue().strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /// Feeds as a list; users and passwords are left out of addresses.
  public static String write(String title, Collection<Feed> feeds) {
    var body = new Element("body");
    for (var feed : feeds) {
      var outline =
          new Element("outline")
              .setAttribute("type", "rss")
              .setAttribute("text", feed.name())
              .setAttribute("title", feed.name())
              .setAttribute("xmlUrl", withoutUser(feed.url()));
      feed.language().ifPresent(code -> outline.setAttribute("language", code));
      outline.setAttribute("category", feed.publisher().name());
      body.addContent(outline);
    }
    var head = new Element("head").addContent(new Element("title").setText(title));
    var opml = new Element("opml").setAttribute("version", "2.0");
    opml.addContent(head).addContent(body);
    return new XMLOutputter(Format.getPrettyFormat().setLineSeparator("\n"))
        .outputString(new Document(opml));
  }

  private static String withoutUser(URI url) {
    var user = url.getRawUserInfo();
    return user == null ? url.toString() : url.toString().replace(user + "@", "");
  }
}
