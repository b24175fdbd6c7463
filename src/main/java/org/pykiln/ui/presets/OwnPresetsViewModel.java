package org.pykiln.ui.presets;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.pykiln.preset.Preset;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// Presets that are copied and that go.
public final class OwnPresetsViewModel {
    private final PresetServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final PresetsViewModel presets;
    private final PresetListViewModel list;
    private final NavigationViewModel navigation;
    private final ReadOnlyObjectWrapper<Optional<Trashed>> trashed =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A preset that was deleted, and the file it is in now.
    public record Trashed(NamedRecipe preset, Path file) {}

    OwnPresetsViewModel(
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

    /// What was deleted last and can be put back.
    public ReadOnlyObjectProperty<Optional<Trashed>> trashed() {
        return trashed.getReadOnlyProperty();
    }

    public void duplicate(NamedRecipe preset) {
        String name = freeName(preset.name());
        add(preset.unsaved(name), "Duplicated %s as %s".formatted(preset.name(), name));
    }

    /// Asks first, and can be taken back.
    public void delete(NamedRecipe preset) {
        Optional<Path> file = preset.file();
        if (file.isEmpty()) {
            navigation.tell("It comes with PyKiln and cannot be deleted");
        } else if (dialogs.confirm(
                "Delete the preset %s?".formatted(preset.name()),
                file.get() + "\nThe file is moved to the folder trash beside it.",
                "Delete")) {
            background.run(
                    () -> services.trash(file.get()),
                    now -> deleted(preset, now),
                    navigation::report);
        }
    }

    private void deleted(NamedRecipe preset, Path now) {
        trashed.set(Optional.of(new Trashed(preset, now)));
        presets.recipes().replaced(preset, preset.unsaved(preset.name()));
        presets.load();
        navigation.tell("Deleted " + preset.name());
    }

    public void putBack() {
        trashed.get()
                .ifPresent(gone ->
                        background.run(
                                () -> services.putBack(gone.file()),
                                preset -> {
                                    trashed.set(Optional.empty());
                                    presets.recipes()
                                            .replaced(gone.preset().unsaved(preset.name()), preset);
                                    arrived(preset, "Put back " + preset.name());
                                },
                                navigation::report));
    }

    public void copy(NamedRecipe preset) {
        dialogs.copy(services.text(preset));
        navigation.tell("Copied %s as JSON".formatted(preset.name()));
    }

    public void export(NamedRecipe preset) {
        dialogs.saveFile("Export the preset", Dialogs.Kind.PRESET, preset.name() + ".json")
                .ifPresent(file ->
                        background.run(
                                () -> {
                                    services.export(preset, file);
                                    return file;
                                },
                                to ->
                                        navigation.tell(
                                                "Exported %s to %s".formatted(preset.name(), to)),
                                navigation::report));
    }

    private void add(NamedRecipe preset, String notice) {
        background.run(
                () -> services.add(preset), added -> arrived(added, notice), navigation::report);
    }

    private void arrived(NamedRecipe preset, String notice) {
        list.showAll();
        list.select(preset);
        presets.load();
        navigation.tell(notice);
    }

    private String freeName(String name) {
        return Preset.freeName(
                name,
                presets.presets().stream().map(NamedRecipe::name).collect(Collectors.toSet()));
    }
}
