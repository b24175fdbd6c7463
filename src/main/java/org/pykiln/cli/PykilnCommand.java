package org.pykiln.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The command line: one class a command, this one holds them together.
@Command(
        name = "pykiln",
        description =
                "How should CPython be compiled into a container image, and how do you know?%n"
                        + "Without a command PyKiln opens its window.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "PRESET is a name or a file, with changes where wanted:"
                    + " debian-o2+opt-level=-O3+pymalloc=off",
            "./pykiln --setup COMMAND … first brings up what is missing on this machine.",
            "Exit codes: 0 done, 1 failed, 2 bad input, 3 no usable engine, 130 cancelled."
        })
public final class PykilnCommand {
    private PykilnCommand() {}

    /// Runs one command.
    ///
    /// @return the exit code
    public static int run(CommandContext context, String... arguments) {
        return commandLine(context).execute(arguments);
    }

    static CommandLine commandLine(CommandContext context) {
        CommandLine line = new CommandLine(CommandSpec.forAnnotatedObject(new PykilnCommand()));
        for (Callable<Integer> command : commands(context)) {
            line.addSubcommand(command);
        }
        for (CommandLine command : line.getSubcommands().values()) {
            command.getCommandSpec().versionProvider(new Version());
        }
        return line.setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(context.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(PykilnCommand::badUsage)
                .setExecutionExceptionHandler(failure(context));
    }

    private static List<Callable<Integer>> commands(CommandContext context) {
        return List.of(
                new PresetsCommand(context),
                new KnobsCommand(context),
                new ShowCommand(context),
                new CheckCommand(context),
                new DiffCommand(context),
                new DockerfileCommand(context),
                new ExportCommand(context),
                new BuildCommand(context),
                new VerifyCommand(context),
                new BenchCommand(context),
                new CompareCommand(context),
                new StatsCommand(context),
                new CheckResultsCommand(context),
                new HistCommand(context),
                new MetadataCommand(context),
                new DumpCommand(context),
                new SlowestCommand(context),
                new AnalyseCommand(context),
                new ReplayCommand(context),
                new ReportCommand(context),
                new BundleCommand(context),
                new OpenBundleCommand(context),
                new ChartCommand(context),
                new LabCommand(context),
                new LadderCommand(context),
                new SelfTestCommand(context),
                new WheelsCommand(context),
                new EnginesCommand(context),
                new DoctorCommand(context),
                new CleanCommand(context));
    }

    private static IExecutionExceptionHandler failure(CommandContext context) {
        return (exception, line, result) -> {
            Problems problem = Problems.of(exception);
            context.err().println(problem.text());
            if (System.getenv("PYKILN_DEBUG") != null) {
                exception.printStackTrace(context.err());
            }
            return problem.exitCode();
        };
    }

    private static int badUsage(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        line.getErr().println(exception.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, line.getErr())) {
            line.getErr()
                    .println(
                            "Try \"./%s --help\"."
                                    .formatted(line.getCommandSpec().qualifiedName()));
        }
        return ExitCode.BAD_INPUT;
    }
}
