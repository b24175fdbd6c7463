package org.pykiln.ui;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.ui.bench.LiveSessionViewModel.State;
import org.pykiln.ui.bench.MeasureViewModel;
import org.pykiln.ui.bench.UnfinishedViewModel;
import org.pykiln.ui.build.BuildsViewModel;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.LogViewModel;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.Section;

/// What can be done with builds and with what is being measured.
final class WorkCommands {
    private static final String NO_BUILD = "no build is selected";
    private static final String NO_IMAGE = "the selected build made none";

    private final Studio studio;
    private final List<Command> all = new ArrayList<>();

    WorkCommands(Studio studio) {
        this.studio = studio;
    }

    List<Command> all() {
        builds(studio.builds);
        image(studio.builds);
        log(studio.jobs.log());
        measuring(studio.measure);
        session();
        return all;
    }

    private Runnable in(Section section, Runnable action) {
        return () -> {
            studio.shell.show(section);
            action.run();
        };
    }

    private void builds(BuildsViewModel builds) {
        boolean selected = builds.hasRecipe().get();
        boolean ended = builds.ended().get();
        all.add(
                new Command("Build the selected recipe again", () -> builds.again(false))
                        .when(selected, NO_BUILD));
        all.add(
                new Command(
                                "Build the selected recipe again without cache",
                                () -> builds.again(true))
                        .when(selected, NO_BUILD));
        all.add(
                new Command(
                                "Edit the selected build as new",
                                () -> builds.editAsNew(studio.presets::guarded))
                        .when(selected, NO_BUILD));
        all.add(
                new Command("Cancel the selected build", builds::cancel)
                        .when(builds.running().get(), "it does not run"));
        all.add(
                new Command("Remove the selected build from the history", builds::remove)
                        .when(ended, "no build that has ended is selected"));
        all.add(
                new Command(
                                "Go to the first error of the selected build",
                                in(Section.BUILDS, builds::goToError))
                        .when(ended, "no build that has ended is selected"));
    }

    private void image(BuildsViewModel builds) {
        boolean built = builds.shown().receipt().image().get() != null;
        all.add(
                new Command("Copy the reference of the built image", builds::copyReference)
                        .when(built, NO_IMAGE));
        all.add(
                new Command(
                                "Show the layers of the built image",
                                in(Section.BUILDS, builds::showLayers))
                        .when(built, NO_IMAGE));
        all.add(
                new Command("Copy the receipt of the built image", builds.shown().receipt()::copy)
                        .when(built, NO_IMAGE));
    }

    private void log(LogViewModel log) {
        boolean written = !log.lines().isEmpty();
        all.add(
                new Command("Save the log of the selected build", log::save)
                        .when(written, "it has none"));
        all.add(
                new Command("Copy the log of the selected build", log::copy)
                        .when(written, "it has none"));
    }

    private void measuring(MeasureViewModel measure) {
        String obstacle = measure.obstacle();
        all.add(
                new Command("Start measuring what is picked", in(Section.MEASURE, measure::start))
                        .when(obstacle.isEmpty(), obstacle));
        all.add(
                new Command(
                        "Look for presets and images again", in(Section.MEASURE, measure::reload)));
        all.add(
                new Command(
                        "Choose the folder of the session",
                        in(Section.MEASURE, measure::chooseFolder)));
        measure.unfinished().sessions().forEach(this::unfinished);
    }

    private void unfinished(Unfinished session) {
        all.add(
                new Command(
                        "Go on measuring " + UnfinishedViewModel.text(session),
                        () -> studio.measure.unfinished().resume(session)));
    }

    private void session() {
        State state = studio.measuring.state().get();
        boolean there = state != State.NONE;
        all.add(
                new Command("Pause measuring, or go on", studio.measuring::togglePause)
                        .when(studio.measuring.isRunning(), "nothing is measured now"));
        all.add(
                new Command("Cancel measuring", studio.measuring::cancel)
                        .when(studio.measuring.isRunning(), "nothing is measured now"));
        all.add(
                new Command(
                                "Show the results of the session of this window",
                                studio.measuring::showResults)
                        .when(there, "nothing was measured"));
        all.add(
                new Command("Show the log of the session of this window", studio.measuring::showLog)
                        .when(there, "nothing was measured"));
        all.add(
                new Command("Close the pane of the ended session", studio.measuring::close)
                        .when(state == State.ENDED, "none has ended"));
    }
}
