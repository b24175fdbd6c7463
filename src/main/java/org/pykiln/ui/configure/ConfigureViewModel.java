package org.pykiln.ui.configure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Severity;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Services.Executed;
import org.pykiln.ui.common.Texts;

/// The form: all knobs in their groups, which of them are shown, and the one that is explained.
public final class ConfigureViewModel {
    private final RecipeViewModel recipes;
    private final List<KnobViewModel> knobs;
    private final List<GroupViewModel> groups = new ArrayList<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty onlyChanged = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper differences = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable KnobViewModel> explained =
            new ReadOnlyObjectWrapper<>();

    public ConfigureViewModel(RecipeViewModel recipes, EngineViewModel engine) {
        this.recipes = recipes;
        this.knobs =
                Catalogue.knobs().stream().map(knob -> new KnobViewModel(knob, recipes)).toList();
        for (Group group : Group.values()) {
            List<KnobViewModel> under =
                    knobs.stream().filter(knob -> knob.knob().group() == group).toList();
            if (!under.isEmpty()) {
                groups.add(new GroupViewModel(group, under));
            }
        }
        recipes.recipe().subscribe(now -> refresh());
        recipes.reference().subscribe(now -> refresh());
        search.subscribe(now -> refresh());
        onlyChanged.subscribe(now -> refresh());
        groups.forEach(group -> group.folded().subscribe(now -> refresh()));
        engine.executed().subscribe(this::note);
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

    /// Those that have knobs.
    public List<GroupViewModel> groups() {
        return List.copyOf(groups);
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

    /// Errors and warnings by number; empty when there are none.
    public ReadOnlyStringProperty verdict() {
        return verdict.getReadOnlyProperty();
    }

    /// The knob of the side panel.
    public ReadOnlyObjectProperty<@Nullable KnobViewModel> explained() {
        return explained.getReadOnlyProperty();
    }

    public void foldAll(boolean folded) {
        groups.forEach(group -> group.folded().set(folded));
    }

    /// Goes to the next knob that has an error or warning, after the last of them to the first.
    public void nextFinding() {
        List<String> ids =
                knobs.stream()
                        .filter(knob ->
                                knob.findings().stream()
                                        .anyMatch(f -> f.severity() != Severity.ADVICE))
                        .map(KnobViewModel::id)
                        .toList();
        if (!ids.isEmpty()) {
            String next = ids.get((ids.indexOf(recipes.focused().get()) + 1) % ids.size());
            search.set("");
            onlyChanged.set(false);
            recipes.focused().set(next);
        }
    }

    /// All knobs back to what the reference has.
    public void resetAll() {
        recipes.turnAll(recipes.reference().get().recipe());
    }

    /// All knobs to what they are where nobody says anything.
    public void toDefaults() {
        recipes.turnAll(Recipe.defaults());
    }

    private void refresh() {
        boolean filtering = !search.get().isBlank() || onlyChanged.get();
        knobs.forEach(knob ->
                knob.find(
                        (search.get().isBlank() || knob.matches(search.get()))
                                && (!onlyChanged.get() || knob.changed().get())));
        groups.forEach(group -> group.refresh(filtering));
        differences.set((int) knobs.stream().filter(knob -> knob.changed().get()).count());
        found.set((int) knobs.stream().filter(KnobViewModel::isFound).count());
        verdict.set(verdictNow());
    }

    private String verdictNow() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            long count = recipes.findings().stream().filter(f -> f.severity() == severity).count();
            if (count > 0) {
                parts.add(Texts.count(count, severity.word()));
            }
        }
        return String.join(", ", parts);
    }

    private void note(Executed executed) {
        Map<String, String> notes = new HashMap<>();
        executed.architectures().forEach(one -> notes.put(one.name(), note(one.execution())));
        knobs.stream()
                .filter(knob -> knob.id().equals(ArchitectureKnob.ARCHITECTURE.id()))
                .forEach(knob -> knob.note(notes));
    }

    private static String note(Execution execution) {
        return switch (execution) {
            case NATIVE -> "native here";
            case EMULATED -> "emulated here: slow to build, not measured";
            case NONE -> "not executed here: cannot be built";
        };
    }

    /// A knob that somebody goes to comes out from under its heading.
    private void explain() {
        for (GroupViewModel group : groups) {
            for (KnobViewModel knob : group.knobs()) {
                if (knob.id().equals(recipes.focused().get())) {
                    group.folded().set(false);
                    explained.set(knob);
                }
            }
        }
    }
}
