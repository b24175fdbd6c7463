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
import org.pykiln.engine.EngineArchitecture;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Severity;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.ui.common.EngineServices.Executed;
import org.pykiln.ui.common.EngineViewModel;
import org.pykiln.ui.common.RecipeViewModel;
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
    private final ReadOnlyStringWrapper tally = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
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
        engine.executed().subscribe(this::remark);
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

    /// `3 of 40` while somebody searches or filters; else empty.
    public ReadOnlyStringProperty tally() {
        return tally.getReadOnlyProperty();
    }

    /// Why no knob is left, and what shows all again; empty while any is.
    public ReadOnlyStringProperty nothing() {
        return nothing.getReadOnlyProperty();
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

    public void showAll() {
        search.set("");
        onlyChanged.set(false);
    }

    /// Goes to the first knob that search and filter leave.
    public void goToFound() {
        knobs.stream()
                .filter(KnobViewModel::isFound)
                .findFirst()
                .ifPresent(knob -> recipes.focused().set(knob.id()));
    }

    /// Goes to the next knob that has an error or warning, after the last of them to the first.
    public void nextFinding() {
        List<String> ids =
                knobs.stream()
                        .filter(knob ->
                                knob.ownFindings().stream()
                                        .anyMatch(f -> f.severity() != Severity.ADVICE))
                        .map(KnobViewModel::id)
                        .toList();
        if (!ids.isEmpty()) {
            String next = ids.get((ids.indexOf(recipes.focused().get()) + 1) % ids.size());
            showAll();
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
        Search wanted = Search.of(search.get());
        boolean filtering = !wanted.isEmpty() || onlyChanged.get();
        knobs.forEach(knob ->
                knob.find(
                        wanted.finds(knob.knob()) && (!onlyChanged.get() || knob.changed().get())));
        groups.forEach(group -> group.refresh(filtering));
        differences.set((int) knobs.stream().filter(knob -> knob.changed().get()).count());
        found.set((int) knobs.stream().filter(KnobViewModel::isFound).count());
        tally.set(filtering ? "%d of %d".formatted(found.get(), knobs.size()) : "");
        nothing.set(found.get() > 0 ? "" : nothingNow(wanted));
        verdict.set(verdictNow());
    }

    private String nothingNow(Search wanted) {
        return wanted.isEmpty()
                ? "No knob differs from %s: show all".formatted(recipes.reference().get().name())
                : "No %sknob has these words: show all"
                        .formatted(onlyChanged.get() ? "changed " : "");
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

    private void remark(Executed executed) {
        Map<String, Remark> remarks = new HashMap<>();
        executed.architectures().forEach(one -> remarks.put(one.name(), remark(one)));
        knobs.stream()
                .filter(knob -> knob.id().equals(ArchitectureKnob.ARCHITECTURE.id()))
                .forEach(knob -> knob.remark(remarks));
    }

    private static Remark remark(EngineArchitecture one) {
        return switch (one.execution()) {
            case NATIVE -> new Remark("native here", "");
            case EMULATED ->
                    new Remark(
                            "emulated here: slow to build, not measured",
                            "This engine emulates %s: it builds, ten to twenty times as slowly, and is not measured."
                                    .formatted(one.name()));
            case NONE ->
                    new Remark(
                            "not executed here: can be exported, not built",
                            "This engine does not execute %s: the recipe can be exported, and not built here."
                                    .formatted(one.name()));
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
