package io.foreshock.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A publisher on loopback that answers as a test tells it, down to the bytes. It listens on all of
/// 127.0.0.0/8, so that one server can be many hosts.
final class CrookedServer implements AutoCloseable {
  /// Writes an answer.
  @FunctionalInterface
  interface Answer {
    void write(String request, OutputStream out) throws IOException;
  }

  private final ServerSocket socket = new ServerSocket();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Answer answer;

  CrookedServer(Answer answer) throws IOException {
    this.answer = answer;
    socket.bind(new InetSocketAddress("0.0.0.0", 0), 500);
    threads.execute(this::accept);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var peer = socket.accept();
        threads.execute(() -> serve(peer));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void serve(Socket peer) {
    try (peer) {
      var request = head(new BufferedInputStream(peer.getInputStream()));
      requests.add(request);
      answer.write(request, peer.getOutputStream());
      peer.getOutputStream().flush();
    } catch (IOException _) {
      // the other side has had enough
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int last = 0;
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.write(c);
      last = (last << 8) | c;
      if (last == 0x0d0a0d0a) {
        break;
      }
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /// From now on it answers so.
  void answers(Answer other) {
    answer = other;
  }

  /// The whole heads of the requests so far.
  List<String> requests() {
    return List.copyOf(requests);
  }

  URI url(String path) {
    return url("127.0.0.1", path);
  }

  URI url(String host, String path) {
    return URI.create("http://" + host + ":" + socket.getLocalPort() + path);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// A complete answer.
  static Answer with(String statusAndHeaders, String body) {
    return with(statusAndHeaders, body.getBytes(StandardCharsets.UTF_8));
  }

  /// A complete answer, its body as it is.
  static Answer with(String statusAndHeaders, byte[] body) {
    return (_, out) -> {
      var head =
          "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(statusAndHeaders.replace("\n", "\r\n"), body.length);
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
