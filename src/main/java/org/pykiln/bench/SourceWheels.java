package org.pykiln.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.image.ContextFiles;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.Receipt;
import org.pykiln.plan.BaseImage;
import org.pykiln.plan.PythonRelease;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.recipe.knob.BaseKnob;
import org.pykiln.recipe.knob.GilKnob;
import org.pykiln.recipe.knob.OptLevelKnob;
import org.pykiln.recipe.knob.PythonKnob;
import org.pykiln.recipe.knob.TestModulesKnob;
import org.pykiln.source.DistfileException;
import org.pykiln.wheels.PipSurroundings;
import org.pykiln.wheels.Requirements;
import org.pykiln.wheels.WheelIndex;
import org.pykiln.wheels.Wheelhouse;
import org.pykiln.wheels.WheelsException;

/// Builds the wheels of packages that are offered as source alone, with the interpreter of a
/// neutral recipe: one that the target decides, whatever images are measured
/// (docs/decisions/0006-dependency-layers.md).
final class SourceWheels {
    /// Changes when the wheels room builds other wheels of the same.
    private static final String ROOM = "wheels room 1";

    private static final Requirements TOOLS =
            Requirements.of("build-tools.txt", KitLock.resource("build-tools.txt"));

    private final Engine engine;
    private final ImageBuilder builder;
    private final ContextFiles contextFiles;
    private final PipSurroundings pip;

    SourceWheels(
            Engine engine, ImageBuilder builder, ContextFiles contextFiles, PipSurroundings pip) {
        this.engine = engine;
        this.builder = builder;
        this.contextFiles = contextFiles;
        this.pip = pip;
    }

    /// What would build wheels for a target: a hash that changes with it.
    static String identity(LayerTarget target) throws LayerMissingException {
        String parts =
                String.join("\n", ROOM, recipe(target).hash(), String.join("\n", TOOLS.lines()));
        return KitLock.sha256(parts.getBytes(StandardCharsets.UTF_8));
    }

    /// Same release, architecture and C library as the target, and else what compiles fastest.
    static Recipe recipe(LayerTarget target) throws LayerMissingException {
        String name = target.libc().base();
        BaseImage base = BaseKnob.BASE.domain().parse(name).orElseThrow();
        if (!base.architectures().contains(target.architecture())) {
            throw new LayerMissingException(
                    "%s is not published for %s, so there is nothing to compile on"
                            .formatted(name, target.architecture()));
        }
        return Recipe.defaults()
                .with(BaseKnob.BASE, base)
                .with(ArchitectureKnob.ARCHITECTURE, target.architecture())
                .with(PythonKnob.PYTHON, release(target))
                .with(GilKnob.GIL, !target.freeThreaded())
                .withText(OptLevelKnob.OPT_LEVEL, "-O2")
                .with(TestModulesKnob.TEST_MODULES, false);
    }

    /// The target's own release, or else the newest one that compiles for the same interface.
    private static PythonRelease release(LayerTarget target) throws LayerMissingException {
        List<PythonRelease> known = PythonKnob.PYTHON.domain().suggestions();
        return known.stream()
                .filter(release -> release.version().equals(target.python()))
                .findFirst()
                .or(() ->
                        known.stream()
                                .filter(PythonRelease::isFinal)
                                .filter(release ->
                                        PythonVersion.parse(release.version())
                                                .equals(target.version()))
                                .max(Comparator.naturalOrder()))
                .orElseThrow(() ->
                        new LayerMissingException(
                                "PyKiln knows no source of Python %s to compile with"
                                        .formatted(target.version())));
    }

    /// @param requirements without what they need in turn
    /// @param projects names of all of them
    /// @param folder that the index is made in
    /// @return the wheels
    List<Path> build(
            LayerTarget target,
            Requirements requirements,
            List<String> projects,
            Path folder,
            Consumer<String> log,
            Cancellation cancellation)
            throws LayerMissingException, IOException {
        Recipe recipe = recipe(target);
        Receipt receipt = image(target, recipe, log, cancellation);
        WheelIndex index = WheelIndex.at(folder);
        Wheelhouse.Order order =
                new Wheelhouse.Order(
                        receipt.digest(),
                        Catalogue.plan(recipe),
                        requirements,
                        projects,
                        List.of(),
                        true,
                        Optional.of(TOOLS),
                        pip);
        String names = String.join(", ", projects);
        try {
            return new Wheelhouse(
                            engine,
                            stage -> log.accept("compiling " + names + ": " + stage),
                            cancellation)
                    .build(order, index).wheels().stream()
                            .map(wheel -> folder.resolve("wheels").resolve(wheel.file()))
                            .toList();
        } catch (WheelsException failed) {
            throw new LayerMissingException(
                    "%s cannot be compiled: %s"
                            .formatted(names, Logs.lastLine(String.valueOf(failed.getMessage()))));
        }
    }

    private Receipt image(
            LayerTarget target, Recipe recipe, Consumer<String> log, Cancellation cancellation)
            throws LayerMissingException, IOException {
        Optional<Receipt> earlier = builder.built(recipe);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        String name = "neutral image for " + target.text();
        log.accept("building the " + name + ", which takes minutes, once");
        try {
            ImageBuilder.Order order =
                    new ImageBuilder.Order(
                            name,
                            recipe,
                            contextFiles.of(Catalogue.plan(recipe), log, cancellation),
                            List.of(),
                            false);
            Receipt receipt = builder.build(order, event -> tell(event, log), cancellation);
            if (receipt.proven()) {
                return receipt;
            }
        } catch (DistfileException | EngineException failed) {
            throw new LayerMissingException(
                    "the %s cannot be built: %s".formatted(name, failed.getMessage()));
        }
        throw new LayerMissingException("the %s is not what it says".formatted(name));
    }

    private static void tell(BuildEvent event, Consumer<String> log) {
        if (event instanceof BuildEvent.StepStarted(int step, int of, String instruction)) {
            log.accept("neutral image: step %d of %d".formatted(step, of));
        }
    }
}
