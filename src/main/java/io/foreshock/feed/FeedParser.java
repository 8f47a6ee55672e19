package io.foreshock.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes entries of a document: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0 and JSON Feed, well formed or
/// not.
///
/// Our own front decides the charset, mends what is no XML and normalises the tree; ROME then reads
/// it. A document that is beyond that gets a forgiving second try (jsoup's XML parser). Limits:
/// nesting of 256 elements, no document types, no external entities. Threads may share it.
public final class FeedParser {
  private static final Logger LOG = LoggerFactory.getLogger(FeedParser.class);
  private final int mostItems;

  /// @param mostItems entries behind these are left out
  public FeedParser(int mostItems) {
    this.mostItems = mostItems;
  }

  /// What `bytes` say.
  ///
  /// @param contentType as the server sent it, or empty
  /// @param from where the document was found; relative links are resolved against it
  public Parsed parse(byte[] bytes, String contentType, Optional<URI> from) {
    if (bytes.length == 0) {
      return new Parsed.Unreadable("the document is empty");
    }
    var decoded = Charsets.decode(bytes, contentType);
    var repairs = new ArrayList<String>();
    if (decoded.guessed()) {
      repairs.add("charset guessed: " + decoded.charset());
    }
    var base = from.map(URI::toString).orElse("");
    return XmlText.isJson(decoded.text())
        ? new JsonFeed(mostItems).parse(decoded.text())
        : xml(decoded.text(), base, repairs);
  }

  private Parsed xml(String raw, String base, List<String> repairs) {
    var mender = new XmlText(mostItems);
    String text;
    try {
      text = mender.mend(raw);
    } catch (IllegalArgumentException e) {
      return new Parsed.Unreadable(String.valueOf(e.getMessage()));
    }
    repairs.addAll(mender.repairs());
    try {
      return read(Xml.build(text), base, repairs);
    } catch (JDOMException | IllegalArgumentException e) {
      return secondTry(text, base, repairs, String.valueOf(e.getMessage()));
    }
  }

  private Parsed secondTry(String text, String base, List<String> repairs, String problem) {
    if (XmlText.isHtml(text)) {
      return new Parsed.Unreadable(
          "this is a web page, no feed; look for its feed with: feeds find");
    }
    try {
      var forgiven = Jsoup.parse(text, "", Parser.xmlParser());
      forgiven.outputSettings().prettyPrint(false);
      var mended = new XmlText(mostItems);
      repairs.add("not well formed: " + problem);
      return read(Xml.build(mended.mend(forgiven.outerHtml())), base, repairs);
    } catch (JDOMException | IllegalArgumentException e) {
      return new Parsed.Unreadable("no feed can be made of it: " + e.getMessage());
    }
  }

  private Parsed read(Document document, String base, List<String> repairs) {
    var tree = new Tree(document, base, mostItems);
    tree.normalise();
    var entries = new ArrayList<Parsed.Entry>();
    if (tree.isFeed()) {
      var known = rome(document, tree.facts().size());
      for (int i = 0; i < tree.facts().size(); i++) {
        entries.add(
            entry(
                tree.facts().get(i),
                known.isEmpty() ? Optional.empty() : Optional.of(known.get(i))));
      }
    } else {
      throw new IllegalArgumentException(
          "<" + document.getRootElement().getName() + "> is no feed");
    }
    repairs.addAll(tree.repairs());
    return new Parsed.Document(
        tree.title(), tree.link(), tree.language(), entries, repairs, tree.pace());
  }

  /// ROME's view of the entries; none where it does not understand the document or counts
  /// otherwise.
  private static List<SyndEntry> rome(Document document, int count) {
    try {
      var input = new SyndFeedInput();
      input.setXmlHealerOn(false);
      input.setAllowDoctypes(false);
      SyndFeed feed = input.build(document);
      return feed.getEntries().size() == count ? feed.getEntries() : List.of();
    } catch (FeedException | RuntimeException e) {
      LOG.debug("ROME does not understand the document: {}", e.getMessage());
      return List.of();
    }
  }

  /// What the tree says, and ROME's texts (content modules, media) where the tree has none.
  private static Parsed.Entry entry(Tree.Facts facts, Optional<SyndEntry> rome) {
    var content =
        facts.content().isEmpty()
            ? rome.map(FeedParser::contents).orElse(List.of())
            : facts.content();
    var summary =
        facts.summary().isEmpty()
            ? rome.map(SyndEntry::getDescription).map(FeedParser::text).orElse("")
            : facts.summary();
    return new Parsed.Entry(
        facts.id(),
        facts.link(),
        facts.title(),
        summary,
        content,
        facts.published(),
        facts.updated());
  }

  private static List<String> contents(SyndEntry entry) {
    return entry.getContents().stream()
        .map(FeedParser::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String text(SyndContent content) {
    return content.getValue() == null ? "" : content.getValue();
  }
}
