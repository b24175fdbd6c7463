package org.pykiln.ui.configure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.recipe.BadValueException;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Texts;

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
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper lit = new ReadOnlyBooleanWrapper();
    private final BooleanProperty shown = new SimpleBooleanProperty(true);
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private Map<String, String> notes = Map.of();
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

    /// What to know of the value as it is; empty for nothing.
    public ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
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
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Choice choice : choices) {
            if (!choice.isPossible()) {
                byReason.computeIfAbsent(choice.obstacle(), one -> new ArrayList<>())
                        .add(choice.text());
            }
        }
        return byReason.entrySet().stream()
                .map(one -> Texts.some(one.getValue()) + ": " + one.getKey())
                .toList();
    }

    /// Those that stand under this knob.
    public ObservableList<Finding> findings() {
        return findings;
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
        return "Back to " + recipes.reference().get().recipe().text(knob);
    }

    public void apply(Remedy remedy) {
        recipes.apply(remedy);
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

    /// What to know of some of the values.
    void note(Map<String, String> about) {
        notes = Map.copyOf(about);
        refreshChoices(knob);
    }

    /// Whether the words of a search are found in what the knob is called or says of itself.
    boolean matches(String search) {
        String haystack =
                String.join(
                                " ",
                                id(),
                                label(),
                                knob.group().label(),
                                knob.explain().what(),
                                knob.explain().effect(),
                                knob.explain().proof(),
                                choices.stream().map(Choice::text).collect(Collectors.joining(" ")))
                        .toLowerCase(Locale.ROOT);
        return List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(haystack::contains);
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
        refreshChoices(knob);
        findings.setAll(
                recipes.findings().stream()
                        .filter(finding -> finding.knobs().getFirst().equals(id()))
                        .toList());
    }

    private <V> void refreshChoices(Knob<V> typed) {
        V current = recipes.get().get(typed);
        List<Choice> now =
                typed.domain().suggestions().stream()
                        .map(v ->
                                new Choice(
                                        typed.domain().text(v),
                                        v.equals(current),
                                        obstacle(typed, v),
                                        notes.getOrDefault(typed.domain().text(v), "")))
                        .toList();
        if (!now.equals(choices)) {
            choices.setAll(now);
        }
        hint.set(notes.getOrDefault(typed.domain().text(current), ""));
    }

    private <V> String obstacle(Knob<V> typed, V candidate) {
        return recipes.obstacles().of(typed, candidate).stream()
                .map(Finding::summary)
                .collect(Collectors.joining(" "));
    }

    private void light() {
        lit.set(recipes.hovered().get().equals(id()));
    }
}
