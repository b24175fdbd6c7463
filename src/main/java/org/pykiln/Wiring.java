package org.pykiln;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.pykiln.bench.Kit;
import org.pykiln.bench.LayerStore;
import org.pykiln.bench.NativeOnly;
import org.pykiln.bench.SessionRunner;
import org.pykiln.cli.CommandContext;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineDiscovery;
import org.pykiln.engine.Owner;
import org.pykiln.engine.docker.DockerDiscovery;
import org.pykiln.engine.docker.Surroundings;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.Prover;
import org.pykiln.image.Receipts;
import org.pykiln.lab.FileKind;
import org.pykiln.lab.Lab;
import org.pykiln.lab.Workshop;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.settings.SettingsFile;
import org.pykiln.source.Distfiles;
import org.pykiln.ui.common.Services;
import org.pykiln.wheels.PipSurroundings;
import org.pykiln.wheels.WheelIndexes;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// The only place that constructs services.
final class Wiring {
    private final Workspace workspace;
    private final PresetLibrary presets;
    private final SettingsFile settings;
    private final EngineDiscovery engines;
    private final SourceFiles sources;
    private final RecentFolders recent;
    private final Map<String, String> environment;
    private final EngineArchitectures architectures = new EngineArchitectures();

    /// @param environment where more distfiles and wheels may be named
    Wiring(Workspace workspace, Map<String, String> environment) {
        this.workspace = workspace;
        this.environment = Map.copyOf(environment);
        this.presets = new PresetLibrary(workspace.presets());
        this.settings = new SettingsFile(workspace.settingsFile());
        this.engines =
                new DockerDiscovery(
                        Surroundings.ofThisMachine(), () -> settings.load().settings().engine());
        this.sources =
                new SourceFiles(
                        Distfiles.of(workspace, environment),
                        WheelIndexes.of(workspace, environment));
        this.recent = new RecentFolders(workspace.recentFile());
    }

    static Wiring ofThisUser() {
        return new Wiring(Workspace.ofThisUser(), System.getenv());
    }

    /// What of the settings cannot be read. The window says it in its own place.
    Optional<String> settingsProblem() {
        return settings.load().problem();
    }

    CommandContext commandContext(
            PrintStream out, PrintStream err, boolean terminal, Cancellation cancellation) {
        return new CommandContext(
                out,
                err,
                terminal,
                cancellation,
                workspace,
                settings,
                presets,
                engines,
                architectures,
                () -> workshop(engines.open()),
                sources,
                environment);
    }

    Services windowServices() {
        Workshop.Opener workshops = () -> workshop(engines.open());
        WindowJobs jobs = new WindowJobs(workshops);
        return new Services(
                new WindowPresets(presets),
                new WindowDrafts(workspace.drafts(), Owner.self(), InstantSource.system()),
                new WindowDockerfiles(sources),
                new WindowEngines(
                        engines, architectures, settings, workspace, presets, environment),
                new WindowImages(
                        workspace, workshops, jobs, () -> settings.load().settings().builds()),
                new WindowMeasurements(workspace, recent, workshops, jobs),
                new WindowResults(workspace, recent),
                new WindowMemory(workspace.windowFile()),
                new WindowFirstSteps(workspace.firstStepsFile()),
                new WindowSupport(workspace, environment),
                new WindowSettings(settings, workspace),
                FileKind::of);
    }

    private Workshop workshop(Engine engine) {
        ImageBuilder builder =
                new ImageBuilder(
                        engine,
                        new Receipts(workspace.receipts()),
                        InstantSource.system(),
                        settings.load().settings().buildCpus());
        Kit kit = new Kit(workspace);
        NativeOnly nativeOnly = new NativeOnly(engine, architectures);
        LayerStore layers =
                new LayerStore(
                        workspace, engine, builder, sources, PipSurroundings.of(environment));
        SessionRunner runner = new SessionRunner(engine, nativeOnly, kit, layers, workspace);
        Lab lab = new Lab(engine, architectures, builder, sources, kit, runner, recent);
        return new Workshop(engine, builder, new Prover(engine), lab);
    }
}
