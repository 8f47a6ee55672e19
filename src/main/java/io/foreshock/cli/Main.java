package io.foreshock.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `foreshock`: the commands and how they end.
@Command(
    name = "foreshock",
    description = "Watches news feeds for signs of regional tension and writes alert letters.",
    mixinStandardHelpOptions = true,
    version = "foreshock 0.1.0")
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  private Main() {}

  /// Runs a command and ends the process with its exit code.
  public static void main(String[] arguments) {
    var terminal =
        Terminal.of(
            new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    var input = new FileInputStream(FileDescriptor.in);
    int code =
        commands(terminal, input, InstantSource.system(), System.getenv()).execute(arguments);
    terminal.data().flush();
    System.exit(code);
  }

  /// All commands, on the given streams, clock and environment.
  static CommandLine commands(
      Terminal terminal, InputStream input, InstantSource clock, Map<String, String> environment) {
    var line = new CommandLine(new Main());
    line.addSubcommand(new DemoCommand(terminal));
    line.addSubcommand(new RunCommand(terminal, clock, environment));
    line.addSubcommand(new CheckCommand(terminal, environment));
    line.addSubcommand(new FeedsCommand(terminal, clock, environment));
    line.addSubcommand(new AlertsCommand(terminal, clock, environment));
    line.addSubcommand(new MailCommand(terminal, clock, environment));
    line.addSubcommand(new ExplainCommand(terminal, clock, environment));
    line.addSubcommand(new AlmostCommand(terminal, clock, environment));
    line.addSubcommand(new StatusCommand(terminal, environment));
    line.addSubcommand(new LedgerCommand(terminal, clock, environment));
    line.addSubcommand(new ReadCommand(terminal, input, clock));
    line.addSubcommand(new ReplayCommand(terminal, clock));
    line.addSubcommand(new ParseCommand(terminal));
    line.addSubcommand(
        new CommandLine(new RulesCommand())
            .addSubcommand(new RulesTestCommand(terminal))
            .addSubcommand(new RulesDiffCommand(terminal, clock, environment))
            .addSubcommand(new RulesCoverageCommand(terminal, clock, environment))
            .addSubcommand(new RulesScorecardCommand(terminal, environment)));
    line.setOut(new PrintWriter(terminal.data(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.words(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((problem, _, _) -> {
      terminal.words().println("foreshock: " + problem.getMessage());
      return Terminal.PROBLEMS;
    });
    return line;
  }

  @Override
  public void run() {
    var known = java.util.Objects.requireNonNull(spec);
    throw new CommandLine.ParameterException(known.commandLine(), "name a command");
  }
}
