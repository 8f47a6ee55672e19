package io.foreshock.cli;

import io.foreshock.app.Foreshock;
import io.foreshock.config.Config;
import io.foreshock.workshop.Rules;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `run`: the daemon, until SIGTERM or Ctrl-C.
@Command(name = "run", description = "Runs the daemon until it is told to stop (SIGTERM, Ctrl-C).")
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;

  @Mixin private Setup setup = new Setup();

  RunCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    return switch (setup.open(environment)) {
      case Setup.Opened.Broken(var problems) -> terminal.tell(problems);
      case Setup.Opened.Ready(var config, var rules) -> run(config, rules);
    };
  }

  private int run(Config config, Rules rules) throws InterruptedException {
    var stopped = new CountDownLatch(1);
    try (var foreshock = new Foreshock(config, rules, clock)) {
      var hook = Thread.ofPlatform().unstarted(() -> stop(foreshock, stopped));
      Runtime.getRuntime().addShutdownHook(hook);
      foreshock.start();
      LOG.info(
          "watching {} feeds for {} recipients; rules {}; database {}",
          config.feeds().size(),
          config.recipients().size(),
          rules.patterns().version(),
          config.store());
      if (config.recipients().isEmpty()) {
        LOG.warn("no recipients in foreshock.yml: alerts are kept, nobody gets a letter");
      }
      stopped.await();
    }
    return Terminal.FINE;
  }

  private static void stop(Foreshock foreshock, CountDownLatch stopped) {
    foreshock.close();
    LOG.info("stopped");
    stopped.countDown();
  }
}
