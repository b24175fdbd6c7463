package org.pykiln.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.engine.EngineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "engines",
        description =
                "Tries every place where a container engine may listen; says what came of it and what"
                        + " each engine executes.",
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
        Map<EngineCandidate, ExecutedArchitectures> asked = new LinkedHashMap<>();
        context.engines().candidates().forEach(one -> asked.put(one, architectures(one)));
        if (json) {
            context.out().println(CatalogueJson.engines(asked));
        } else {
            asked.forEach(this::print);
        }
        return asked.keySet().stream().anyMatch(EngineCandidate::usable)
                ? ExitCode.DONE
                : ExitCode.NO_ENGINE;
    }

    private ExecutedArchitectures architectures(EngineCandidate candidate) {
        if (!candidate.usable()) {
            return ExecutedArchitectures.unknown("");
        }
        try (Engine engine = context.engines().open(candidate)) {
            return ExecutedArchitectures.of(context.architectures(), engine);
        } catch (EngineException gone) {
            return ExecutedArchitectures.unknown(gone.problem().message());
        }
    }

    private void print(EngineCandidate candidate, ExecutedArchitectures executed) {
        context.out()
                .printf(
                        "%-8s %-24s %s%n         %s%n",
                        candidate.usable() ? "usable" : "no",
                        candidate.name(),
                        candidate.endpoint(),
                        candidate.reason());
        for (Execution execution : Execution.values()) {
            List<String> names = executed.names(execution);
            if (!names.isEmpty()) {
                line("%-12s  %s".formatted(execution.word(), String.join(", ", names)));
            }
        }
        if (!executed.help().isEmpty()) {
            line("To build for the rest, on the engine's machine:");
            line("  " + String.join("\n" + " ".repeat(9) + "  or  ", executed.help()));
        }
        if (!executed.problem().isEmpty()) {
            line("Which architectures it executes could not be found out: " + executed.problem());
        }
    }

    private void line(String text) {
        context.out().println(" ".repeat(9) + text);
    }
}
