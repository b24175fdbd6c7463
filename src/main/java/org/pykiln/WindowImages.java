package org.pykiln;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.pykiln.engine.ImageFacts;
import org.pykiln.image.ImageSize;
import org.pykiln.image.ProofResult;
import org.pykiln.image.Receipt;
import org.pykiln.image.Receipts;
import org.pykiln.job.BuildHistory;
import org.pykiln.job.JobContext;
import org.pykiln.lab.Workshop;
import org.pykiln.recipe.BadValueException;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.ImageServices;
import org.pykiln.ui.common.ImageServices.BuildOptions;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.workspace.Workspace;

/// Images on the engine with their receipts, and the builds that make them.
final class WindowImages implements ImageServices {
    private final Workspace workspace;
    private final Workshop.Opener workshops;
    private final WindowJobs jobs;
    private final BuildHistory history;

    /// @param mostBuilds that the history keeps
    WindowImages(
            Workspace workspace,
            Workshop.Opener workshops,
            WindowJobs jobs,
            IntSupplier mostBuilds) {
        this.workspace = workspace;
        this.workshops = workshops;
        this.jobs = jobs;
        this.history = new BuildHistory(workspace.builds(), mostBuilds);
    }

    @Override
    public List<BuiltImage> images() throws ProblemException {
        return Attempt.of(() -> {
            Receipts receipts = new Receipts(workspace.receipts());
            List<BuiltImage> built = new ArrayList<>();
            try (Workshop workshop = workshops.open()) {
                for (ImageFacts image :
                        workshop.engine().images(Map.of(Catalogue.RECIPE_LABEL, ""))) {
                    built.add(built(image, receipts));
                }
            }
            return built;
        });
    }

    @Override
    public BuiltImage build(NamedRecipe recipe, BuildOptions options, JobContext context)
            throws Exception {
        return Attempt.of(() -> built(jobs.build(recipe, options.noCache(), context)));
    }

    @Override
    public BuildHistory history() {
        return history;
    }

    @Override
    public ImageSize size(String image) throws ProblemException {
        return Attempt.of(() -> {
            try (Workshop workshop = workshops.open()) {
                return ImageSize.of(workshop.engine().layers(image));
            }
        });
    }

    private static BuiltImage built(ImageFacts image, Receipts receipts) throws IOException {
        Optional<Recipe> recipe = recipe(image);
        Optional<Receipt> receipt =
                recipe.isPresent() ? receipts.of(recipe.get()) : Optional.empty();
        if (receipt.filter(one -> one.digest().equals(image.id())).isPresent()) {
            return built(receipt.get());
        }
        String reference = image.tags().isEmpty() ? image.id() : image.tags().getFirst();
        return new BuiltImage(
                reference, reference, image.id(), Duration.ZERO, image.bytes(), recipe, List.of());
    }

    /// Nothing for an image of another version of PyKiln, with knobs that this one does not know.
    private static Optional<Recipe> recipe(ImageFacts image) {
        try {
            return Catalogue.fromLabels(image.labels());
        } catch (BadValueException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static BuiltImage built(Receipt receipt) {
        return new BuiltImage(
                receipt.name(),
                receipt.image(),
                receipt.digest(),
                Duration.ofMillis(Math.round(receipt.seconds() * 1000)),
                receipt.bytes(),
                Optional.of(receipt.recipe()),
                proven(receipt.proofs()));
    }

    static List<Proven> proven(List<ProofResult> proofs) {
        return proofs.stream()
                .map(one -> new Proven(one.knob(), one.claim(), one.holds(), one.seen()))
                .toList();
    }
}
