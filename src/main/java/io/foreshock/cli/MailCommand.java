package io.foreshock.cli;

import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import io.foreshock.config.Config;
import io.foreshock.mail.Outbox;
import io.foreshock.mail.OutboxTable;
import io.foreshock.mail.Recipient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mail preview|test|outbox|retry`: who would get what, and what became of it.
@Command(
    name = "mail",
    description = "Shows who would get an alert and why; sends a test; shows the outbox.",
    synopsisSubcommandLabel = "(preview | test | outbox | retry)")
final class MailCommand implements Runnable {
  private static final int MOST = 50;

  private final Terminal terminal;
  private final InstantSource clock;
  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Mixin private Setup setup = new Setup();

  MailCommand(Terminal terminal, InstantSource clock, Map<String, String> environment) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public void run() {
    throw Subcommands.missing(spec);
  }

  @Command(
      name = "preview",
      description = "Who would get an alert now, and why; sends and writes nothing.")
  int preview(
      @Parameters(paramLabel = "KEY", description = "such as \"exchange BY\"") String key,
      @Option(names = "--to", paramLabel = "ADDRESS", description = "print this one's letter")
          @Nullable String to,
      @Option(names = "--html", paramLabel = "FILE", description = "write that letter's page")
          @Nullable Path html) {
    return withLatest(
        key,
        (config, at) -> {
          var previews = outbox(config).preview(at.handle(), at.alert());
          previews.forEach(each -> terminal.words().println(line(each)));
          previews.stream()
              .filter(each -> each.recipient().address().equals(to))
              .findFirst()
              .ifPresent(each -> print(each, html));
          return Terminal.FINE;
        });
  }

  private static String line(Outbox.Preview preview) {
    var fate =
        switch (preview.decision()) {
          case Recipient.Decision.Now() -> "now: " + preview.subject();
          case Recipient.Decision.Later(var due, var occasion) ->
              "with others at " + due + " (" + words(occasion.name()) + "): " + preview.subject();
          case Recipient.Decision.Hold(var reason) -> "not: " + words(reason.name());
        };
    return "%-32s %s".formatted(preview.recipient().address(), fate);
  }

  private static String words(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private void print(Outbox.Preview preview, @Nullable Path html) {
    terminal.data().printf("%s%n%n%s", preview.subject(), preview.text());
    terminal.data().flush();
    if (html != null) {
      try {
        Files.writeString(html, preview.page());
      } catch (IOException e) {
        throw new IllegalStateException("cannot write " + html + ": " + e.getMessage(), e);
      }
    }
  }

  @Command(
      name = "test",
      description = "Puts an alert into the outbox as a test, for one recipient.")
  int test(
      @Parameters(paramLabel = "KEY") String key,
      @Parameters(paramLabel = "ADDRESS", description = "a recipient") String address) {
    return withLatest(
        key,
        (config, at) -> {
          if (outbox(config).test(at.handle(), at.alert(), address)) {
            terminal.words().println("a test letter to " + address + " is in the outbox");
            return Terminal.FINE;
          }
          terminal.words().println(address + " is no recipient in foreshock.yml");
          return Terminal.PROBLEMS;
        });
  }

  @Command(name = "outbox", description = "Letters that wait or are undeliverable, and why.")
  int outbox() {
    return with((_, handle) -> {
      var table = new OutboxTable(handle);
      table.pending(MOST).forEach(each -> terminal.data().println(each));
      terminal
          .words()
          .printf(
              "%d sent, %d waiting, %d undeliverable; the texts of %d are forgotten%n",
              table.count("sent"),
              table.count("waiting"),
              table.count("undeliverable"),
              table.countForgotten());
      return Terminal.FINE;
    });
  }

  @Command(
      name = "retry",
      description = "Puts the undeliverable letters to an address back into the outbox.")
  int retry(@Parameters(paramLabel = "ADDRESS") String address) {
    return with((_, handle) -> {
      int letters = new OutboxTable(handle).retry(address, clock.instant());
      terminal.words().printf("%d letters to %s are tried again%n", letters, address);
      return letters > 0 ? Terminal.FINE : Terminal.PROBLEMS;
    });
  }

  private Outbox outbox(Config config) {
    return new Outbox(config.recipients(), config.mail(), clock);
  }

  /// An alert, in a transaction.
  private record At(Handle handle, Alert alert) {}

  private int withLatest(String key, ToIntBiFunction<Config, At> work) {
    return with((config, handle) -> {
      var known = new AlertTable(handle).byKey(key);
      if (known.isEmpty()) {
        terminal.words().println("no alert \"" + key + "\"; see foreshock alerts list");
        return Terminal.PROBLEMS;
      }
      return work.applyAsInt(config, new At(handle, known.getLast().alert()));
    });
  }

  private int with(ToIntBiFunction<Config, Handle> work) {
    return setup.with(terminal, environment, work);
  }
}
