package org.pykiln.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.pykiln.engine.EngineCandidate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "engines",
        description =
                "Tries every place where a container engine may listen, and says what came of it.",
        mixinStandardHelpOptions = true)
final class EnginesCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    EnginesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<EngineCandidate> candidates = context.engines().candidates();
        if (json) {
            context.out().println(CatalogueJson.engines(candidates));
        } else {
            candidates.forEach(this::print);
        }
        return candidates.stream().anyMatch(EngineCandidate::usable)
                ? ExitCode.DONE
                : ExitCode.NO_ENGINE;
    }

    private void print(EngineCandidate candidate) {
        context.out()
                .printf(
                        "%-8s %-24s %s%n         %s%n",
                        candidate.usable() ? "usable" : "no",
                        candidate.name(),
                        candidate.endpoint(),
                        candidate.reason());
        if (!candidate.architectures().isEmpty()) {
            context.out()
                    .printf(
                            "         runs %s%n",
                            String.join(
                                    ", ",
                                    candidate.architectures().stream()
                                            .map(one ->
                                                    one.name()
                                                            + (one.emulated() ? " (emulated)" : ""))
                                            .toList()));
        }
    }
}
