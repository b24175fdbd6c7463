package org.pykiln.ui.presets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykiln.preset.Preset;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;

/// Presets that come from elsewhere into the workspace's folder, each whole or not at all. The
/// files that they come in stay where they are.
public final class ImportViewModel {
    private static final String CLIPBOARD = "the clipboard";

    private final PresetServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final PresetsViewModel presets;
    private final PresetListViewModel list;
    private final NavigationViewModel navigation;

    /// @param problems of those that could not be taken
    private record Arrived(List<NamedRecipe> presets, List<Problem> problems) {}

    /// @param from the name that it comes with
    private record Wanted(String from, NamedRecipe preset) {
        boolean isFor(NamedRecipe added) {
            return preset.name().equals(added.name());
        }

        String phrase() {
            return from.equals(preset.name()) ? from : from + " as " + preset.name();
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        NamedRecipe of(T one) throws ProblemException;
    }

    ImportViewModel(
            PresetServices services,
            Background background,
            Dialogs dialogs,
            PresetsViewModel presets,
            PresetListViewModel list,
            NavigationViewModel navigation) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
        this.presets = presets;
        this.list = list;
        this.navigation = navigation;
    }

    /// Asks for files.
    public void choose() {
        take(dialogs.openFiles("Import presets", Dialogs.Kind.PRESET));
    }

    public void take(List<Path> files) {
        if (!files.isEmpty()) {
            background.run(
                    () -> each(files, services::open, List.of()), this::name, navigation::report);
        }
    }

    /// Takes what is on the clipboard: files, or the text of one.
    public void paste() {
        List<Path> files = dialogs.copiedFiles();
        if (!files.isEmpty()) {
            take(files);
            return;
        }
        String text = dialogs.copied();
        background.run(
                () -> each(List.of(text), one -> services.read(CLIPBOARD, one), List.of()),
                this::name,
                navigation::report);
    }

    private static <T> Arrived each(List<T> things, Step<T> step, List<Problem> before) {
        List<NamedRecipe> done = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(before);
        for (T one : things) {
            try {
                done.add(step.of(one));
            } catch (ProblemException unusable) {
                problems.add(unusable.problem());
            }
        }
        return new Arrived(done, problems);
    }

    /// Nothing takes the place of what is there, nor of what comes with it.
    private void name(Arrived read) {
        List<Wanted> wanted = new ArrayList<>();
        List<NamedRecipe> here = new ArrayList<>();
        for (NamedRecipe preset : read.presets()) {
            List<NamedRecipe> all =
                    Stream.concat(presets.presets().stream(), wanted.stream().map(Wanted::preset))
                            .toList();
            Optional<NamedRecipe> namesake =
                    all.stream().filter(one -> one.name().equals(preset.name())).findFirst();
            if (namesake.isEmpty()) {
                wanted.add(new Wanted(preset.name(), preset.unsaved(preset.name())));
            } else if (holdsTheSame(namesake.get(), preset)) {
                here.add(namesake.get());
            } else {
                renamed(preset, all).ifPresent(wanted::add);
            }
        }
        background.run(
                () -> each(wanted, one -> services.add(one.preset()), read.problems()),
                added -> end(added, wanted, here),
                navigation::report);
    }

    private static boolean holdsTheSame(NamedRecipe one, NamedRecipe other) {
        return one.unsaved(one.name()).equals(other.unsaved(other.name()));
    }

    private Optional<Wanted> renamed(NamedRecipe preset, List<NamedRecipe> all) {
        String name = preset.name();
        String free =
                Preset.freeName(
                        name, all.stream().map(NamedRecipe::name).collect(Collectors.toSet()));
        boolean agreed =
                dialogs.confirm(
                        "There is another preset named %s.".formatted(name),
                        "It stays as it is. The one that comes can have the name %s."
                                .formatted(free),
                        "Import as " + free);
        return agreed ? Optional.of(new Wanted(name, preset.unsaved(free))) : Optional.empty();
    }

    private void end(Arrived added, List<Wanted> wanted, List<NamedRecipe> here) {
        if (!added.presets().isEmpty()) {
            list.showAll();
            list.select(added.presets().getLast());
            presets.load();
        } else if (!here.isEmpty()) {
            list.select(here.getFirst());
        }
        List<String> said = new ArrayList<>();
        added.presets().stream()
                .flatMap(preset -> wanted.stream().filter(one -> one.isFor(preset)))
                .map(Wanted::phrase)
                .reduce((some, more) -> some + ", " + more)
                .ifPresent(names -> said.add("Imported " + names));
        here.forEach(preset -> said.add(preset.name() + " is here already"));
        if (!said.isEmpty()) {
            navigation.tell(String.join("; ", said));
        }
        report(added.problems());
    }

    private void report(List<Problem> problems) {
        if (problems.size() == 1) {
            navigation.report(problems.getFirst());
        } else if (!problems.isEmpty()) {
            navigation.report(
                    new Problem(
                            problems.size() + " files were not imported",
                            problems.stream().map(Problem::text).collect(Collectors.joining("\n")),
                            ""));
        }
    }
}
