package org.pykiln.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pykiln.engine.EndpointText;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.engine.EngineChoice;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineHelp;
import org.pykiln.lab.LabException;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup @Nullable Choice choice;

    /// Which engine is used from now on.
    static final class Choice {
        @Option(
                names = "--use",
                paramLabel = "ENDPOINT",
                description =
                        "Use this engine and no other from now on, in the window too; such as"
                                + " unix:///run/docker.sock. PYKILN_ENGINE_ENDPOINT still wins.")
        @Nullable String use;

        @Option(
                names = "--automatic",
                description = "Use the first engine that answers again (default).")
        boolean automatic;
    }

    EnginesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (choice != null) {
            keep(Optional.ofNullable(choice.use));
        }
        Map<EngineCandidate, ExecutedArchitectures> asked = new LinkedHashMap<>();
        context.engines().candidates().forEach(one -> asked.put(one, architectures(one)));
        if (json) {
            context.out().println(CatalogueJson.engines(asked));
        } else {
            print(context.engines().choice());
            asked.forEach(this::print);
            help(List.copyOf(asked.keySet()));
        }
        return asked.keySet().stream().anyMatch(EngineCandidate::usable)
                ? ExitCode.DONE
                : ExitCode.NO_ENGINE;
    }

    private void keep(Optional<String> written) throws IOException {
        Optional<String> endpoint = written.map(EnginesCommand::endpoint);
        context.settings().change(now -> now.withEngine(endpoint));
        if (context.engines().choice().source() == EngineChoice.Source.ENVIRONMENT) {
            context.err()
                    .println(
                            "PYKILN_ENGINE_ENDPOINT names %s, and wins as long as it is set."
                                    .formatted(context.engines().choice().endpoint()));
        }
    }

    private static String endpoint(String written) {
        return switch (EndpointText.read(written)) {
            case EndpointText.Valid(String uri) -> uri;
            case EndpointText.Invalid invalid -> throw LabException.badInput(invalid.message());
        };
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

    private void print(EngineChoice named) {
        switch (named.source()) {
            case AUTOMATIC -> {}
            case SETTINGS ->
                    context.out()
                            .println(
                                    "Used: %s or none; ./pykiln engines --automatic takes that back."
                                            .formatted(named.endpoint()));
            case ENVIRONMENT ->
                    context.out()
                            .println(
                                    "Used: %s or none; PYKILN_ENGINE_ENDPOINT says so."
                                            .formatted(named.endpoint()));
        }
    }

    private void help(List<EngineCandidate> candidates) {
        EngineHelp.Machine machine =
                EngineHelp.Machine.of(context.environment(), System.getProperty("os.name", ""));
        for (EngineHelp.Advice advice : EngineHelp.of(candidates, machine)) {
            context.out().printf("%s:%n  %s%n", advice.where(), advice.line());
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
