package org.pykiln.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pykiln.bench.Kit;
import org.pykiln.bench.NativeOnly;
import org.pykiln.bench.Pause;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Session;
import org.pykiln.bench.SessionResult;
import org.pykiln.bench.SessionRunner;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Emulators;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineArchitectures;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageFacts;
import org.pykiln.image.ContextFile;
import org.pykiln.image.ContextFiles;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.ImageBuilder.Order;
import org.pykiln.image.ProofResult;
import org.pykiln.image.Receipt;
import org.pykiln.lab.LabOrder.Wanted;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.workspace.RecentFolders;

/// Builds what has to be built, proves it, and measures all of it in one interleaved session. May
/// be killed at any moment: started again with the same order and folder it repeats no finished
/// build and no finished unit.
public final class Lab {
    private final Engine engine;
    private final EngineArchitectures architectures;
    private final NativeOnly nativeOnly;
    private final ImageBuilder builder;
    private final ContextFiles contextFiles;
    private final Kit kit;
    private final SessionRunner runner;
    private final RecentFolders recent;

    public Lab(
            Engine engine,
            EngineArchitectures architectures,
            ImageBuilder builder,
            ContextFiles contextFiles,
            Kit kit,
            SessionRunner runner,
            RecentFolders recent) {
        this.engine = engine;
        this.architectures = architectures;
        this.nativeOnly = new NativeOnly(engine, architectures);
        this.builder = builder;
        this.contextFiles = contextFiles;
        this.kit = kit;
        this.runner = runner;
        this.recent = recent;
    }

    /// @throws LabException when the order cannot be done, or a proof failed
    /// @throws EngineException when the engine fails
    /// @throws org.pykiln.bench.BenchException when nothing can be measured
    /// @throws java.util.concurrent.CancellationException when cancelled; what is done is kept
    public SessionResult run(
            LabOrder order, Path path, Consumer<LabEvent> listener, Cancellation cancellation)
            throws IOException {
        return run(order, path, new Pause(), listener, cancellation);
    }

    /// As above; may be asked to pause between two units of the session.
    public SessionResult run(
            LabOrder order,
            Path path,
            Pause pause,
            Consumer<LabEvent> listener,
            Cancellation cancellation)
            throws IOException {
        order.subjects().forEach(Lab::refuseErrors);
        order.subjects().forEach(this::requireNative);
        LabFolder folder = LabFolder.claim(path, order);
        recent.add(path);
        int stages = order.wanted().size() + 2;
        List<PlannedImage> images = new ArrayList<>();
        for (Wanted wanted : order.wanted()) {
            cancellation.throwIfCancelled();
            String title =
                    (wanted.subject() instanceof Subject.OfRecipe ? "build " : "find ")
                            + wanted.name();
            listener.accept(new LabEvent.Stage(images.size() + 1, stages, title));
            images.add(image(wanted, folder, listener, cancellation));
        }
        listener.accept(new LabEvent.Stage(stages - 1, stages, "fetch the benchmark kit"));
        kit.fetch(line -> listener.accept(new LabEvent.Note(line)), cancellation);
        listener.accept(
                new LabEvent.Stage(stages, stages, "measure %d images".formatted(images.size())));
        Session session =
                Session.create(
                        path,
                        order.plan(
                                folder.sessionId(), folder.seed(), images, engine.facts().cpus()));
        return runner.run(
                session,
                pause,
                event -> listener.accept(new LabEvent.Measuring(event)),
                cancellation);
    }

    /// Builds one image and runs its proofs, whether it was built before or not.
    ///
    /// @return the receipt, also of an image whose proofs do not all hold
    public Receipt build(
            String name,
            Recipe recipe,
            List<String> tags,
            boolean noCache,
            Consumer<LabEvent> listener,
            Cancellation cancellation)
            throws IOException {
        Order order = order(name, recipe, tags, noCache, listener, cancellation);
        Receipt receipt =
                builder.build(
                        order,
                        event -> listener.accept(new LabEvent.Building(name, event)),
                        cancellation);
        listener.accept(new LabEvent.Built(receipt, false));
        return receipt;
    }

    private Order order(
            String name,
            Recipe recipe,
            List<String> tags,
            boolean noCache,
            Consumer<LabEvent> listener,
            Cancellation cancellation)
            throws IOException {
        refuseErrors(name, recipe);
        requireExecution(name, recipe.get(ArchitectureKnob.ARCHITECTURE), listener);
        List<ContextFile> files =
                contextFiles.of(
                        Catalogue.plan(recipe),
                        line -> listener.accept(new LabEvent.Note(line)),
                        cancellation);
        return new Order(name, recipe, files, tags, noCache);
    }

    /// @throws LabException when the rules find errors in the recipe
    public static void refuseErrors(Subject subject) {
        if (subject instanceof Subject.OfRecipe(String name, var recipe)) {
            refuseErrors(name, recipe);
        }
    }

    static void refuseErrors(String name, Recipe recipe) {
        List<String> errors = Climb.errors(recipe);
        if (!errors.isEmpty()) {
            throw LabException.badInput(name + " cannot be built: " + String.join("\n", errors));
        }
    }

    /// An emulated build takes hours; that its image is never measured is said before.
    private void requireNative(Subject subject) {
        nativeOnly.require(
                subject.name(),
                switch (subject) {
                    case Subject.OfRecipe(String name, var recipe) ->
                            recipe.get(ArchitectureKnob.ARCHITECTURE);
                    case Subject.OfImage(String name, String reference) ->
                            find(reference).architecture();
                });
    }

    private void requireExecution(String name, String architecture, Consumer<LabEvent> listener) {
        switch (architectures.execution(engine, architecture)) {
            case NATIVE -> {}
            case EMULATED ->
                    listener.accept(
                            new LabEvent.Note(
                                    "This engine emulates %s: the build takes ten to twenty times as long, and its image cannot be measured here."
                                            .formatted(architecture)));
            case NONE ->
                    throw new EngineException(
                            new EngineProblem.Unsupported(
                                    "%s is for %s, and this engine does not run programs of that architecture. This registers an emulator on the engine's machine: %s"
                                            .formatted(
                                                    name,
                                                    architecture,
                                                    String.join(
                                                            " - or: ",
                                                            Emulators.commands(
                                                                    engine.facts(),
                                                                    List.of(architecture))))));
        }
    }

    private PlannedImage image(
            Wanted wanted, LabFolder folder, Consumer<LabEvent> listener, Cancellation cancellation)
            throws IOException {
        return switch (wanted.subject()) {
            case Subject.OfImage(String name, String reference) ->
                    new PlannedImage(name, reference, find(reference).id());
            case Subject.OfRecipe(String variant, var recipe) -> {
                Receipt receipt =
                        wanted.build() == 1
                                ? proven(wanted.name(), recipe, listener, cancellation)
                                : another(wanted, recipe, folder, listener, cancellation);
                folder.keep(wanted.name(), receipt);
                yield new PlannedImage(wanted.name(), receipt.image(), receipt.digest(), variant);
            }
        };
    }

    /// A build that is independent of the first: nothing of it is from the engine's cache. The one
    /// that the folder knows, when its image is still there.
    private Receipt another(
            Wanted wanted,
            Recipe recipe,
            LabFolder folder,
            Consumer<LabEvent> listener,
            Cancellation cancellation)
            throws IOException {
        Optional<Receipt> earlier =
                LabFolder.receipt(folder.path(), wanted.name())
                        .filter(receipt -> engine.image(receipt.digest()).isPresent());
        if (earlier.isPresent()) {
            listener.accept(new LabEvent.Built(earlier.get(), true));
            return earlier.get();
        }
        String reference =
                "%s-%s-%d"
                        .formatted(
                                ImageBuilder.reference(recipe), folder.sessionId(), wanted.build());
        Receipt receipt =
                builder.buildApart(
                        reference,
                        order(wanted.name(), recipe, List.of(), true, listener, cancellation),
                        event -> listener.accept(new LabEvent.Building(wanted.name(), event)),
                        cancellation);
        listener.accept(new LabEvent.Built(receipt, false));
        requireProven(receipt);
        return receipt;
    }

    private static void requireProven(Receipt receipt) {
        if (!receipt.proven()) {
            throw LabException.failed(failedProofs(receipt));
        }
    }

    /// The receipt of a proven image, built where it is not there yet.
    ///
    /// @throws LabException when a proof failed
    public Receipt proven(
            String name, Recipe recipe, Consumer<LabEvent> listener, Cancellation cancellation)
            throws IOException {
        refuseErrors(name, recipe);
        Optional<Receipt> earlier = builder.built(recipe);
        if (earlier.isPresent()) {
            listener.accept(new LabEvent.Built(earlier.get(), true));
            return earlier.get();
        }
        Receipt receipt = build(name, recipe, List.of(), false, listener, cancellation);
        requireProven(receipt);
        return receipt;
    }

    private ImageFacts find(String reference) {
        return engine.image(reference)
                .orElseThrow(() ->
                        new EngineException(
                                new EngineProblem.ImageMissing(
                                        reference, "the engine has no image " + reference)));
    }

    /// What a failed proof says, by name.
    public static String failedProofs(Receipt receipt) {
        return receipt.failedProofs().stream()
                .map(Lab::failure)
                .collect(
                        Collectors.joining(
                                "\n",
                                receipt.name() + " was built, and is not what it says:\n",
                                ""));
    }

    private static String failure(ProofResult proof) {
        return "  %s: %s - seen: %s".formatted(proof.knob(), proof.claim(), proof.seen());
    }
}
