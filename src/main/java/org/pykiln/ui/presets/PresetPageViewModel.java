package org.pykiln.ui.presets;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Command;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Section;

/// The section that shows all presets.
public final class PresetPageViewModel {
    private final PresetsViewModel presets;
    private final RecipeViewModel recipes;
    private final NavigationViewModel navigation;
    private final PresetListViewModel list;
    private final PresetComparisonViewModel comparison;
    private final PresetEditViewModel edit;
    private final OwnPresetsViewModel own;
    private final ImportViewModel imports;

    public PresetPageViewModel(
            PresetServices services,
            Background background,
            Dialogs dialogs,
            PresetsViewModel presets,
            NavigationViewModel navigation) {
        this.presets = presets;
        this.recipes = presets.recipes();
        this.navigation = navigation;
        list = new PresetListViewModel(presets.presets(), recipes);
        comparison = new PresetComparisonViewModel(presets.presets(), list, recipes);
        edit = new PresetEditViewModel(services, background, dialogs, presets, list, navigation);
        own = new OwnPresetsViewModel(services, background, dialogs, presets, list, navigation);
        imports = new ImportViewModel(services, background, dialogs, presets, list, navigation);
    }

    public PresetListViewModel list() {
        return list;
    }

    public PresetComparisonViewModel comparison() {
        return comparison;
    }

    public PresetEditViewModel edit() {
        return edit;
    }

    public OwnPresetsViewModel own() {
        return own;
    }

    public ImportViewModel imports() {
        return imports;
    }

    public NavigationViewModel navigation() {
        return navigation;
    }

    /// Shows the section with what the files hold now.
    public void show() {
        navigation.show(Section.PRESETS);
        presets.load();
    }

    /// Goes on with the preset in Configure.
    public void open(NamedRecipe preset) {
        presets.open(preset, () -> navigation.show(Section.CONFIGURE));
    }

    /// Goes on with the preset in Configure, with its changes counted against the other one.
    public void openAgainst(NamedRecipe preset, NamedRecipe other) {
        presets.open(
                preset,
                () -> {
                    recipes.reference().set(other);
                    navigation.show(Section.CONFIGURE);
                });
    }

    /// What can be done by its name, as things are now.
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(here("Import presets from files", imports::choose));
        commands.add(here("Paste a preset from the clipboard", imports::paste));
        own.trashed()
                .get()
                .ifPresent(gone ->
                        commands.add(
                                here(
                                        "Put back the deleted preset " + gone.preset().name(),
                                        own::putBack)));
        list.current().ifPresent(preset -> commands.addAll(of(preset)));
        return commands;
    }

    private List<Command> of(NamedRecipe preset) {
        String name = preset.name();
        NamedRecipe other = comparison.other().get();
        List<Command> commands = new ArrayList<>();
        commands.add(here("Duplicate the preset " + name, () -> own.duplicate(preset)));
        commands.add(
                here("Export the preset %s to a file".formatted(name), () -> own.export(preset)));
        commands.add(here("Copy the preset %s as JSON".formatted(name), () -> own.copy(preset)));
        if (!preset.isSame(other)) {
            commands.add(
                    new Command(
                            "Open the preset %s against %s".formatted(name, other.name()),
                            () -> openAgainst(preset, other)));
        }
        if (preset.file().isPresent()) {
            commands.add(here("Rename or describe the preset " + name, () -> edit.begin(preset)));
            commands.add(here("Delete the preset " + name, () -> own.delete(preset)));
        }
        for (NamedRecipe one : presets.presets()) {
            if (!one.isSame(preset)) {
                commands.add(
                        here(
                                "Compare the preset %s with %s".formatted(name, one.name()),
                                () -> comparison.choose(one)));
            }
        }
        return commands;
    }

    private Command here(String name, Runnable action) {
        return new Command(
                name,
                () -> {
                    navigation.show(Section.PRESETS);
                    action.run();
                });
    }
}
