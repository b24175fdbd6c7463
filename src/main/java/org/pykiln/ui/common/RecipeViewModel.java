package org.pykiln.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Obstacles;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;
import org.pykiln.recipe.Severity;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// The recipe that is being worked on. All sections see the same one.
public final class RecipeViewModel {
    /// What there is before any preset was opened.
    public static final NamedRecipe UNTITLED =
            new NamedRecipe("untitled", "", Recipe.defaults(), false, Optional.empty());

    private final ReadOnlyObjectWrapper<Recipe> recipe =
            new ReadOnlyObjectWrapper<>(Recipe.defaults());
    private final ReadOnlyObjectWrapper<NamedRecipe> source = new ReadOnlyObjectWrapper<>(UNTITLED);
    private final ObjectProperty<NamedRecipe> reference = new SimpleObjectProperty<>(UNTITLED);
    private final StringProperty name = new SimpleStringProperty(UNTITLED.name());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasErrors = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper renderedOnly = new ReadOnlyBooleanWrapper();
    private Obstacles obstacles = new Obstacles(Recipe.defaults());
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final StringProperty focused = new SimpleStringProperty("");
    private final StringProperty hovered = new SimpleStringProperty("");
    private final Deque<Recipe> past = new ArrayDeque<>();
    private final Deque<Recipe> future = new ArrayDeque<>();

    public RecipeViewModel() {
        name.subscribe(now -> refresh());
        put(Recipe.defaults());
    }

    public ReadOnlyObjectProperty<Recipe> recipe() {
        return recipe.getReadOnlyProperty();
    }

    public Recipe get() {
        return recipe.get();
    }

    /// What was opened or saved last.
    public ReadOnlyObjectProperty<NamedRecipe> source() {
        return source.getReadOnlyProperty();
    }

    /// What changes are counted against; the opened preset unless somebody picks another.
    public ObjectProperty<NamedRecipe> reference() {
        return reference;
    }

    public StringProperty name() {
        return name;
    }

    /// Whether something would be lost if another preset was opened.
    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /// What all rules say, errors first.
    public ObservableList<Finding> findings() {
        return findings;
    }

    public ReadOnlyBooleanProperty hasErrors() {
        return hasErrors.getReadOnlyProperty();
    }

    public List<Finding> errors() {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    /// What stands in the way of other values of the recipe's knobs.
    public Obstacles obstacles() {
        return obstacles;
    }

    /// Whether nobody has built an image like this yet.
    public ReadOnlyBooleanProperty renderedOnly() {
        return renderedOnly.getReadOnlyProperty();
    }

    /// What a remedy would turn: `Base image: debian:trixie-slim → alpine:3.24`.
    public String changes(Remedy remedy) {
        Recipe mended = remedy.apply(get());
        return Catalogue.difference(get(), mended).stream()
                .map(knob ->
                        "%s: %s → %s".formatted(knob.label(), get().text(knob), mended.text(knob)))
                .collect(Collectors.joining(", "));
    }

    /// Id of the knob that the person works with; empty for none.
    public StringProperty focused() {
        return focused;
    }

    /// Id of the knob under the pointer, in the form or in the Dockerfile; empty for none.
    public StringProperty hovered() {
        return hovered;
    }

    public <V> void turn(Knob<V> knob, V value) {
        change(get().with(knob, value));
    }

    public void apply(Remedy remedy) {
        change(remedy.apply(get()));
    }

    /// Sets the knob back to what the reference has.
    public <V> void reset(Knob<V> knob) {
        change(get().with(knob, reference.get().recipe().get(knob)));
    }

    /// Turns all knobs to what another recipe has.
    public void turnAll(Recipe other) {
        change(other);
    }

    public void undo() {
        if (!past.isEmpty()) {
            future.push(get());
            put(past.pop());
        }
    }

    public void redo() {
        if (!future.isEmpty()) {
            past.push(get());
            put(future.pop());
        }
    }

    /// Puts another recipe in the place of this one, whose history ends here.
    public void open(NamedRecipe opened) {
        past.clear();
        future.clear();
        source.set(opened);
        reference.set(opened);
        name.set(opened.name());
        put(opened.recipe());
    }

    /// What is there now was saved so; its history stays.
    public void saved(NamedRecipe as) {
        boolean followed = reference.get().equals(source.get());
        source.set(as);
        if (followed) {
            reference.set(as);
        }
        name.set(as.name());
        refresh();
    }

    /// A preset has another name, description or file now. What was made of it since it was opened
    /// stays.
    public void replaced(NamedRecipe before, NamedRecipe after) {
        if (reference.get().isSame(before)) {
            reference.set(after);
        }
        if (source.get().isSame(before)) {
            boolean named = name.get().equals(before.name());
            source.set(after);
            if (named) {
                name.set(after.name());
            }
            refresh();
        }
    }

    /// The recipe as it is now, under a name that tells it from the preset it came from:
    /// `debian-o2+lto=full`.
    public NamedRecipe named() {
        NamedRecipe from = source.get();
        StringBuilder full = new StringBuilder(name.get());
        if (name.get().equals(from.name())) {
            for (Knob<?> knob : Catalogue.difference(from.recipe(), get())) {
                full.append('+').append(knob.id()).append('=').append(get().text(knob));
            }
        }
        return new NamedRecipe(
                full.toString(),
                from.description(),
                from.tags(),
                get(),
                from.shipped(),
                from.file());
    }

    private void change(Recipe next) {
        if (!next.equals(get())) {
            past.push(get());
            future.clear();
            put(next);
        }
    }

    /// Findings first: whoever hears of the recipe asks for them.
    private void put(Recipe next) {
        findings.setAll(Catalogue.check(next));
        hasErrors.set(!errors().isEmpty());
        renderedOnly.set(findings.stream().anyMatch(Finding::isOnlyRendered));
        obstacles = new Obstacles(next);
        recipe.set(next);
        refresh();
    }

    private void refresh() {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
        NamedRecipe from = source.get();
        dirty.set(!get().equals(from.recipe()) || !name.get().equals(from.name()));
    }
}
