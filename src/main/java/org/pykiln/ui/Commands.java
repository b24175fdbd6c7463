package org.pykiln.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pykiln.bench.Mode;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.ui.bench.UnfinishedViewModel;
import org.pykiln.ui.build.BuildsViewModel;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.EngineViewModel.Place;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.MeasureServices.Unfinished;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ResultServices.Reference;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.SettingsServices.Folder;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.configure.KnobViewModel;
import org.pykiln.ui.settings.SettingsViewModel;

/// Everything that can be done by its name, as things are now.
final class Commands {
    private final Studio studio;
    private final List<Command> all = new ArrayList<>();

    private Commands(Studio studio) {
        this.studio = studio;
    }

    static List<Command> of(Studio studio, Themes themes) {
        Commands commands = new Commands(studio);
        commands.shortcuts(studio.shell.commands());
        commands.now();
        commands.build();
        for (Section section : Section.values()) {
            commands.all.add(Command.of(section, () -> studio.shell.show(section)));
        }
        for (Themes.Choice choice : Themes.Choice.values()) {
            commands.add("Colours: " + choice.word(), () -> themes.choice().set(choice));
        }
        commands.all.addAll(studio.drafts.commands());
        commands.all.addAll(studio.presetPage.commands());
        studio.presets.presets().forEach(commands::preset);
        studio.configure.knobs().forEach(commands::knob);
        studio.results.recent().forEach(commands::session);
        studio.results.references().forEach(commands::reference);
        return List.copyOf(commands.all);
    }

    private void add(String name, Runnable action) {
        all.add(new Command(name, action));
    }

    private void shortcuts(Map<Shortcut, Runnable> actions) {
        for (Shortcut shortcut : Shortcut.values()) {
            Runnable action = actions.get(shortcut);
            if (action != null) {
                all.add(Command.of(shortcut, action));
            }
        }
    }

    /// What only makes sense at times.
    private void now() {
        JobViewModel job = studio.jobs.current().get();
        if (job != null && job.isRunning()) {
            add("Cancel " + job.name(), () -> studio.jobs.cancel(job));
        }
        if (!studio.jobs.waiting().isEmpty()) {
            add("Cancel all jobs that wait", studio.drawer::cancelWaiting);
        }
        if (!studio.toasts.shown().isEmpty()) {
            add("Dismiss all that was said", studio.toasts::dismissAll);
        }
        if (studio.measuring.isRunning()) {
            add("Pause measuring, or go on", studio.measuring::togglePause);
        }
        studio.measure.unfinished().sessions().forEach(this::unfinished);
        if (!studio.configure.verdict().get().isEmpty()) {
            add(
                    "Go to the next error or warning",
                    () -> {
                        studio.shell.show(Section.CONFIGURE);
                        studio.configure.nextFinding();
                    });
        }
        if (studio.configure.differences().get() > 0) {
            add(
                    "Set all knobs back to " + studio.recipes.reference().get().name(),
                    studio.configure::resetAll);
        }
        if (studio.results.results().get() != null) {
            add("Write a report of the results", studio.results::writeReport);
            add("Write a bundle of the session", studio.results::writeBundle);
        }
        add(
                "Copy diagnostics and the end of the log",
                () -> studio.support.copyDiagnostics(Problem.NONE));
        add("Open the log", studio.support::openLog);
        dockerfile();
        add("Look for engines again", studio.engine::refresh);
        engines();
        settings();
        add("Open a session", studio.results::openSession);
        add("Open a bundle", studio.results::openBundle);
        add("Open pyperf files", studio.results::openFiles);
        add(
                "Compare what is on the clipboard: files, or the text of a pyperf file",
                () -> {
                    studio.navigation.show(Section.RESULTS);
                    studio.results.paste();
                });
    }

    /// What can be done with the build that is looked at.
    private void build() {
        BuildsViewModel builds = studio.builds;
        if (builds.hasRecipe().get()) {
            add("Build the selected recipe again", () -> builds.again(false));
            add("Build the selected recipe again without cache", () -> builds.again(true));
            add("Edit the selected build as new", () -> builds.editAsNew(studio.presets::guarded));
        }
        if (builds.shown().receipt().image().get() != null) {
            add("Copy the reference of the built image", builds::copyReference);
            add(
                    "Show the layers of the built image",
                    () -> {
                        studio.shell.show(Section.BUILDS);
                        builds.showLayers();
                    });
            add("Copy the receipt of the built image", builds.shown().receipt()::copy);
        }
        if (builds.ended().get()) {
            add("Remove the selected build from the history", builds::remove);
            add("Save the log of the selected build", studio.jobs.log()::save);
            add(
                    "Go to the first error of the selected build",
                    () -> {
                        studio.shell.show(Section.BUILDS);
                        builds.goToError();
                    });
        }
    }

    private void dockerfile() {
        add("Copy the Dockerfile as a docker command", studio.preview.export()::copyCommand);
        add("Export the Dockerfile as a zip file", studio.preview.export()::zip);
        add("Export a bake file", studio.preview.export()::bake);
        add(
                "Find in the Dockerfile",
                () -> {
                    studio.shell.show(Section.CONFIGURE);
                    studio.preview.find().ask();
                });
        for (Dialect dialect : Dialect.values()) {
            add(
                    "Dockerfile in the dialect " + dialect.word(),
                    () -> studio.preview.dialect().set(dialect));
        }
    }

    private void unfinished(Unfinished session) {
        add(
                "Go on measuring " + UnfinishedViewModel.text(session),
                () -> studio.measure.unfinished().resume(session));
    }

    private void engines() {
        for (Place place : studio.engine.places()) {
            if (place.state() == Place.State.USABLE) {
                add(
                        "Use the engine at %s (%s)".formatted(place.endpoint(), place.name()),
                        () -> studio.engineChoice.use(place.endpoint()));
            }
        }
        if (studio.engineChoice.canGoBack()) {
            add("Use the first engine that answers", studio.engineChoice::useAutomatic);
        }
        if (studio.engine.isUsable()) {
            add("See what PyKiln takes on the engine's disk", studio.storage::show);
            add(
                    "Clean up the engine's disk: see what would go",
                    () -> {
                        studio.navigation.show(Section.ENGINES);
                        studio.storage.prepare();
                    });
        }
    }

    private void settings() {
        for (Mode mode : Mode.values()) {
            add(
                    "Propose for a new session: " + SettingsViewModel.text(mode),
                    () -> studio.settings.mode().set(mode));
        }
        for (Folder folder : studio.settings.folders()) {
            add("Show the folder: " + folder.purpose(), () -> studio.settings.reveal(folder));
            add(
                    "Copy the path of the folder: " + folder.purpose(),
                    () -> studio.settings.copy(folder.path()));
        }
    }

    private void preset(NamedRecipe preset) {
        add(
                "Preset %s: %s".formatted(preset.name(), preset.description()),
                () -> {
                    studio.shell.show(Section.CONFIGURE);
                    studio.presets.open(preset);
                });
    }

    private void knob(KnobViewModel knob) {
        add(
                "Knob %s (%s)".formatted(knob.label(), knob.id()),
                () -> {
                    studio.shell.show(Section.CONFIGURE);
                    studio.configure.showAll();
                    studio.recipes.focused().set(knob.id());
                });
    }

    private void session(Path folder) {
        add("Results of %s".formatted(folder), () -> show(List.of(folder)));
    }

    private void reference(Reference reference) {
        add(
                "Results of %s: %s".formatted(reference.name(), reference.description()),
                () -> show(reference.sources()));
    }

    private void show(List<Path> sources) {
        studio.navigation.show(Section.RESULTS);
        studio.results.open(sources);
    }
}
