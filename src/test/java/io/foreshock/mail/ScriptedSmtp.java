package io.foreshock.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// An SMTP server (RFC 5321) on loopback that fails as a test tells it to.
///
/// What it should answer is scripted by the beginning of the client's line: `RCPT TO:<ben@`,
/// `DATA`, `.` (the end of a message), `EHLO`, and `greeting`. An answer is used once; `cut` hangs
/// up instead of answering, `hang` says nothing at all. Without a script it is a friendly server.
final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final Map<String, Queue<String>> script = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> messages = new CopyOnWriteArrayList<>();

  ScriptedSmtp() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// The next time a line begins so, this is the answer.
  ScriptedSmtp answer(String line, String... answers) {
    script
        .computeIfAbsent(line, _ -> new ConcurrentLinkedQueue<>())
        .addAll(new ArrayDeque<>(List.of(answers)));
    return this;
  }

  /// The messages that it accepted, or kept although it hung up after their end.
  List<String> messages() {
    return messages;
  }

  /// How often somebody has connected.
  int connections() {
    return connections.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        client.setTcpNoDelay(true);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException _) {
        return; // closed by the test
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
      if (!say(out, scripted("greeting", "220 ready"))) {
        return;
      }
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var reply = reply(line);
        if (!say(out, reply) || line.equals("QUIT") || reply.startsWith("421")) {
          return;
        }
        if (line.equals("DATA") && reply.startsWith("354")) {
          messages.add(message(in));
          if (!say(out, scripted(".", "250 queued"))) {
            return;
          }
        }
      }
    } catch (IOException _) {
      // the client hung up, as scripts make it do
    }
  }

  private String reply(String line) {
    var usual =
        line.startsWith("EHLO") ? "250 hello" : line.equals("DATA") ? "354 go on" : "250 fine";
    return scripted(line, usual);
  }

  private String scripted(String line, String usual) {
    return script.entrySet().stream()
        .filter(entry -> line.startsWith(entry.getKey()) && !entry.getValue().isEmpty())
        .findFirst()
        .map(entry -> entry.getValue().poll())
        .orElse(usual);
  }

  private static boolean say(PrintWriter out, String answer) {
    if (answer.equals("cut")) {
      return false;
    }
    if (answer.equals("hang")) {
      return true;
    }
    out.print(answer + "\r\n");
    out.flush();
    return true;
  }

  private static String message(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
