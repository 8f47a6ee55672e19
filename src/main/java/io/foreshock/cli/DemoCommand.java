package io.foreshock.cli;

import io.foreshock.demo.Demo;
import io.foreshock.workshop.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `demo`: the main job with no network and no set-up.
@Command(
    name = "demo",
    description = "Plays a recorded autumn through the whole daemon, with letters to read.")
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--once", description = "end when the story ends")
  private boolean once;

  @Option(
      names = "--letters",
      paramLabel = "DIR",
      description = "where the letters are written (${DEFAULT-VALUE})")
  private Path letters = Path.of("letters");

  @Mixin private RulesOption rules = new RulesOption();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return switch (Rules.open(rules.path())) {
      case Rules.Opened.Broken(var problems) -> terminal.tell(problems);
      case Rules.Opened.Ready(var opened) -> play(opened);
    };
  }

  private int play(Rules opened) throws IOException, InterruptedException {
    var work = Files.createTempDirectory("foreshock-demo");
    var words = terminal.words();
    try (var demo = new Demo(opened, work, letters, words::println)) {
      words.println("The autumn of 2025, from twelve invented publishers in seven languages:");
      int written = demo.play();
      words.printf("The story is over: %d letters, as files for any mail program in%n", written);
      terminal.data().println(letters.toAbsolutePath().normalize());
      terminal.data().flush();
      if (!once) {
        words.println("The feeds stay open, end with Ctrl-C:");
        demo.feeds().forEach(words::println);
        new CountDownLatch(1).await();
      }
    } finally {
      delete(work);
    }
    return Terminal.FINE;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
