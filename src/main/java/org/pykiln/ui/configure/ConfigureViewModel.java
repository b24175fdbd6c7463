package org.pykiln.ui.configure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.RecipeViewModel;

/// The form: all knobs, which of them are shown, and the one that is explained.
public final class ConfigureViewModel {
    private final RecipeViewModel recipes;
    private final List<KnobViewModel> knobs;
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty onlyChanged = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper differences = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable KnobViewModel> explained =
            new ReadOnlyObjectWrapper<>();

    public ConfigureViewModel(RecipeViewModel recipes, EngineViewModel engine) {
        this.recipes = recipes;
        this.knobs =
                Catalogue.knobs().stream().map(knob -> new KnobViewModel(knob, recipes)).toList();
        recipes.recipe().subscribe(now -> refresh());
        recipes.reference().subscribe(now -> refresh());
        search.subscribe(now -> refresh());
        onlyChanged.subscribe(now -> refresh());
        engine.status().subscribe(status -> note(status.emulated()));
        recipes.focused().subscribe(now -> explain());
        recipes.focused().set(knobs.getFirst().id());
    }

    public RecipeViewModel recipes() {
        return recipes;
    }

    /// In the catalogue's order.
    public List<KnobViewModel> knobs() {
        return knobs;
    }

    public StringProperty search() {
        return search;
    }

    public BooleanProperty onlyChanged() {
        return onlyChanged;
    }

    /// How many knobs differ from the reference.
    public ReadOnlyIntegerProperty differences() {
        return differences.getReadOnlyProperty();
    }

    /// How many knobs search and filter leave.
    public ReadOnlyIntegerProperty found() {
        return found.getReadOnlyProperty();
    }

    /// The knob of the side panel.
    public ReadOnlyObjectProperty<@Nullable KnobViewModel> explained() {
        return explained.getReadOnlyProperty();
    }

    private void refresh() {
        differences.set((int) knobs.stream().filter(knob -> knob.changed().get()).count());
        knobs.forEach(knob ->
                knob.shown()
                        .set(
                                (search.get().isBlank() || knob.matches(search.get()))
                                        && (!onlyChanged.get() || knob.changed().get())));
        found.set((int) knobs.stream().filter(knob -> knob.shown().get()).count());
    }

    private void note(Set<String> emulated) {
        Map<String, String> notes = new HashMap<>();
        emulated.forEach(name -> notes.put(name, "emulated here: slow to build, not measured"));
        knobs.stream()
                .filter(knob -> knob.id().equals(ArchitectureKnob.ARCHITECTURE.id()))
                .forEach(knob -> knob.note(notes));
    }

    private void explain() {
        for (KnobViewModel knob : knobs) {
            if (knob.id().equals(recipes.focused().get())) {
                explained.set(knob);
            }
        }
    }
}
