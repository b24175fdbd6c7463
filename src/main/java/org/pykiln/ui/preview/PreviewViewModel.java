package org.pykiln.ui.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Line;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.DockerfileServices;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Texts;

/// The Dockerfile of the recipe, line by line.
public final class PreviewViewModel {
    private final DockerfileServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final RecipeViewModel recipes;
    private final NavigationViewModel navigation;
    private final ObservableList<PreviewLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public PreviewViewModel(
            DockerfileServices services,
            Background background,
            Dialogs dialogs,
            RecipeViewModel recipes,
            NavigationViewModel navigation) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
        this.recipes = recipes;
        this.navigation = navigation;
        recipes.recipe().subscribe(now -> refresh());
        recipes.reference().subscribe(now -> refresh());
    }

    public ObservableList<PreviewLine> lines() {
        return lines;
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
        for (PreviewLine line : lines) {
            if (line.knobs().contains(knob)) {
                return line.number() - 1;
            }
        }
        return -1;
    }

    public String text() {
        return services.dockerfile(recipes.get()).text();
    }

    public void copy() {
        dialogs.copy(text());
        navigation.tell("Dockerfile copied");
    }

    public void copy(List<PreviewLine> some) {
        dialogs.copy(some.stream().map(line -> line.text() + "\n").collect(Collectors.joining()));
    }

    public void export() {
        NamedRecipe recipe = recipes.named();
        Optional<Path> folder =
                dialogs.chooseFolder("Export the Dockerfile of " + recipe.name(), Optional.empty());
        if (folder.isPresent()) {
            background.run(
                    () -> services.export(recipe, folder.get()),
                    files ->
                            navigation.tell(
                                    "Exported %s to %s"
                                            .formatted(
                                                    Texts.count(files.size(), "file"),
                                                    folder.get())),
                    navigation::report);
        }
    }

    private void refresh() {
        Dockerfile dockerfile = services.dockerfile(recipes.get());
        List<Knob<?>> changed =
                Catalogue.difference(recipes.reference().get().recipe(), recipes.get());
        List<PreviewLine> next = new ArrayList<>();
        String above = "";
        for (Line line : dockerfile.lines()) {
            String who =
                    changed.stream()
                            .filter(knob -> line.knobs().contains(knob.id()))
                            .map(Knob::label)
                            .collect(Collectors.joining(", "));
            next.add(
                    new PreviewLine(
                            next.size() + 1,
                            line.text(),
                            line.knobs(),
                            !who.isEmpty(),
                            who.equals(above) ? "" : who,
                            Highlighter.spans(line.text())));
            above = who;
        }
        lines.setAll(next);
        long marked = next.stream().filter(PreviewLine::changed).count();
        summary.set(
                marked == 0
                        ? Texts.count(next.size(), "line")
                        : "%s, %d from changed knobs"
                                .formatted(Texts.count(next.size(), "line"), marked));
    }
}
