package org.pykiln.image;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageFacts;
import org.pykiln.plan.BuildPlan;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;

/// Builds the image of a recipe, proves it from inside, and writes its receipt. An image is never
/// given out unproven: a receipt says of each proof how it came out.
public final class ImageBuilder {
    private final Engine engine;
    private final Receipts receipts;
    private final InstantSource clock;
    private final Optional<String> cpuset;

    public ImageBuilder(Engine engine, Receipts receipts, InstantSource clock) {
        this(engine, receipts, clock, Optional.empty());
    }

    /// @param cpuset CPUs that builds may use, such as `0,2-3`; empty for all
    public ImageBuilder(
            Engine engine, Receipts receipts, InstantSource clock, Optional<String> cpuset) {
        this.engine = engine;
        this.receipts = receipts;
        this.clock = clock;
        this.cpuset = cpuset;
    }

    /// What is to be built.
    ///
    /// @param name for people: the preset's, with the changes to it
    /// @param files that its Dockerfile copies
    /// @param tags references the image gets besides PyKiln's own
    public record Order(
            String name,
            Recipe recipe,
            List<ContextFile> files,
            List<String> tags,
            boolean noCache) {
        public Order {
            files = List.copyOf(files);
            tags = List.copyOf(tags);
        }
    }

    /// The reference that every image of a recipe gets.
    public static String reference(Recipe recipe) {
        return reference(recipe.hash());
    }

    /// As above, by the hash that the image's label holds.
    public static String reference(String recipeHash) {
        return "pykiln:" + recipeHash.substring(0, Math.min(12, recipeHash.length()));
    }

    /// The receipt of an earlier build, when its image is still there, is what the recipe renders
    /// to now, and was proven by the very proofs that it would have to pass now.
    public Optional<Receipt> built(Recipe recipe) throws IOException {
        return receipts.current(recipe)
                .filter(receipt ->
                        engine.image(receipt.digest())
                                .filter(image -> image.id().equals(receipt.digest()))
                                .isPresent());
    }

    /// @throws EngineException when the engine cannot build it
    /// @throws IOException when the receipt cannot be kept
    public Receipt build(Order order, Consumer<BuildEvent> listener, Cancellation cancellation)
            throws IOException {
        Receipt receipt = built(reference(order.recipe()), order, listener, cancellation);
        receipts.keep(receipt);
        return receipt;
    }

    /// Builds a recipe that may be built already into another image. The image of the recipe and
    /// its receipt stay what they are.
    ///
    /// @param reference of the image, instead of the recipe's
    /// @throws EngineException when the engine cannot build it
    public Receipt buildApart(
            String reference,
            Order order,
            Consumer<BuildEvent> listener,
            Cancellation cancellation) {
        return built(reference, order, listener, cancellation);
    }

    private Receipt built(
            String image, Order order, Consumer<BuildEvent> listener, Cancellation cancellation) {
        BuildPlan plan = Catalogue.plan(order.recipe());
        Dockerfile dockerfile = Renderer.render(plan);
        StepCount steps = new StepCount(listener);
        Instant start = clock.instant();
        TargetPlatform target =
                new TargetPlatform(engine, order.recipe().get(ArchitectureKnob.ARCHITECTURE));
        BuildRequest request = request(image, order, dockerfile, target.named(plan));
        String digest = engine.build(request, steps, cancellation);
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        ImageFacts built = imageOf(digest);
        target.require(built);
        List<ProofResult> proofs = new Prover(engine).prove(digest, plan.proofs(), cancellation);
        EngineFacts facts = engine.facts();
        return new Receipt(
                order.name(),
                order.recipe(),
                image,
                digest,
                built.bytes(),
                seconds,
                steps.started,
                steps.cached,
                dockerfile.text(),
                facts.version() + " at " + facts.endpoint(),
                start,
                proofs);
    }

    private BuildRequest request(
            String image, Order order, Dockerfile dockerfile, Optional<String> platform) {
        List<String> tags = new ArrayList<>(order.tags());
        tags.add(image);
        return new BuildRequest(
                new BuildContext(dockerfile, order.files())::writeTar,
                tags,
                Map.of(),
                platform,
                order.noCache(),
                cpuset);
    }

    private ImageFacts imageOf(String digest) {
        return engine.image(digest)
                .orElseThrow(() ->
                        new EngineException(
                                new EngineProblem.ImageMissing(digest, "the built image is gone")));
    }

    /// Counts steps on their way to the listener.
    private static final class StepCount implements Consumer<BuildEvent> {
        private final Consumer<BuildEvent> listener;
        private int started;
        private int cached;

        StepCount(Consumer<BuildEvent> listener) {
            this.listener = listener;
        }

        @Override
        public void accept(BuildEvent event) {
            switch (event) {
                case BuildEvent.StepStarted step -> started = step.step();
                case BuildEvent.StepCached step -> cached++;
                case BuildEvent.Output output -> {}
                case BuildEvent.ImageBuilt built -> {}
            }
            listener.accept(event);
        }
    }
}
