package org.pykiln;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.pykiln.bench.Kit;
import org.pykiln.bench.SessionRunner;
import org.pykiln.cli.CommandContext;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineDiscovery;
import org.pykiln.engine.docker.DockerDiscovery;
import org.pykiln.engine.docker.Surroundings;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.Prover;
import org.pykiln.image.Receipts;
import org.pykiln.lab.Lab;
import org.pykiln.lab.Workshop;
import org.pykiln.plan.PythonRelease;
import org.pykiln.preset.PresetLibrary;
import org.pykiln.source.Distfiles;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// The only place that constructs services.
final class Wiring {
    private final Workspace workspace;
    private final PresetLibrary presets;
    private final EngineDiscovery engines;
    private final Distfiles distfiles;
    private final RecentFolders recent;

    /// @param environment where more distfiles may be named
    Wiring(Workspace workspace, Map<String, String> environment) {
        this.workspace = workspace;
        this.presets = new PresetLibrary(workspace.presets());
        this.engines = new DockerDiscovery(Surroundings.ofThisMachine());
        this.distfiles = Distfiles.of(workspace, environment);
        this.recent = new RecentFolders(workspace.recentFile());
    }

    static Wiring ofThisUser() {
        return new Wiring(Workspace.ofThisUser(), System.getenv());
    }

    CommandContext commandContext(
            PrintStream out, PrintStream err, boolean terminal, Cancellation cancellation) {
        return new CommandContext(
                out,
                err,
                terminal,
                cancellation,
                workspace,
                presets,
                engines,
                () -> workshop(engines.open()),
                this::distfile);
    }

    WindowServices windowServices() {
        return new WindowServices(
                workspace,
                presets,
                engines,
                () -> workshop(engines.open()),
                this::distfile,
                recent);
    }

    private Workshop workshop(Engine engine) {
        ImageBuilder builder =
                new ImageBuilder(
                        engine, new Receipts(workspace.receipts()), InstantSource.system());
        Kit kit = new Kit(workspace);
        SessionRunner runner = new SessionRunner(engine, kit, workspace);
        Lab lab = new Lab(engine, builder, this::distfile, kit, runner, recent);
        return new Workshop(engine, builder, new Prover(engine), lab);
    }

    private Path distfile(PythonRelease release, Consumer<String> log, Cancellation cancellation) {
        return distfiles.fetch(release, new DownloadLog(release, log), cancellation::isCancelled);
    }
}
