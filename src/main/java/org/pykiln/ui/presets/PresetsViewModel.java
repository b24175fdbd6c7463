package org.pykiln.ui.presets;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.PresetServices.PresetList;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.RecipeViewModel;

/// Opening and saving presets.
public final class PresetsViewModel {
    private final PresetServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final RecipeViewModel recipes;
    private final NavigationViewModel navigation;
    private final ObservableList<NamedRecipe> presets = FXCollections.observableArrayList();

    public PresetsViewModel(
            PresetServices services,
            Background background,
            Dialogs dialogs,
            RecipeViewModel recipes,
            NavigationViewModel navigation) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
        this.recipes = recipes;
        this.navigation = navigation;
    }

    /// Shipped and own, the shipped ones first.
    public ObservableList<NamedRecipe> presets() {
        return presets;
    }

    public RecipeViewModel recipes() {
        return recipes;
    }

    /// Reads the list, and opens the first preset of it when nothing was opened yet.
    public void load() {
        background.run(services::presets, this::listed, navigation::report);
    }

    public void open(NamedRecipe preset) {
        open(preset, () -> {});
    }

    /// @param then what follows unless the person wants to keep what would be lost
    void open(NamedRecipe preset, Runnable then) {
        guarded(() -> {
            opened(preset);
            then.run();
        });
    }

    public void openFile() {
        guarded(() -> dialogs.openFile("Open a preset", Dialogs.Kind.PRESET).ifPresent(this::read));
    }

    public void open(Path file) {
        guarded(() -> read(file));
    }

    private void read(Path file) {
        background.run(() -> services.open(file), this::opened, navigation::report);
    }

    public void save() {
        save(() -> {});
    }

    public void saveAs() {
        saveAs(() -> {});
    }

    /// Runs the action unless the person wants to keep what would be lost.
    public void guarded(Runnable action) {
        if (!recipes.dirty().get()) {
            action.run();
            return;
        }
        switch (dialogs.unsavedChanges(recipes.name().get())) {
            case SAVE -> save(action);
            case DISCARD -> action.run();
            case CANCEL -> {}
        }
    }

    private void save(Runnable then) {
        NamedRecipe source = recipes.source().get();
        if (source.shipped() || source.file().isEmpty()) {
            saveAs(then);
        } else {
            write(as(recipes.name().get(), source.file().get()), false, then);
        }
    }

    private void saveAs(Runnable then) {
        String name = services.presetName(recipes.named().name());
        dialogs.saveFile("Save the preset", Dialogs.Kind.PRESET, name + ".json")
                .ifPresent(file -> write(as(named(file), file), true, then));
    }

    /// A dialog that saves under an existing name has asked already.
    private void write(NamedRecipe recipe, boolean overwrite, Runnable then) {
        background.run(
                () -> services.save(recipe, overwrite),
                saved -> {
                    recipes.saved(saved);
                    navigation.tell("Saved " + saved.file().map(Path::toString).orElse(""));
                    load();
                    then.run();
                },
                problem -> refused(recipe, overwrite, problem, then));
    }

    private void refused(NamedRecipe recipe, boolean overwrite, Problem problem, Runnable then) {
        if (!overwrite && dialogs.confirm(problem.summary(), problem.detail(), "Save anyway")) {
            write(recipe, true, then);
        } else {
            navigation.report(problem);
        }
    }

    private NamedRecipe as(String name, Path file) {
        NamedRecipe source = recipes.source().get();
        return new NamedRecipe(
                name, source.description(), source.tags(), recipes.get(), false, Optional.of(file));
    }

    private String named(Path file) {
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        return services.presetName(name.replaceFirst("\\.json$", ""));
    }

    private void opened(NamedRecipe preset) {
        recipes.open(preset);
        navigation.dismiss();
    }

    private void listed(PresetList list) {
        List<NamedRecipe> found = list.presets();
        presets.setAll(found);
        list.problem().ifPresent(navigation::report);
        followSource(found);
        boolean untouched =
                recipes.source().get() == RecipeViewModel.UNTITLED && !recipes.dirty().get();
        if (untouched && !found.isEmpty()) {
            recipes.open(found.getFirst());
        }
    }

    /// Files may have been changed by others since they were opened.
    private void followSource(List<NamedRecipe> found) {
        NamedRecipe source = recipes.source().get();
        found.stream()
                .filter(one -> one.isSame(source) && !one.equals(source))
                .findFirst()
                .ifPresent(changed -> {
                    if (recipes.dirty().get()) {
                        recipes.replaced(source, changed);
                        navigation.report(
                                new Problem(
                                        "%s has changed since it was opened."
                                                .formatted(source.name()),
                                        "What you made of it stays as it is; saving it replaces"
                                                + " the other change.",
                                        ""));
                    } else {
                        recipes.open(changed);
                    }
                });
    }
}
