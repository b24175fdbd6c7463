package org.pykiln.ui;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.preview.DiffViewModel;
import org.pykiln.ui.preview.ExportViewModel;

/// What can be done with the form and the Dockerfile beside it.
final class RecipeCommands {
    static final String ERRORS = "the recipe has errors";

    private final Studio studio;
    private final List<Command> all = new ArrayList<>();

    RecipeCommands(Studio studio) {
        this.studio = studio;
    }

    List<Command> all() {
        form();
        dockerfile();
        return all;
    }

    private Runnable here(Runnable action) {
        return () -> {
            studio.shell.show(Section.CONFIGURE);
            action.run();
        };
    }

    private void form() {
        all.add(
                new Command("Go to the next error or warning", here(studio.configure::nextFinding))
                        .when(!studio.configure.verdict().get().isEmpty(), "the recipe has none"));
        all.add(
                new Command(
                                "Set all knobs back to " + studio.recipes.reference().get().name(),
                                studio.configure::resetAll)
                        .when(studio.configure.differences().get() > 0, "none differs"));
        all.add(new Command("Set all knobs to their defaults", studio.configure::toDefaults));
        all.add(
                new Command(
                        studio.configure.onlyChanged().get()
                                ? "Show all knobs"
                                : "Show only the knobs that were changed",
                        here(this::toggleChanged)));
        all.add(
                new Command(
                        "Fold all groups of knobs", here(() -> studio.configure.foldAll(true))));
        all.add(
                new Command(
                        "Unfold all groups of knobs", here(() -> studio.configure.foldAll(false))));
    }

    private void toggleChanged() {
        studio.configure.onlyChanged().set(!studio.configure.onlyChanged().get());
    }

    private void dockerfile() {
        ExportViewModel export = studio.preview.export();
        boolean sound = !studio.recipes.hasErrors().get();
        all.add(new Command("Copy the Dockerfile", studio.preview::copy));
        all.add(new Command("Copy the Dockerfile as a docker command", export::copyCommand));
        all.add(
                new Command("Export the Dockerfile as a zip file", export::zip)
                        .when(sound, ERRORS));
        all.add(new Command("Export a bake file", export::bake).when(sound, ERRORS));
        all.add(new Command("Find in the Dockerfile", here(studio.preview.find()::ask)));
        DiffViewModel diff = studio.preview.diff();
        all.add(
                new Command(
                                diff.folding().get()
                                        ? "Show all lines of the compared Dockerfiles"
                                        : "Fold what is the same in the compared Dockerfiles",
                                here(() -> diff.folding().set(!diff.folding().get())))
                        .when(diff.open().get(), "nothing is compared"));
        for (Dialect dialect : Dialect.values()) {
            all.add(
                    new Command(
                                    "Dockerfile in the dialect " + dialect.word(),
                                    () -> studio.preview.dialect().set(dialect))
                            .when(
                                    studio.preview.dialect().get() != dialect,
                                    "it is shown so already"));
        }
    }
}
