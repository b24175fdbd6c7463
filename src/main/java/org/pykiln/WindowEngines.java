package org.pykiln;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.engine.EngineChoice;
import org.pykiln.engine.EngineDiscovery;
import org.pykiln.engine.EngineHelp;
import org.pykiln.job.JobContext;
import org.pykiln.job.LogLine;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.settings.SettingsFile;
import org.pykiln.storage.CleanUp;
import org.pykiln.storage.CleanUp.Event;
import org.pykiln.storage.Inventory;
import org.pykiln.storage.Item;
import org.pykiln.storage.Needs;
import org.pykiln.storage.Storage;
import org.pykiln.ui.common.EngineServices;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.workspace.Workspace;

/// The engine, by the same discovery that the command line uses.
final class WindowEngines implements EngineServices {
    private final EngineDiscovery engines;
    private final EngineArchitectures architectures;
    private final SettingsFile settings;
    private final Workspace workspace;
    private final PresetLibrary presets;
    private final EngineHelp.Machine machine;

    WindowEngines(
            EngineDiscovery engines,
            EngineArchitectures architectures,
            SettingsFile settings,
            Workspace workspace,
            PresetLibrary presets,
            Map<String, String> environment) {
        this.engines = engines;
        this.architectures = architectures;
        this.settings = settings;
        this.workspace = workspace;
        this.presets = presets;
        this.machine = EngineHelp.Machine.of(environment, System.getProperty("os.name", ""));
    }

    @Override
    public EngineStatus engine() {
        EngineChoice choice = engines.choice();
        List<EngineCandidate> candidates = engines.candidates();
        // a place that was named stands first, and no other is used instead
        Stream<EngineCandidate> possible =
                candidates.stream().limit(choice.isNamed() ? 1 : candidates.size());
        return new EngineStatus(
                candidates.stream()
                        .map(one ->
                                new EngineAttempt(
                                        one.name(), one.endpoint(), one.usable(), one.reason()))
                        .toList(),
                possible.filter(EngineCandidate::usable)
                        .findFirst()
                        .flatMap(EngineCandidate::facts),
                choice,
                EngineHelp.of(candidates, machine).stream()
                        .map(advice -> new Command(advice.where(), advice.line()))
                        .toList());
    }

    @Override
    public boolean answers(String endpoint) {
        return engines.answers(endpoint);
    }

    @Override
    public Executed executed() throws ProblemException {
        return Attempt.of(() -> {
            try (Engine engine = engines.open()) {
                architectures.forget();
                List<EngineArchitecture> all = architectures.of(engine);
                List<String> missing =
                        all.stream()
                                .filter(one -> !one.isExecuted())
                                .map(EngineArchitecture::name)
                                .toList();
                return new Executed(all, WindowCommands.registering(engine.facts(), missing));
            }
        });
    }

    @Override
    public void choose(Optional<String> endpoint) throws ProblemException {
        Attempt.of(() -> settings.change(now -> now.withEngine(endpoint)));
    }

    @Override
    public Inventory storage() throws ProblemException {
        return Attempt.of(() -> {
            try (Engine engine = engines.open()) {
                return storage(engine).inventory();
            }
        });
    }

    private Storage storage(Engine engine) throws IOException {
        return new Storage(engine, Needs.of(workspace, presets), InstantSource.system());
    }

    @Override
    public CleanUp.Report clean(List<Item> agreed, boolean alsoNeeded, JobContext context)
            throws ProblemException {
        return Attempt.of(() -> {
            try (Engine engine = engines.open()) {
                return new CleanUp(engine, storage(engine))
                        .run(
                                agreed,
                                alsoNeeded,
                                event -> tell(event, context),
                                context.cancellation());
            }
        });
    }

    private static void tell(Event event, JobContext context) {
        switch (event) {
            case Event.Watching(int containers) ->
                    context.status("watching containers: one that changes is in use");
            case Event.Removing(int number, int of, Item item) -> {
                context.status("removing %d of %d".formatted(number, of));
                context.progress((number - 1) / (double) of);
            }
            case Event.Removed(Item item) -> context.log("removed " + line(item));
            case Event.Kept(Item item, String why) ->
                    context.log(LogLine.Kind.NOTE, "kept " + line(item) + ": " + why);
        }
    }

    private static String line(Item item) {
        return String.format(
                Locale.ROOT,
                "%s %s, %.1f MB",
                item.kind().word(),
                item.title(),
                Math.max(0, item.ownBytes()) / 1e6);
    }
}
