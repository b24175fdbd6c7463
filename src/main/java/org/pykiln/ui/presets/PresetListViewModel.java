package org.pykiln.ui.presets;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Texts;

/// All presets, those among them that are looked for, and the one that is looked at.
public final class PresetListViewModel {
    private final ObservableList<NamedRecipe> presets;
    private final RecipeViewModel recipes;
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty onlyOwn = new SimpleBooleanProperty();
    private final Set<String> picked = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<String>> tags = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<PresetRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper tally = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable PresetRow> selected =
            new ReadOnlyObjectWrapper<>();
    private List<PresetRow> all = List.of();
    private Optional<NamedRecipe> wanted = Optional.empty();

    PresetListViewModel(ObservableList<NamedRecipe> presets, RecipeViewModel recipes) {
        this.presets = presets;
        this.recipes = recipes;
        search.subscribe(text -> filter());
        onlyOwn.subscribe(only -> filter());
        presets.subscribe(this::refresh);
        recipes.reference().subscribe(reference -> refresh());
    }

    /// Words that all have to stand in what is said of a preset.
    public StringProperty search() {
        return search;
    }

    /// Leaves out those that came with PyKiln.
    public BooleanProperty onlyOwn() {
        return onlyOwn;
    }

    /// Of all presets, sorted.
    public ReadOnlyObjectProperty<List<String>> tags() {
        return tags.getReadOnlyProperty();
    }

    public boolean isPicked(String tag) {
        return picked.contains(tag);
    }

    /// Shows only presets that have this tag and all others that were picked; or not any more.
    public void pick(String tag, boolean pick) {
        if (pick ? picked.add(tag) : picked.remove(tag)) {
            filter();
        }
    }

    /// Those that are found, by their names first; else in the order of all presets.
    public ReadOnlyObjectProperty<List<PresetRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// `4 of 18`.
    public ReadOnlyStringProperty tally() {
        return tally.getReadOnlyProperty();
    }

    /// Nothing while there are no presets. What is looked at stays when it is not found any more.
    public ReadOnlyObjectProperty<@Nullable PresetRow> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The preset that is looked at.
    public Optional<NamedRecipe> current() {
        return Optional.ofNullable(selected.get()).map(PresetRow::preset);
    }

    /// Looks at a preset, as soon as it is in the list.
    public void select(NamedRecipe preset) {
        wanted = Optional.of(preset);
        settle();
    }

    public void selectFirst() {
        rows.get().stream().findFirst().ifPresent(row -> select(row.preset()));
    }

    /// Shows every preset again.
    public void showAll() {
        picked.clear();
        onlyOwn.set(false);
        search.set("");
        filter();
    }

    private void refresh() {
        NamedRecipe reference = recipes.reference().get();
        all =
                presets.stream()
                        .map(preset ->
                                new PresetRow(
                                        preset,
                                        Catalogue.isOnlyRendered(preset.recipe()),
                                        difference(preset, reference)))
                        .toList();
        tags.set(
                presets.stream()
                        .flatMap(preset -> preset.tags().stream())
                        .distinct()
                        .sorted()
                        .toList());
        picked.retainAll(tags.get());
        settle();
        filter();
    }

    /// The one that was asked for, the one that was there, or what is being worked on.
    private void settle() {
        Optional<PresetRow> asked = wanted.flatMap(this::row);
        if (asked.isPresent()) {
            wanted = Optional.empty();
        }
        selected.set(
                asked.or(() -> current().flatMap(this::row))
                        .or(() -> row(recipes.source().get()))
                        .or(() -> all.stream().findFirst())
                        .orElse(null));
    }

    private Optional<PresetRow> row(NamedRecipe preset) {
        return all.stream().filter(row -> row.preset().isSame(preset)).findFirst();
    }

    private void filter() {
        List<String> words = Arrays.asList(search.get().toLowerCase(Locale.ROOT).split("\\s+"));
        rows.set(
                all.stream()
                        .filter(row -> isFound(row, words))
                        .sorted(Comparator.comparing(row -> !isIn(row.preset().name(), words)))
                        .toList());
        tally.set(
                rows.get().size() == all.size()
                        ? Texts.count(all.size(), "preset")
                        : "%d of %d".formatted(rows.get().size(), all.size()));
    }

    private boolean isFound(PresetRow row, List<String> words) {
        NamedRecipe preset = row.preset();
        if (onlyOwn.get() && preset.shipped() || !preset.tags().containsAll(picked)) {
            return false;
        }
        String text =
                String.join(
                                "\n",
                                preset.name(),
                                preset.description(),
                                String.join("\n", preset.tags()),
                                row.difference(),
                                preset.shipped() ? "shipped" : "own",
                                row.renderedOnly() ? "rendered, not built" : "")
                        .toLowerCase(Locale.ROOT);
        return isIn(text, words);
    }

    private static boolean isIn(String text, List<String> words) {
        return words.stream().allMatch(text::contains);
    }

    private static String difference(NamedRecipe preset, NamedRecipe reference) {
        List<Knob<?>> knobs = Catalogue.difference(reference.recipe(), preset.recipe());
        return knobs.isEmpty()
                ? "same as " + reference.name()
                : "%s from %s: %s"
                        .formatted(
                                Texts.count(knobs.size(), "knob"),
                                reference.name(),
                                knobs.stream().map(Knob::label).collect(Collectors.joining(", ")));
    }
}
