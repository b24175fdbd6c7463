package org.pykiln.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pykiln.bench.Mode;
import org.pykiln.settings.Settings;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.EngineViewModel.Place;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ResultServices.Reference;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.SettingsServices.Folder;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.configure.KnobViewModel;
import org.pykiln.ui.settings.SettingsViewModel;

/// Everything that can be done by its name, as things are now. What a menu, a button or keys offer
/// is among them once; where it cannot be done it says why.
final class Commands {
    private static final String NO_ENGINE = "no engine answers";

    private final Studio studio;
    private final List<Command> all = new ArrayList<>();

    private Commands(Studio studio) {
        this.studio = studio;
    }

    static List<Command> of(Studio studio, Themes themes) {
        Commands commands = new Commands(studio);
        commands.shortcuts(studio.shell.commands());
        commands.all.addAll(new RecipeCommands(studio).all());
        commands.all.addAll(new WorkCommands(studio).all());
        commands.all.addAll(new ResultCommands(studio, themes).all());
        commands.shell();
        commands.engines();
        for (Section section : Section.values()) {
            commands.all.add(Command.of(section, () -> studio.shell.show(section)));
        }
        for (Themes.Choice choice : Themes.Choice.values()) {
            commands.add("Colours: " + choice.word(), () -> themes.choice().set(choice));
        }
        commands.settings();
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

    /// All but the one by which somebody is here.
    private void shortcuts(Map<Shortcut, Runnable> actions) {
        for (Shortcut shortcut : Shortcut.values()) {
            Runnable action = actions.get(shortcut);
            if (action != null && shortcut != Shortcut.PALETTE) {
                all.add(limited(Command.of(shortcut, action), shortcut));
            }
        }
    }

    private Command limited(Command command, Shortcut shortcut) {
        JobViewModel job = studio.jobs.current().get();
        int zoom = studio.zoom.percent().get();
        return switch (shortcut) {
            case BUILD ->
                    command.when(!studio.recipes.hasErrors().get(), RecipeCommands.ERRORS)
                            .when(studio.engine.isUsable(), NO_ENGINE);
            case EXPORT -> command.when(!studio.recipes.hasErrors().get(), RecipeCommands.ERRORS);
            case SAVE -> command.when(studio.recipes.dirty().get(), "nothing is unsaved");
            case UNDO -> command.when(studio.recipes.canUndo().get(), "nothing was changed");
            case REDO -> command.when(studio.recipes.canRedo().get(), "nothing was undone");
            case FIND -> command.when(canFind(), "this section has no search");
            case NEXT_DIFFERENCE, PREVIOUS_DIFFERENCE ->
                    command.when(studio.preview.diff().open().get(), "nothing is compared")
                            .when(studio.preview.diff().differs(), "there is no difference");
            case CANCEL -> command.when(job != null && job.isRunning(), "no job runs");
            case NOTICES -> command.when(!studio.toasts.shown().isEmpty(), "nothing is shown");
            case ZOOM_IN -> command.when(zoom < Settings.MOST_ZOOM, "it is as large as it gets");
            case ZOOM_OUT -> command.when(zoom > Settings.LEAST_ZOOM, "it is as small as it gets");
            default -> command;
        };
    }

    private boolean canFind() {
        return switch (studio.navigation.section().get()) {
            case CONFIGURE, BUILDS, RESULTS, PRESETS -> true;
            case MEASURE, ENGINES, SETTINGS -> false;
        };
    }

    private void shell() {
        all.add(
                new Command("Cancel all jobs that wait", studio.drawer::cancelWaiting)
                        .when(!studio.jobs.waiting().isEmpty(), "none waits"));
        all.add(
                new Command("Take ended jobs off the list of jobs", studio.drawer::clearFinished)
                        .when(
                                studio.drawer.listed().stream().anyMatch(job -> !job.isRunning()),
                                "none has ended"));
        all.add(
                new Command("Dismiss all that was said", studio.toasts::dismissAll)
                        .when(!studio.toasts.shown().isEmpty(), "nothing is shown"));
        all.add(
                new Command("Put the first steps away", studio.firstSteps::dismiss)
                        .when(studio.firstSteps.visible().get(), "they are not shown"));
        add(
                "Copy diagnostics and the end of the log",
                () -> studio.support.copyDiagnostics(Problem.NONE));
        add("Open the log", studio.support::openLog);
    }

    private void engines() {
        all.add(
                new Command("Look for engines again", studio.engine::refresh)
                        .when(!studio.engine.checking().get(), "they are looked for now"));
        for (Place place : studio.engine.places()) {
            if (place.state() == Place.State.USABLE) {
                add(
                        "Use the engine at %s (%s)".formatted(place.endpoint(), place.name()),
                        () -> studio.engineChoice.use(place.endpoint()));
            }
        }
        all.add(
                new Command("Use the first engine that answers", studio.engineChoice::useAutomatic)
                        .when(studio.engineChoice.canGoBack(), "that is used"));
        all.add(
                new Command("See what PyKiln takes on the engine's disk", studio.storage::show)
                        .when(studio.engine.isUsable(), NO_ENGINE));
        all.add(
                new Command(
                                "Clean up the engine's disk: see what would go",
                                () -> {
                                    studio.navigation.show(Section.ENGINES);
                                    studio.storage.prepare();
                                })
                        .when(studio.engine.isUsable(), NO_ENGINE));
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
