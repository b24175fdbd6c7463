package org.pykiln.ui.configure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.recipe.BadValueException;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;
import org.pykiln.recipe.Severity;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;

/// One knob of the form: its value, what else could be picked, and what the rules say.
public final class KnobViewModel {
    /// How a knob is shown.
    public enum Kind {
        SEGMENTS,
        LIST,
        SWITCH,
        TEXT
    }

    private static final int MOST_SEGMENTS = 5;

    /// Characters of all segments together; more would not fit beside a label.
    private static final int LONGEST_SEGMENTS = 40;

    private final Knob<?> knob;
    private final RecipeViewModel recipes;
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper lit = new ReadOnlyBooleanWrapper();
    private final BooleanProperty shown = new SimpleBooleanProperty(true);
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private Map<String, Remark> remarks = Map.of();
    private boolean found = true;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();

    KnobViewModel(Knob<?> knob, RecipeViewModel recipes) {
        this.knob = knob;
        this.recipes = recipes;
        recipes.recipe().subscribe(now -> refresh());
        recipes.reference().subscribe(now -> refresh());
        recipes.focused().subscribe(now -> light());
        recipes.hovered().subscribe(now -> light());
    }

    public Knob<?> knob() {
        return knob;
    }

    public String id() {
        return knob.id();
    }

    public String label() {
        return knob.label();
    }

    public Kind kind() {
        return switch (knob.domain()) {
            case Domain.Switch on -> Kind.SWITCH;
            case Domain.Text text -> Kind.TEXT;
            case Domain.OneOf<?> one -> fitsSegments() ? Kind.SEGMENTS : Kind.LIST;
        };
    }

    private boolean fitsSegments() {
        return choices.size() <= MOST_SEGMENTS
                && choices.stream().mapToInt(choice -> choice.text().length()).sum()
                        <= LONGEST_SEGMENTS;
    }

    /// As in preset files.
    public ReadOnlyStringProperty value() {
        return value.getReadOnlyProperty();
    }

    /// Why the text that was typed last is no value; empty when it is one.
    public ReadOnlyStringProperty complaint() {
        return complaint.getReadOnlyProperty();
    }

    /// What this engine makes of the value as it is; empty for nothing.
    public ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    /// Whether it differs from the reference.
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// Whether it, or a line of the Dockerfile that it made, is pointed at.
    public ReadOnlyBooleanProperty lit() {
        return lit.getReadOnlyProperty();
    }

    /// Whether it stands in the form: found, and not folded away.
    public BooleanProperty shown() {
        return shown;
    }

    /// All values; for free text some good ones.
    public ObservableList<Choice> choices() {
        return choices;
    }

    /// Which values cannot be built and why, a line for each reason.
    public List<String> impossible() {
        return Choices.impossible(choices);
    }

    /// Those that stand under this knob: its own, and errors of others that its change may have
    /// brought.
    public ObservableList<Finding> findings() {
        return findings;
    }

    /// Those that count as this knob's, so that each counts once.
    List<Finding> ownFindings() {
        return findings.stream().filter(this::isOwn).toList();
    }

    /// What is said of this knob at another one.
    public List<String> saidElsewhere() {
        return recipes.findings().stream()
                .filter(finding -> finding.knobs().contains(id()) && !isOwn(finding))
                .map(finding ->
                        "%s (at %s)"
                                .formatted(
                                        finding.summary(),
                                        Catalogue.knob(finding.knobs().getFirst()).label()))
                .toList();
    }

    /// What a remedy would turn.
    public String changes(Remedy remedy) {
        return recipes.changes(remedy);
    }

    /// Whether search and filter leave it.
    public boolean isFound() {
        return found;
    }

    void find(boolean on) {
        found = on;
    }

    public void choose(String text) {
        choose(knob, text);
    }

    /// Says of a text that is being typed what is wrong with it, and leaves the recipe as it is.
    public void judge(String text) {
        judge(knob, text);
    }

    public void reset() {
        complaint.set("");
        recipes.reset(knob);
        value.set(recipes.get().text(knob));
    }

    public void toDefault() {
        complaint.set("");
        toDefault(knob);
    }

    private <V> void toDefault(Knob<V> typed) {
        recipes.turn(typed, typed.defaultValue());
    }

    public boolean isDefault() {
        return !recipes.get().isTurned(knob);
    }

    public String defaultText() {
        return Recipe.defaults().text(knob);
    }

    public String resetText() {
        NamedRecipe reference = recipes.reference().get();
        return "Back to %s, as in %s".formatted(reference.recipe().text(knob), reference.name());
    }

    public void apply(Remedy remedy) {
        recipes.apply(remedy);
    }

    public void undo() {
        recipes.undo();
    }

    public void redo() {
        recipes.redo();
    }

    public void focus() {
        recipes.focused().set(id());
    }

    public void hover(boolean inside) {
        if (inside) {
            recipes.hovered().set(id());
        } else if (recipes.hovered().get().equals(id())) {
            recipes.hovered().set("");
        }
    }

    /// What the engine makes of some of the values.
    void remark(Map<String, Remark> about) {
        remarks = Map.copyOf(about);
        refreshChoices();
    }

    private <V> void choose(Knob<V> typed, String text) {
        Optional<V> parsed = typed.domain().parse(text);
        if (parsed.isPresent()) {
            complaint.set("");
            recipes.turn(typed, parsed.get());
            return;
        }
        judge(typed, text);
    }

    private <V> void judge(Knob<V> typed, String text) {
        try {
            recipes.get().withText(typed, text);
            complaint.set("");
        } catch (BadValueException bad) {
            complaint.set("%s: expected %s".formatted(bad.getMessage(), bad.expected()));
        }
    }

    private void refresh() {
        value.set(recipes.get().text(knob));
        changed.set(!recipes.reference().get().recipe().get(knob).equals(recipes.get().get(knob)));
        refreshChoices();
        findings.setAll(
                recipes.findings().stream()
                        .filter(finding -> isOwn(finding) || changed.get() && isErrorAbout(finding))
                        .toList());
    }

    private boolean isOwn(Finding finding) {
        return finding.knobs().getFirst().equals(id());
    }

    private boolean isErrorAbout(Finding finding) {
        return finding.severity() == Severity.ERROR && finding.knobs().contains(id());
    }

    private void refreshChoices() {
        List<Choice> now = Choices.of(knob, recipes, remarks);
        if (!now.equals(choices)) {
            choices.setAll(now);
        }
        remark.set(remarks.getOrDefault(recipes.get().text(knob), Remark.NONE).full());
    }

    private void light() {
        lit.set(recipes.hovered().get().equals(id()));
    }
}
