package org.pykiln.ui.preview;

import java.util.ArrayList;
import java.util.HashSet;
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
    private final ObservableList<DiffItem> shown = FXCollections.observableArrayList();
    private final BooleanProperty folding = new SimpleBooleanProperty(true);
    private final Set<Integer> opened = new HashSet<>();
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper tally = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper same = new ReadOnlyStringWrapper("");
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
        folding.subscribe(now -> fold());
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

    /// All of them, also those that are folded. Empty while it is not open.
    public ObservableList<DiffRow> rows() {
        return rows;
    }

    /// What is to be seen: the rows, with those folded that are far from any difference.
    public ObservableList<DiffItem> shown() {
        return shown;
    }

    /// Whether anything is folded; folds that were opened are closed when it is wanted again.
    public BooleanProperty folding() {
        return folding;
    }

    public void unfold(Fold fold) {
        opened.add(fold.from());
        show();
    }

    /// Brings a row out of its fold if it is in one.
    ///
    /// @return its index among those [#shown], or -1 where there is no such row
    public int reveal(int wanted) {
        shown.stream()
                .filter(item -> item instanceof Fold fold && fold.holds(wanted))
                .findFirst()
                .ifPresent(item -> unfold((Fold) item));
        return wanted < 0 || wanted >= rows.size() ? -1 : place(wanted);
    }

    private int place(int wanted) {
        int row = 0;
        for (int at = 0; at < shown.size(); at++) {
            if (row == wanted) {
                return at;
            }
            row += shown.get(at) instanceof Fold(int from, int to) ? to - from : 1;
        }
        return -1;
    }

    /// `No difference from official-slim: all 124 lines are the same`; empty where there is one.
    public ReadOnlyStringProperty same() {
        return same.getReadOnlyProperty();
    }

    /// Whether there is a difference to go to.
    public boolean differs() {
        return !rows.isEmpty() && !starts.isEmpty();
    }

    /// Index among all [#rows] of the row to which somebody went, or -1.
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
            starts = List.of();
            rows.clear();
            row.set(-1);
            same.set("");
            fold();
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
            fold();
        }
        tell();
    }

    private void fold() {
        opened.clear();
        show();
    }

    private void show() {
        shown.setAll(folding.get() ? Fold.of(rows, opened) : rows);
    }

    private List<String> lines(Recipe recipe, Dialect in) {
        return PreviewLine.texts(services.dockerfile(recipe, in).lines());
    }

    private void tell() {
        String all = starts.isEmpty() ? "no difference" : Texts.count(starts.size(), "difference");
        same.set(
                starts.isEmpty()
                        ? "No difference from %s: all %s are the same"
                                .formatted(against.get().label(), Texts.count(rows.size(), "line"))
                        : "");
        int at = starts.indexOf(row.get());
        tally.set(at < 0 ? all : "%d of %s".formatted(at + 1, all));
    }
}
