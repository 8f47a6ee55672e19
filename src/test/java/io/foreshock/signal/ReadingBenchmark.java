package io.foreshock.signal;

import io.foreshock.item.Item;
import io.foreshock.item.Publisher;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.morfologik.MorfologikAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import tools.jackson.databind.json.JsonMapper;

/// What reading an item costs beside analysing its words with Lucene alone, on one thread, in one
/// run: rounds of the two alternate, and the ratio of each pair's processor time counts.
final class ReadingBenchmark {
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 4;
  private static final int REPEATS = 20;

  /// Analysing is quicker; its rounds take as long with so many times the items.
  private static final int LONGER = 4;

  private ReadingBenchmark() {}

  /// Prints items a second, the median ratio and the heap in use.
  ///
  /// @param arguments none
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var reader = ((RuleReader.Opened.Ready) RuleReader.open(Path.of("rules"))).reader();
    var items = items();
    var analyzers =
        Map.<String, Analyzer>of(
            "pl", new MorfologikAnalyzer(),
            "uk", new UkrainianMorfologikAnalyzer(),
            "ru", new RussianAnalyzer(),
            "lt", new LithuanianAnalyzer(),
            "de", new GermanAnalyzer(),
            "en", new EnglishAnalyzer());
    var ratios = new ArrayList<Double>();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      double reading = read(reader, items);
      double analysing = analyse(analyzers, items);
      if (round >= WARM_UP) {
        ratios.add(reading / analysing);
        best = Math.min(best, reading);
      }
    }
    ratios.sort(null);
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    out.printf(
        "%.0f items a second; %.1f times Lucene's analysis (median of %d pairs, %.1f to %.1f);"
            + " %d MB heap%n",
        items.size() * REPEATS / best,
        ratios.get(ratios.size() / 2),
        ratios.size(),
        ratios.getFirst(),
        ratios.getLast(),
        heap >> 20);
  }

  /// Processor time of this thread, ns: what else the machine does counts little.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double read(Reader reader, List<Item> items) {
    long start = cpu();
    for (int i = 0; i < REPEATS; i++) {
      items.forEach(reader::read);
    }
    return (cpu() - start) / 1e9;
  }

  private static double analyse(Map<String, Analyzer> analyzers, List<Item> items)
      throws IOException {
    long start = cpu();
    for (int i = 0; i < REPEATS * LONGER; i++) {
      for (var item : items) {
        var analyzer = analyzers.get(item.language().orElseThrow());
        if (analyzer == null) {
          continue;
        }
        try (var tokens = analyzer.tokenStream("text", item.title() + "\n" + item.summary())) {
          tokens.reset();
          while (tokens.incrementToken()) {
            // walking through is the work
          }
          tokens.end();
        }
      }
    }
    return (cpu() - start) / 1e9 / LONGER;
  }

  /// The corpus of the languages that Lucene analyses.
  private static List<Item> items() throws IOException {
    var items = new ArrayList<Item>();
    for (var language : List.of("pl", "uk", "ru", "lt", "de", "en")) {
      for (var line :
          Files.readAllLines(Path.of("src/test/resources/corpus/dev-" + language + ".jsonl"))) {
        var node = JsonMapper.shared().readTree(line);
        var at = Instant.parse(node.path("published").asString());
        items.add(
            new Item(
                node.path("id").asString(),
                Publisher.named("corpus"),
                Optional.of(language),
                at,
                at,
                "",
                node.path("title").asString(),
                node.path("summary").asString(),
                0,
                false));
      }
    }
    return items;
  }
}
