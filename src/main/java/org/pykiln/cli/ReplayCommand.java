package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pykiln.lab.Results;
import org.pykiln.report.Replay;
import org.pykiln.report.ReplayJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description =
                "Shows a published comparison beside the own one, benchmark by benchmark: the table of"
                        + " Home Assistant's post of 2020, if no other is named.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "SESSION|FILE",
            description =
                    "The folder or the bundle of a session, or pyperf files, the baseline first.")
    List<Path> sources = new ArrayList<>();

    @Option(names = "--baseline", paramLabel = "NAME", description = "Another baseline.")
    @Nullable String baseline;

    @Option(
            names = "--beside",
            paramLabel = "REFERENCE",
            defaultValue = "home-assistant-2020",
            description = "The published comparison (default: ${DEFAULT-VALUE}).")
    String beside = "";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    ReplayCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Replay replay = Results.open(sources).beside(beside, Optional.ofNullable(baseline));
        context.out().print(json ? ReplayJson.of(replay) : ReplayText.of(replay));
        return ExitCode.DONE;
    }
}
