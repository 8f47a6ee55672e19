package io.foreshock.feed;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Measures what parsing costs beside plain ROME on the same bytes: CPU time of this thread, rounds
/// taken by turns, the median of the rounds' ratios. Run as a program; the argument is a folder of
/// feed documents that ROME reads.
final class ParsingCost {
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 10;

  private ParsingCost() {}

  /// Prints the ratio, and milliseconds a document of each.
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
    var documents = documents(Path.of(arguments[0]));
    var parser = new FeedParser(2_000);
    for (int i = 0; i < WARM_UP; i++) {
      documents.forEach(bytes -> parser.parse(bytes, "", Optional.empty()));
      documents.forEach(ParsingCost::readsIt);
    }
    var ratios = new double[ROUNDS];
    var ours = new double[ROUNDS];
    var plain = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ours[i] =
          seconds(() -> documents.forEach(bytes -> parser.parse(bytes, "", Optional.empty())));
      plain[i] = seconds(() -> documents.forEach(ParsingCost::readsIt));
      ratios[i] = ours[i] / plain[i];
    }
    long bytes = documents.stream().mapToLong(each -> each.length).sum();
    out.printf(
        "%d documents, %d bytes; ours %.2f ms, ROME %.2f ms a document; ratio %.2f%n",
        documents.size(),
        bytes,
        1_000 * median(ours) / documents.size(),
        1_000 * median(plain) / documents.size(),
        median(ratios));
  }

  private static List<byte[]> documents(Path folder) throws IOException {
    var documents = new ArrayList<byte[]>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var bytes = Files.readAllBytes(file);
        if (readsIt(bytes)) {
          documents.add(bytes);
        }
      }
    }
    return documents;
  }

  private static boolean readsIt(byte[] bytes) {
    try (var reader = new XmlReader(new ByteArrayInputStream(bytes))) {
      return !new SyndFeedInput().build(reader).getEntries().isEmpty();
    } catch (IOException | FeedException | RuntimeException _) {
      return false;
    }
  }

  private static double seconds(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
