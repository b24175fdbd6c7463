package org.pykiln.ui.preview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.DockerfileServices;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Texts;

/// The Dockerfile of the recipe, line by line.
public final class PreviewViewModel {
    private final DockerfileServices services;
    private final Dialogs dialogs;
    private final RecipeViewModel recipes;
    private final NavigationViewModel navigation;
    private final ObjectProperty<Dialect> dialect = new SimpleObjectProperty<>(Dialect.PORTABLE);
    private final ObservableList<PreviewLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final DiffViewModel diff;
    private final FindViewModel find;
    private final ExportViewModel export;

    /// @param presets that the Dockerfile may be held against
    public PreviewViewModel(
            DockerfileServices services,
            Background background,
            Dialogs dialogs,
            JobsViewModel jobs,
            RecipeViewModel recipes,
            NavigationViewModel navigation,
            ObservableList<NamedRecipe> presets) {
        this.services = services;
        this.dialogs = dialogs;
        this.recipes = recipes;
        this.navigation = navigation;
        this.diff = new DiffViewModel(services, recipes, dialect, presets);
        this.find = new FindViewModel(() -> texts(lines, diff));
        this.export =
                new ExportViewModel(
                        services, background, dialogs, jobs, recipes, navigation, dialect);
        recipes.recipe().subscribe(now -> refresh());
        recipes.reference().subscribe(now -> refresh());
        dialect.subscribe(now -> refresh());
        diff.rows().subscribe(find::refresh);
    }

    /// For which builder the Dockerfile is written that is shown, copied and exported.
    public ObjectProperty<Dialect> dialect() {
        return dialect;
    }

    public ObservableList<PreviewLine> lines() {
        return lines;
    }

    /// In the lines, or in the rows of the diff while that is open.
    public FindViewModel find() {
        return find;
    }

    public DiffViewModel diff() {
        return diff;
    }

    public ExportViewModel export() {
        return export;
    }

    /// How long it is, and how much of it comes from changed knobs.
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// Whether nobody has built an image like this yet.
    public ReadOnlyBooleanProperty renderedOnly() {
        return recipes.renderedOnly();
    }

    /// Id of the knob whose lines are marked most.
    public StringProperty hovered() {
        return recipes.hovered();
    }

    public StringProperty focused() {
        return recipes.focused();
    }

    /// Of the knobs behind a line, the one to point at: the focused one if it is among them, or
    /// else the last in the catalogue, whose part of the line is the most special. Empty for none.
    public String nearest(Set<String> knobs) {
        if (knobs.contains(focused().get())) {
            return focused().get();
        }
        return Catalogue.knobs().reversed().stream()
                .map(Knob::id)
                .filter(knobs::contains)
                .findFirst()
                .orElse("");
    }

    /// Index of the first line of a knob, or -1.
    public int firstLineOf(String knob) {
        return PreviewLine.firstOf(knob, lines);
    }

    public String text() {
        return services.dockerfile(recipes.get(), dialect.get()).text();
    }

    public void copy() {
        dialogs.copy(text());
        navigation.tell("Dockerfile copied");
    }

    public void copy(List<PreviewLine> some) {
        dialogs.copy(some.stream().map(line -> line.text() + "\n").collect(Collectors.joining()));
    }

    private static List<String> texts(List<PreviewLine> lines, DiffViewModel diff) {
        return diff.open().get()
                ? diff.rows().stream().map(DiffRow::text).toList()
                : lines.stream().map(PreviewLine::text).toList();
    }

    private void refresh() {
        Dockerfile dockerfile = services.dockerfile(recipes.get(), dialect.get());
        List<PreviewLine> next =
                PreviewLine.of(
                        dockerfile,
                        Catalogue.difference(recipes.reference().get().recipe(), recipes.get()),
                        dialect.get() == Dialect.PORTABLE
                                ? dockerfile
                                : services.dockerfile(recipes.get()),
                        known());
        if (!next.equals(lines)) {
            lines.setAll(next);
            find.refresh();
            summary.set(summary(next));
        }
    }

    /// Most lines are there again after a change, and need not be cut again.
    private Map<String, List<Span>> known() {
        Map<String, List<Span>> known = new HashMap<>();
        lines.forEach(line -> known.put(line.text(), line.spans()));
        return known;
    }

    private static String summary(List<PreviewLine> lines) {
        long changed = lines.stream().filter(PreviewLine::changed).count();
        long special = lines.stream().filter(PreviewLine::special).count();
        return Texts.count(lines.size(), "line")
                + (changed == 0 ? "" : ", %d from changed knobs".formatted(changed))
                + (special == 0 ? "" : ", %d for BuildKit alone".formatted(special));
    }
}
