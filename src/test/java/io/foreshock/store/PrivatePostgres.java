package io.foreshock.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A PostgreSQL of the tests' own: a cluster in a temporary folder, on a free port of loopback,
/// started when the first test asks for a database and stopped when the tests are over.
///
/// It needs the server's programs (Debian: `apt-get install postgresql`); where they are missing,
/// the test that asks for it is skipped and says so. Started as root it runs as the user
/// `postgres`.
public final class PrivatePostgres {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String ABSENT =
      "no PostgreSQL on this machine; apt-get install postgresql, and this test runs";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static Optional<PrivatePostgres> running = Optional.empty();

  private final Path folder;
  private final Path programs;
  private final int port;

  private PrivatePostgres(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  /// The JDBC URL of a new, empty database; skips the test where there is no PostgreSQL.
  public static synchronized String newDatabase() throws IOException, SQLException {
    if (running.isEmpty()) {
      running = Optional.of(start());
    }
    return running.orElseThrow().create("test" + DATABASES.incrementAndGet());
  }

  private static PrivatePostgres start() throws IOException {
    var programs = programs();
    assumeTrue(!programs.isEmpty(), ABSENT);
    var folder = Files.createTempDirectory("foreshock-postgres");
    var postgres = new PrivatePostgres(folder, programs.getFirst(), freePort());
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    postgres.begin();
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::end));
    return postgres;
  }

  /// The folders of the server's programs, newest version first.
  private static List<Path> programs() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
          .sorted(Comparator.comparingInt(PrivatePostgres::number).reversed())
          .map(version -> version.resolve("bin"))
          .toList();
    }
  }

  private static int number(Path version) {
    return Integer.parseInt(version.toFile().getName().replaceAll("\\D.*", ""));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void begin() throws IOException {
    var data = folder.resolve("data").toString();
    run(program("initdb", "-D", data, "-U", "foreshock", "-A", "trust", "-E", "UTF8", "-N"));
    var options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='%s' -c fsync=off"
            .formatted(port, folder);
    var log = folder.resolve("log").toString();
    run(program("pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start"));
  }

  private List<String> program(String name, String... arguments) {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(name).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) throws IOException {
    var said = Files.createTempFile("foreshock-postgres", ".log"); // a server keeps pipes open
    try {
      var process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException(command + ": " + Files.readString(said, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command + " was interrupted", e);
    } finally {
      Files.delete(said);
    }
  }

  private String create(String name) throws SQLException {
    try (var connection = DriverManager.getConnection(url("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=foreshock";
  }

  private void end() {
    try {
      run(program("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop"));
      try (Stream<Path> files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
