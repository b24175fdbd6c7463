package org.pykiln.ui.presets;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Texts;

/// The preset that is looked at beside another one.
public final class PresetComparisonViewModel {
    private final ObservableList<NamedRecipe> presets;
    private final PresetListViewModel list;
    private final RecipeViewModel recipes;
    private final ObjectProperty<NamedRecipe> other;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper difference = new ReadOnlyStringWrapper("");
    private boolean chosen;

    /// A knob in which they differ.
    ///
    /// @param here its value in the preset that is looked at
    /// @param there its value in the other one
    public record Line(String knob, String here, String there) {}

    PresetComparisonViewModel(
            ObservableList<NamedRecipe> presets,
            PresetListViewModel list,
            RecipeViewModel recipes) {
        this.presets = presets;
        this.list = list;
        this.recipes = recipes;
        other = new SimpleObjectProperty<>(recipes.reference().get());
        recipes.reference().subscribe(reference -> propose());
        presets.subscribe(this::follow);
        other.subscribe(now -> compare());
        list.selected()
                .subscribe(row -> {
                    propose();
                    compare();
                });
    }

    /// All that can be compared with.
    public ObservableList<NamedRecipe> presets() {
        return presets;
    }

    /// The one that Configure counts changes against, or the first one that is not looked at
    /// itself, until somebody chooses another.
    public ObjectProperty<NamedRecipe> other() {
        return other;
    }

    public void choose(NamedRecipe preset) {
        chosen = true;
        other.set(preset);
    }

    /// In the order of the catalogue.
    public ObservableList<Line> lines() {
        return lines;
    }

    /// `differs in 3 knobs from`, `is the same recipe as`.
    public ReadOnlyStringProperty difference() {
        return difference.getReadOnlyProperty();
    }

    /// Presets are read again, and may be gone.
    private void follow() {
        Optional<NamedRecipe> again =
                presets.stream().filter(one -> one.isSame(other.get())).findFirst();
        chosen &= again.isPresent();
        again.ifPresent(other::set);
        propose();
    }

    private void propose() {
        if (!chosen) {
            NamedRecipe reference = recipes.reference().get();
            other.set(
                    Stream.concat(Stream.of(reference), presets.stream())
                            .filter(one -> list.current().filter(one::isSame).isEmpty())
                            .findFirst()
                            .orElse(reference));
        }
    }

    private void compare() {
        Optional<NamedRecipe> here = list.current();
        lines.setAll(
                here.stream()
                        .flatMap(one ->
                                Catalogue.difference(other.get().recipe(), one.recipe()).stream()
                                        .map(knob -> line(knob, one, other.get())))
                        .toList());
        difference.set(
                here.isEmpty()
                        ? ""
                        : lines.isEmpty()
                                ? "is the same recipe as"
                                : "differs in %s from"
                                        .formatted(Texts.count(lines.size(), "knob")));
    }

    private static Line line(Knob<?> knob, NamedRecipe here, NamedRecipe there) {
        return new Line(knob.label(), here.recipe().text(knob), there.recipe().text(knob));
    }
}
