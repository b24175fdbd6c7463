package org.pykiln.ui;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Shortcut;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.common.View;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// The palette holds every command that a menu, a button or keys offer, once.
class CommandsTest {
    private static final Pattern HANDLER = Pattern.compile("onAction=\"#(\\w+)\"");

    /// What the handlers of the views are called in the palette, by their beginnings.
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    entry("preset-bar#undo", "Undo"),
                    entry("preset-bar#redo", "Redo"),
                    entry("preset-bar#save", "Save the preset"),
                    entry("preset-bar#saveAs", "Save the preset under another name"),
                    entry("jobs-drawer#cancelWaiting", "Cancel all jobs that wait"),
                    entry("jobs-drawer#clear", "Take ended jobs off the list of jobs"),
                    entry("jobs-drawer#close", "Show or hide the jobs"),
                    entry("preview-diff#previous", "Go to the difference before"),
                    entry("preview-diff#next", "Go to the next difference"),
                    entry("preset#open", "Preset "),
                    entry("preset#duplicate", "Duplicate the preset "),
                    entry("preset#change", "Rename or describe the preset "),
                    entry("preset#export", "Export the preset "),
                    entry("preset#copy", "Copy the preset "),
                    entry("preset#delete", "Delete the preset "),
                    entry("results-bar#openSession", "Open a session"),
                    entry("results-bar#openBundle", "Open a bundle"),
                    entry("results-bar#openFiles", "Open pyperf files"),
                    entry("results-bar#paste", "Compare what is on the clipboard"),
                    entry("results-bar#writeBundle", "Write a bundle of the session"),
                    entry("results-bar#writeReport", "Write a report of the results"),
                    entry("first-steps#dismiss", "Put the first steps away"),
                    entry("build-bar#cancel", "Cancel the selected build"),
                    entry("build-bar#again", "Build the selected recipe again"),
                    entry("build-bar#afresh", "Build the selected recipe again without cache"),
                    entry("build-bar#edit", "Edit the selected build as new"),
                    entry("build-bar#copyReference", "Copy the reference of the built image"),
                    entry("build-bar#remove", "Remove the selected build"),
                    entry("results-table#copyMarkdown", "Copy the rows of the results as Markdown"),
                    entry("results-table#copyCsv", "Copy the rows of the results as CSV"),
                    entry("builds#build", "Build the recipe as it is now"),
                    entry("failure#goToError", "Go to the first error of the selected build"),
                    entry("presets#importFiles", "Import presets from files"),
                    entry("presets#paste", "Paste a preset from the clipboard"),
                    entry("presets#putBack", "Put back the deleted preset "),
                    entry("knob-effect#copyMarkdown", "Copy what the knob is worth as Markdown"),
                    entry("log#goToError", "Go to the first error of the selected build"),
                    entry("log#copy", "Copy the log of the selected build"),
                    entry("log#save", "Save the log of the selected build"),
                    entry("status-bar#showEngine", "Go to Engines"),
                    entry("status-bar#showJobs", "Go to Builds"),
                    entry("status-bar#cancel", "Cancel the job that runs"),
                    entry("status-bar#toggleJobs", "Show or hide the jobs"),
                    entry("status-bar#build", "Build the recipe as it is now"),
                    entry("status-bar#measure", "Pick images and run benchmarks"),
                    entry("configure#nextFinding", "Go to the next error or warning"),
                    entry("configure#resetAll", "Set all knobs back to "),
                    entry("configure#toDefaults", "Set all knobs to their defaults"),
                    entry("configure#foldAll", "Fold all groups of knobs"),
                    entry("configure#unfoldAll", "Unfold all groups of knobs"),
                    entry("engine#retry", "Look for engines again"),
                    entry("engine#use", "Use the engine at "),
                    entry("engine#automatic", "Use the first engine that answers"),
                    entry("draft#restore", "Restore the unsaved changes of "),
                    entry("draft#discard", "Discard the unsaved changes of "),
                    entry("preset-comparison#openAgainst", "Open the preset "),
                    entry("toasts#dismissAll", "Dismiss all that was said"),
                    entry("measure#reload", "Look for presets and images again"),
                    entry("measure#choose", "Choose the folder of the session"),
                    entry("measure#start", "Start measuring what is picked"),
                    entry("storage#look", "See what PyKiln takes on the engine's disk"),
                    entry("storage#prepare", "Clean up the engine's disk"),
                    entry("results#openSession", "Open a session"),
                    entry("results#openBundle", "Open a bundle"),
                    entry("results#openFiles", "Open pyperf files"),
                    entry("chart#goBack", "Go back from the datapoint"),
                    entry("chart#saveSvg", "Save the chart as SVG"),
                    entry("chart#savePng", "Save the chart as PNG"),
                    entry("chart#saveLargePng", "Save the chart as PNG, twice as large"),
                    entry("chart#saveNumbers", "Save the numbers of the chart as CSV"),
                    entry("chart#copy", "Copy the chart as a picture"),
                    entry("settings#smaller", "Draw everything smaller"),
                    entry("settings#larger", "Draw everything larger"),
                    entry("settings#showEngines", "Go to Engines"),
                    entry("settings#copyDiagnostics", "Copy diagnostics"),
                    entry("live-session#pause", "Pause measuring, or go on"),
                    entry("live-session#cancel", "Cancel measuring"),
                    entry("live-session#showResults", "Show the results of the session"),
                    entry("live-session#showLog", "Show the log of the session"),
                    entry("live-session#close", "Close the pane of the ended session"),
                    entry("receipt#copy", "Copy the receipt of the built image"),
                    entry("preview#portable", "Dockerfile in the dialect portable"),
                    entry("preview#buildkit", "Dockerfile in the dialect buildkit"),
                    entry("preview#find", "Find in the Dockerfile"),
                    entry("preview#copy", "Copy the Dockerfile"),
                    entry("preview#folder", "Export the Dockerfile and all it copies"),
                    entry("preview#zip", "Export the Dockerfile as a zip file"),
                    entry("preview#copyCommand", "Copy the Dockerfile as a docker command"));

    /// What only makes sense where it stands: within a field, a question, or a list that is looked
    /// at.
    private static final List<String> ONLY_THERE =
            List.of(
                    "closing#closeNow",
                    "conclusion#unfold",
                    "configure#clearSearch",
                    "configure#goToFound",
                    "log#next",
                    "log#previous",
                    "preset#cancel",
                    "preset#save",
                    "presets#goToFound",
                    "presets#showAll",
                    "preview-find#close",
                    "preview-find#next",
                    "preview-find#previous",
                    "storage#clean",
                    "storage#leave");

    @TempDir Path folder;

    private enum State {
        EMPTY,
        FULL,
        NO_ENGINE
    }

    private List<Command> commands(State state) {
        List<Command> commands = new ArrayList<>();
        Toolkit.run(() -> {
            FakeServices services = new FakeServices(folder);
            services.hasEngine = state != State.NO_ENGINE;
            ManualScheduler fx = new ManualScheduler();
            Studio studio =
                    new Studio(
                            services.all(),
                            new FakeDialogs(),
                            fx,
                            Runnable::run,
                            InstantSource.system());
            Themes themes = new Themes();
            MainWindow.scene(studio, themes, 1000, 800);
            studio.start();
            fx.run();
            if (state == State.FULL) {
                studio.builds.build();
                studio.results.open(List.of(Path.of("three")));
                studio.preview.diff().toggle();
                fx.run();
            }
            commands.addAll(Commands.of(studio, themes));
        });
        return commands;
    }

    @Test
    void everyShortcutHasItsCommand() {
        List<String> keys = commands(State.EMPTY).stream().map(Command::keys).toList();
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut != Shortcut.PALETTE) {
                assertThat(keys)
                        .as("%s: %s", shortcut, shortcut.what())
                        .containsOnlyOnce(shortcut.keys().getDisplayText());
            }
        }
        for (Section section : Section.values()) {
            assertThat(keys).containsOnlyOnce(Shortcut.of(section).getDisplayText());
        }
    }

    @Test
    void everyCommandIsThereOnceAndDiagnosticsToo() {
        for (State state : State.values()) {
            assertThat(commands(state)).extracting(Command::name).doesNotHaveDuplicates();
            assertThat(commands(state))
                    .filteredOn(one -> one.name().toLowerCase().contains("diagnostics"))
                    .hasSize(1);
        }
    }

    @Test
    void whatButtonsAndMenusOfferIsThere() throws IOException {
        List<String> names =
                Stream.concat(
                                commands(State.FULL).stream().map(Command::name),
                                // of drafts, own and deleted presets, as they come
                                Stream.of(
                                        "Open the preset ",
                                        "Put back the deleted preset ",
                                        "Restore the unsaved changes of ",
                                        "Discard the unsaved changes of ",
                                        "Rename or describe the preset ",
                                        "Delete the preset "))
                        .toList();
        TreeSet<String> missing = new TreeSet<>();
        for (String handler : handlers()) {
            String name = NAMES.get(handler);
            boolean there = name != null && names.stream().anyMatch(one -> one.startsWith(name));
            if (!there && !ONLY_THERE.contains(handler)) {
                missing.add(handler);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> handlers() throws IOException {
        List<String> handlers = new ArrayList<>();
        for (View view : View.values()) {
            String file = view.file();
            Matcher found = HANDLER.matcher(Files.readString(Path.of("fxml", file)));
            while (found.find()) {
                handlers.add(file.replace(".fxml", "#") + found.group(1));
            }
        }
        return handlers;
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        Map<String, String> expected =
                Map.of(
                        "Undo", "nothing was changed",
                        "Go to the next difference of the Dockerfiles", "nothing is compared",
                        "Write a report of the results", "no results are open",
                        "Copy the receipt of the built image", "the selected build made none",
                        "Cancel the job that runs", "no job runs");
        List<Command> empty = commands(State.EMPTY);
        expected.forEach(
                (name, why) -> assertThat(named(empty, name).obstacle()).as(name).isEqualTo(why));
        assertThat(named(commands(State.NO_ENGINE), "Build the recipe").obstacle())
                .isEqualTo("no engine answers");
        List<Command> full = commands(State.FULL);
        for (String name :
                Arrays.asList(
                        "Write a report of the results",
                        "Save the chart as SVG",
                        "Copy the receipt of the built image",
                        "Build the recipe")) {
            assertThat(named(full, name).isPossible()).as(name).isTrue();
        }
    }

    private static Command named(List<Command> commands, String beginning) {
        return commands.stream()
                .filter(one -> one.name().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
