package io.foreshock.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A publisher on loopback whose feed a test writes.
final class NewsServer implements AutoCloseable {
  private record Entry(String id, String title, String published) {}

  private final HttpServer server;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  NewsServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.incrementAndGet();
            var bytes = rss().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  URI feed(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  /// How often any feed was asked for.
  int asked() {
    return asked.get();
  }

  /// Publishes an item, or another wording of a known one.
  void publish(String id, String title, String published) {
    entries.removeIf(entry -> entry.id().equals(id));
    entries.add(new Entry(id, title, published));
  }

  private String rss() {
    var xml = new StringBuilder("<rss version=\"2.0\"><channel><title>Wire</title>");
    for (var entry : entries) {
      xml.append(
          "<item><guid>%s</guid><title>%s</title><pubDate>%s</pubDate></item>"
              .formatted(entry.id(), entry.title(), entry.published()));
    }
    return xml.append("</channel></rss>").toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
