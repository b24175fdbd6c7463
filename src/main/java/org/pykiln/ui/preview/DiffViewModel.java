package org.pykiln.ui.preview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.diff.SideBySide;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.DockerfileServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Texts;

/// The Dockerfile beside another: that of any preset, or of the same recipe in the other dialect.
public final class DiffViewModel {
    private final DockerfileServices services;
    private final RecipeViewModel recipes;
    private final ObjectProperty<Dialect> dialect;
    private final ObservableList<NamedRecipe> presets;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableList<Against> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Against> against;
    private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper tally = new ReadOnlyStringWrapper("");
    private List<Integer> starts = List.of();

    /// @param presets that can be offered by name
    DiffViewModel(
            DockerfileServices services,
            RecipeViewModel recipes,
            ObjectProperty<Dialect> dialect,
            ObservableList<NamedRecipe> presets) {
        this.services = services;
        this.recipes = recipes;
        this.dialect = dialect;
        this.presets = presets;
        this.against = new SimpleObjectProperty<>(new Against.Preset(recipes.reference().get()));
        recipes.reference().subscribe(this::follow);
        presets.subscribe(this::offer);
        against.subscribe(now -> refresh());
        open.subscribe(now -> refresh());
        recipes.recipe().subscribe(now -> refresh());
        dialect.subscribe(now -> refresh());
    }

    public BooleanProperty open() {
        return open;
    }

    public void toggle() {
        open.set(!open.get());
    }

    /// The reference, all presets, and the other dialect.
    public ObservableList<Against> choices() {
        return choices;
    }

    /// The preset that changes are counted against, until somebody picks another.
    public ObjectProperty<Against> against() {
        return against;
    }

    /// Empty while it is not open.
    public ObservableList<DiffRow> rows() {
        return rows;
    }

    /// Index of the row to which somebody went, or -1.
    public ReadOnlyIntegerProperty row() {
        return row.getReadOnlyProperty();
    }

    /// `3 of 7 differences`, `7 differences`, `no difference`.
    public ReadOnlyStringProperty tally() {
        return tally.getReadOnlyProperty();
    }

    public void next() {
        go((int) starts.stream().filter(start -> start <= row.get()).count());
    }

    public void previous() {
        go((int) starts.stream().filter(start -> start < row.get()).count() - 1);
    }

    private void go(int difference) {
        if (!starts.isEmpty()) {
            row.set(starts.get(Math.floorMod(difference, starts.size())));
            tell();
        }
    }

    /// Changes are counted against another preset now, and whoever looks at them means that one.
    private void follow(NamedRecipe reference) {
        offer();
        against.set(new Against.Preset(reference));
    }

    private void offer() {
        Set<Against> all = new LinkedHashSet<>();
        all.add(new Against.Preset(recipes.reference().get()));
        presets.forEach(preset -> all.add(new Against.Preset(preset)));
        all.add(new Against.OtherDialect());
        List<Against> offered = new ArrayList<>(all);
        if (!offered.equals(choices)) {
            Against picked = against.get();
            choices.setAll(offered);
            against.set(offered.contains(picked) ? picked : offered.getFirst());
        }
    }

    private void refresh() {
        if (!open.get() || against.get() == null) {
            rows.clear();
            row.set(-1);
            return;
        }
        Against other = against.get();
        List<String> left = lines(other.recipe(recipes.get()), other.dialect(dialect.get()));
        List<String> right = lines(recipes.get(), dialect.get());
        SideBySide diff = SideBySide.of(left, right);
        List<DiffRow> next = DiffRow.of(diff, left, right);
        starts = diff.starts();
        if (!next.equals(rows)) {
            rows.setAll(next);
            row.set(-1);
        }
        tell();
    }

    private List<String> lines(Recipe recipe, Dialect in) {
        return PreviewLine.texts(services.dockerfile(recipe, in).lines());
    }

    private void tell() {
        String all = starts.isEmpty() ? "no difference" : Texts.count(starts.size(), "difference");
        int at = starts.indexOf(row.get());
        tally.set(at < 0 ? all : "%d of %s".formatted(at + 1, all));
    }
}
