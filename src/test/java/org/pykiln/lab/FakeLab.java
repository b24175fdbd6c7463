package org.pykiln.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pykiln.bench.BenchmarkCatalogue;
import org.pykiln.bench.FakeBench;
import org.pykiln.bench.Kit;
import org.pykiln.bench.Mode;
import org.pykiln.bench.NativeOnly;
import org.pykiln.bench.SessionRunner;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.image.ContextFile;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.Prover;
import org.pykiln.image.ProvingPython;
import org.pykiln.image.Receipts;
import org.pykiln.plan.BuildPlan;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.workspace.RecentFolders;
import org.pykiln.workspace.Workspace;

/// A workshop on an engine in memory, whose images prove and measure what they are asked to.
public final class FakeLab {
    public static final Recipe O2 = Catalogue.turn(Recipe.defaults(), "opt-level", "-O2");
    public static final Recipe O3 = Catalogue.turn(Recipe.defaults(), "opt-level", "-O3");

    public final FakeBench bench = new FakeBench();

    /// Answers proof scripts.
    public Function<ExecRequest, ExecResult> prover = ProvingPython::allHold;

    private final Workspace workspace;

    public FakeLab(Workspace workspace) {
        this.workspace = workspace;
    }

    public Workshop workshop() {
        Engine engine = bench.engine(request -> prover.apply(request));
        ImageBuilder builder =
                new ImageBuilder(
                        engine, new Receipts(workspace.receipts()), InstantSource.system());
        Kit kit = FakeBench.kit(workspace);
        EngineArchitectures architectures = new EngineArchitectures();
        NativeOnly nativeOnly = new NativeOnly(engine, architectures);
        SessionRunner runner = FakeBench.runner(engine, nativeOnly, workspace);
        return new Workshop(
                engine,
                builder,
                new Prover(engine),
                new Lab(
                        engine,
                        architectures,
                        builder,
                        (plan, log, cancel) -> files(plan),
                        kit,
                        runner,
                        new RecentFolders(workspace.recentFile())));
    }

    public List<ContextFile> files(BuildPlan plan) {
        return List.of(new ContextFile(plan.python().value().archive(), distfile()));
    }

    private Path distfile() {
        try {
            Path file = workspace.home().resolve("sources.tar.xz");
            Files.createDirectories(workspace.home());
            return Files.exists(file) ? file : Files.writeString(file, "sources");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LabOrder order(Subject... subjects) {
        return order(Mode.QUICK, subjects);
    }

    static LabOrder order(Mode mode, Subject... subjects) {
        return new LabOrder(
                List.of(subjects),
                BenchmarkCatalogue.shipped().select(List.of("nbody", "float")),
                mode,
                Optional.empty());
    }

    static LabOrder twoRecipes() {
        return order(new Subject.OfRecipe("o2", O2), new Subject.OfRecipe("o3", O3));
    }
}
