package org.pykiln.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.pykiln.report.Replay;
import org.pykiln.report.ReplayJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description =
                "Shows a published comparison beside the own one, benchmark by benchmark: the table of"
                        + " Home Assistant's post of 2020, if no other is named.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin SourceArguments from = new SourceArguments();

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
        Replay replay = from.open().beside(beside, from.baseline());
        context.out().print(json ? ReplayJson.of(replay) : ReplayText.of(replay));
        return ExitCode.DONE;
    }
}
