package org.pykiln.ui.presets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.pykiln.preset.Preset;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// Name, description and tags of one own preset while somebody changes them.
public final class PresetEditViewModel {
    private final PresetServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final PresetsViewModel presets;
    private final PresetListViewModel list;
    private final NavigationViewModel navigation;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private @Nullable NamedRecipe before;

    PresetEditViewModel(
            PresetServices services,
            Background background,
            Dialogs dialogs,
            PresetsViewModel presets,
            PresetListViewModel list,
            NavigationViewModel navigation) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
        this.presets = presets;
        this.list = list;
        this.navigation = navigation;
        List.of(name, description, tags)
                .forEach(field -> field.subscribe(text -> complaint.set(wrong().orElse(""))));
    }

    public ReadOnlyBooleanProperty editing() {
        return editing.getReadOnlyProperty();
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty description() {
        return description;
    }

    /// Words between spaces or commas.
    public StringProperty tags() {
        return tags;
    }

    /// Why this cannot be saved; empty when it can.
    public ReadOnlyStringProperty complaint() {
        return complaint.getReadOnlyProperty();
    }

    /// Begins with what the preset has. One that came with PyKiln stays as it is.
    public void begin(NamedRecipe preset) {
        guarded(() -> {
            list.select(preset);
            if (preset.file().isEmpty()) {
                navigation.tell("Duplicate it to change it: it comes with PyKiln");
                return;
            }
            before = preset;
            name.set(preset.name());
            description.set(preset.description());
            tags.set(String.join(" ", preset.tags()));
            complaint.set("");
            editing.set(true);
        });
    }

    public void cancel() {
        before = null;
        editing.set(false);
    }

    public void save() {
        save(() -> {});
    }

    /// Runs the action unless the person wants to keep what would be lost.
    public void guarded(Runnable action) {
        if (!isChanged()) {
            cancel();
            action.run();
            return;
        }
        switch (dialogs.unsavedChanges("Name, description and tags of " + name.get())) {
            case SAVE -> save(action);
            case DISCARD -> {
                cancel();
                action.run();
            }
            case CANCEL -> {}
        }
    }

    private boolean isChanged() {
        return before != null
                && !(before.name().equals(name.get())
                        && before.description().equals(description.get())
                        && before.tags().equals(words()));
    }

    private void save(Runnable then) {
        NamedRecipe old = before;
        complaint.set(wrong().orElse(""));
        if (old == null || !complaint.get().isEmpty()) {
            return;
        }
        String newName = name.get();
        String newDescription = description.get();
        List<String> newTags = words();
        background.run(
                () -> services.describe(old, newName, newDescription, newTags),
                now -> {
                    saved(old, now);
                    then.run();
                },
                problem -> complaint.set(problem.text()));
    }

    private void saved(NamedRecipe old, NamedRecipe now) {
        cancel();
        presets.recipes().replaced(old, now);
        list.select(now);
        presets.load();
        navigation.tell(
                old.name().equals(now.name())
                        ? "Saved " + now.name()
                        : "%s is %s now".formatted(old.name(), now.name()));
    }

    private List<String> words() {
        return Arrays.stream(tags.get().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<String> wrong() {
        if (!Preset.isName(name.get())) {
            return Optional.of(notAName("A name", name.get()));
        }
        if (!Preset.isDescription(description.get())) {
            return Optional.of("A description is " + Preset.DESCRIPTION_EXPECTED + ".");
        }
        List<String> words = words();
        if (words.size() > Preset.MOST_TAGS) {
            return Optional.of(
                    "These are %d tags; expected at most %d."
                            .formatted(words.size(), Preset.MOST_TAGS));
        }
        return words.stream()
                .filter(word -> !Preset.isName(word))
                .findFirst()
                .map(word -> notAName("A tag", word));
    }

    private static String notAName(String what, String text) {
        return "%s cannot be \"%s\"; expected %s; nearest: %s"
                .formatted(what, text, Preset.NAME_EXPECTED, Preset.nameLike(text));
    }
}
