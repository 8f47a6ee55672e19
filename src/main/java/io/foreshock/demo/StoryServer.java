package io.foreshock.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.foreshock.item.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;

/// Serves each publisher of the story as a feed on loopback: RSS and Atom by turns, with
/// validators, showing what is published by now.
final class StoryServer implements AutoCloseable {
  private static final int NEWEST = 30;

  private final Story story;
  private final InstantSource clock;
  private final HttpServer server;

  /// Serves on a free port of 127.0.0.1.
  StoryServer(Story story, InstantSource clock) {
    this.story = story;
    this.clock = clock;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port on loopback", e);
    }
    story.publishers().forEach(name -> server.createContext(path(name), each -> serve(name, each)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Where a publisher's feed is.
  URI feed(String publisher) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path(publisher));
  }

  private static String path(String publisher) {
    return "/" + publisher + "/feed.xml";
  }

  private void serve(String publisher, HttpExchange exchange) throws IOException {
    try (exchange) {
      var items = story.published(publisher, clock.instant());
      var tag = "\"" + items.size() + "\"";
      exchange.getResponseHeaders().set("ETag", tag);
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      boolean atom = story.publishers().indexOf(publisher) % 2 == 1;
      var newest = items.stream().limit(NEWEST).toList();
      var body = atom ? atom(publisher, newest) : rss(publisher, newest);
      send(exchange, atom ? "application/atom+xml" : "application/rss+xml", body);
    }
  }

  private static void send(HttpExchange exchange, String type, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String rss(String publisher, List<Item> items) {
    var xml = new StringBuilder("<rss version=\"2.0\"><channel>");
    xml.append(element("title", publisher)).append(element("link", "https://" + publisher));
    for (var item : items) {
      xml.append("<item>")
          .append(element("guid", item.id()))
          .append(element("title", item.title()))
          .append(element("link", item.link()))
          .append(element("description", item.summary()))
          .append(element("pubDate", item.published().toString()))
          .append("</item>");
    }
    return xml.append("</channel></rss>").toString();
  }

  private static String atom(String publisher, List<Item> items) {
    var xml = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
    xml.append(element("title", publisher));
    for (var item : items) {
      xml.append("<entry>")
          .append(element("id", item.id()))
          .append(element("title", item.title()))
          .append("<link href=\"")
          .append(escaped(item.link()))
          .append("\"/>")
          .append(element("summary", item.summary()))
          .append(element("published", item.published().toString()))
          .append("</entry>");
    }
    return xml.append("</feed>").toString();
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
